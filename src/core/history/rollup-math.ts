import { addHistogram, bucketOf } from '#core/history/histogram';
import { retroactiveOf } from '#core/history/retroactive';
import type { Rollup, StateSeconds } from '#core/history/rollup';
import type { Kind, Outcome } from '#core/run/verdict';
import type { Instant } from '#core/time/time';

/**
 * A rollup in the making. Mutable on purpose: the evaluator adds millions of results to it in a
 * simulated year. Plain data, so it lives in the group state as JSON.
 */
export interface Accumulator {
  /** Start of the period. */
  readonly start: Instant;
  readonly seconds: { -readonly [State in keyof StateSeconds]: number };
  readonly results: Partial<Record<Outcome, number>>;
  readonly kinds: Partial<Record<Kind, number>>;
  /** See core/histogram.ts. */
  readonly latency: Record<number, number>;
}

/** What of a result counts in a rollup. */
export interface Countable {
  readonly result: Outcome;
  readonly kind?: Kind | undefined;
  readonly durationMs: number;
}

/** The fields that identify a rollup. */
export type RollupHeader = Pick<Rollup, 'check' | 'service' | 'period' | 'frozen'>;

export function emptyAccumulator(start: Instant): Accumulator {
  return {
    start,
    seconds: { up: 0, degraded: 0, down: 0, maintenance: 0, unknown: 0 },
    results: {},
    kinds: {},
    latency: {},
  };
}

/** Counts one result. Only runs that reached their end say how fast the service is. */
export function addResult(accumulator: Accumulator, counted: Countable): void {
  const { results, kinds, latency } = accumulator;
  results[counted.result] = (results[counted.result] ?? 0) + 1;
  if (counted.kind !== undefined) kinds[counted.kind] = (kinds[counted.kind] ?? 0) + 1;
  if (counted.result !== 'passed' && counted.result !== 'degraded') return;
  const bucket = bucketOf(counted.durationMs);
  latency[bucket] = (latency[bucket] ?? 0) + 1;
}

/** Adds time spent in a state. */
export function addSeconds(
  accumulator: Accumulator,
  state: keyof StateSeconds,
  seconds: number,
): void {
  accumulator.seconds[state] += seconds;
}

/** A copy as it is stored; later additions do not show in it. */
export function toRollup(accumulator: Accumulator, header: RollupHeader): Rollup {
  const { start, seconds, results, kinds, latency } = accumulator;
  return {
    schema: 1,
    check: header.check,
    service: header.service,
    period: header.period,
    start,
    seconds: { ...seconds },
    results: { ...results },
    kinds: { ...kinds },
    latency: { ...latency },
    frozen: header.frozen,
  };
}

/** One rollup out of several by addition; `start` is the header's. Order does not matter. */
export function mergeRollups(
  rollups: readonly Rollup[],
  header: RollupHeader & Pick<Rollup, 'start'>,
): Rollup {
  const sum = emptyAccumulator(header.start);
  for (const rollup of rollups) {
    addAll(sum.seconds, rollup.seconds);
    addAll(sum.results, rollup.results);
    addAll(sum.kinds, rollup.kinds);
    addHistogram(sum.latency, rollup.latency);
  }
  return { ...toRollup(sum, header), ...retroactiveOf(rollups) };
}

function addAll<Key extends PropertyKey>(
  into: Partial<Record<Key, number>>,
  from: Readonly<Partial<Record<Key, number>>>,
): void {
  for (const key of Object.keys(from) as Key[]) {
    into[key] = (into[key] ?? 0) + (from[key] ?? 0);
  }
}
