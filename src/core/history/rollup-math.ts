import { defined } from '#core/defined';
import { addHistogram, bucketOf } from '#core/history/histogram';
import { retroactiveOf } from '#core/history/retroactive';
import type { Rollup, StateSeconds } from '#core/history/rollup';
import { LAYERS, type Layer } from '#core/run/layer';
import type { Kind, Outcome } from '#core/run/verdict';
import type { Instant } from '#core/time/time';

/**
 * A rollup under construction. Mutable on purpose: the evaluator adds millions of results to it in
 * a simulated year. Plain data, so that the group state stores it as JSON.
 */
export interface Accumulator {
  /** Start of the period. */
  readonly start: Instant;
  readonly seconds: { -readonly [State in keyof StateSeconds]: number };
  readonly results: Partial<Record<Outcome, number>>;
  readonly kinds: Partial<Record<Kind, number>>;
  /** As in `src/core/history/histogram.ts`. */
  readonly latency: Record<number, number>;
  blips?: number;
  /** Absent in data of an older version. */
  layers?: Partial<Record<Layer, LayerCount>>;
}

interface LayerCount {
  downSeconds: number;
  readonly latency: Record<number, number>;
}

/** Fields of a result that count in a rollup. */
export interface Countable {
  readonly result: Outcome;
  readonly kind?: Kind | undefined;
  readonly durationMs: number;
  /** The part of the duration that the steps of each layer took, ms. */
  readonly layersMs?: Readonly<Partial<Record<Layer, number>>>;
}

/** The fields that identify a rollup. */
export type RollupHeader = Pick<Rollup, 'check' | 'service' | 'period' | 'frozen'>;

/** Header of an hour, whose figures may still grow. */
export function hourHeader(check: string, service: string): RollupHeader {
  return { check, service, period: 'hour', frozen: false };
}

export function emptyAccumulator(start: Instant): Accumulator {
  return {
    start,
    seconds: { up: 0, degraded: 0, down: 0, maintenance: 0, unknown: 0 },
    results: {},
    kinds: {},
    latency: {},
  };
}

/** Counts one result. Only finished runs say how fast the service is. */
export function addResult(accumulator: Accumulator, counted: Countable): void {
  const { results, kinds, latency } = accumulator;
  results[counted.result] = (results[counted.result] ?? 0) + 1;
  if (counted.kind !== undefined) kinds[counted.kind] = (kinds[counted.kind] ?? 0) + 1;
  if (counted.result !== 'passed' && counted.result !== 'degraded') return;
  const bucket = bucketOf(counted.durationMs);
  latency[bucket] = (latency[bucket] ?? 0) + 1;
  for (const layer of LAYERS) {
    const ms = counted.layersMs?.[layer];
    if (ms !== undefined) addHistogram(layerOf(accumulator, layer).latency, { [bucketOf(ms)]: 1 });
  }
}

/** Counts failures that ended before they lasted long enough. */
export function addBlip(accumulator: Accumulator): void {
  accumulator.blips = (accumulator.blips ?? 0) + 1;
}

/** Adds time spent in a state. `layer`: where the check stopped while it was down. */
export function addSeconds(
  accumulator: Accumulator,
  state: keyof StateSeconds,
  { seconds, layer }: { readonly seconds: number; readonly layer?: Layer | undefined },
): void {
  accumulator.seconds[state] += seconds;
  if (state === 'down' && layer) layerOf(accumulator, layer).downSeconds += seconds;
}

function layerOf(accumulator: Accumulator, layer: Layer): LayerCount {
  const layers = accumulator.layers ?? {};
  const count = layers[layer] ?? { downSeconds: 0, latency: {} };
  layers[layer] = count;
  accumulator.layers = layers;
  return count;
}

/** A copy that may be changed. */
export function copyOf(accumulator: Accumulator): Accumulator {
  const { start, seconds, results, kinds, latency, layers, blips } = accumulator;
  return {
    ...{ start, seconds: { ...seconds }, results: { ...results } },
    ...{ kinds: { ...kinds }, latency: { ...latency } },
    ...defined({ layers: layers && copyOfLayers(layers), blips }),
  };
}

function copyOfLayers(layers: NonNullable<Accumulator['layers']>): typeof layers {
  return Object.fromEntries(
    Object.entries(layers).map(([layer, { downSeconds, latency }]) => [
      layer,
      { downSeconds, latency: { ...latency } },
    ]),
  );
}

/** A copy for storage. Later additions do not change it. */
export function toRollup(accumulator: Accumulator, header: RollupHeader): Rollup {
  const { check, service, period, frozen } = header;
  return { schema: 1, check, service, period, ...copyOf(accumulator), frozen };
}

/** Adds several rollups into one. `start` is the header's. Order does not matter. */
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
    addLayers(sum, rollup);
    if (rollup.blips) sum.blips = (sum.blips ?? 0) + rollup.blips;
  }
  return { ...toRollup(sum, header), ...retroactiveOf(rollups) };
}

function addLayers(sum: Accumulator, { layers }: Rollup): void {
  if (!layers) return;
  for (const layer of LAYERS) {
    const figures = layers[layer];
    if (!figures) continue;
    const count = layerOf(sum, layer);
    count.downSeconds += figures.downSeconds;
    addHistogram(count.latency, figures.latency);
  }
}

function addAll<Key extends PropertyKey>(
  into: Partial<Record<Key, number>>,
  from: Readonly<Partial<Record<Key, number>>>,
): void {
  for (const key of Object.keys(from) as Key[]) {
    into[key] = (into[key] ?? 0) + (from[key] ?? 0);
  }
}
