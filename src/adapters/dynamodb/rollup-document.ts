import { defined } from '#core/defined';
import type { Histogram } from '#core/history/histogram';
import type { Rollup, StateSeconds } from '#core/history/rollup';
import type { Layer } from '#core/run/layer';

/**
 * A stored rollup, without the parts that are in its key. An answer may hold a thousand, and this
 * form is shorter than the packed rollup and needs no unpacking. Schema 1 was the plain rollup.
 */
export interface RollupDocument {
  readonly schema: 2;
  readonly service: string;
  /** In the order of `STATES`. */
  readonly seconds: readonly number[];
  readonly results: Rollup['results'];
  readonly kinds: Rollup['kinds'];
  /** Index of the first bucket, then its count and the following counts. Empty: none. */
  readonly latency: readonly number[];
  readonly frozen?: true;
  readonly blips?: number;
  /** Stretches in epoch ms, with the window's id for hours. */
  readonly retroactive?: readonly (readonly [number, number, string?])[];
  /** In the order of `STATES`, like `seconds`. */
  readonly counted?: readonly number[];
}

/** The figures by layer, in their own item. */
export interface LayersDocument {
  readonly schema: 1;
  readonly layers: Readonly<
    Partial<
      Record<
        Layer,
        { readonly down: number; readonly latency: readonly number[]; readonly counted?: number }
      >
    >
  >;
}

const STATES = [
  'up',
  'degraded',
  'down',
  'maintenance',
  'unknown',
] as const satisfies readonly (keyof StateSeconds)[];

export function toDocument(rollup: Rollup): RollupDocument {
  return {
    schema: 2,
    service: rollup.service,
    seconds: toNumbers(rollup.seconds),
    results: rollup.results,
    kinds: rollup.kinds,
    latency: toRun(rollup.latency),
    ...defined({
      blips: rollup.blips,
      frozen: rollup.frozen ? (true as const) : undefined,
      retroactive: rollup.retroactive?.map(({ from, to, window }) =>
        window === undefined ? ([from, to] as const) : ([from, to, window] as const),
      ),
      counted: rollup.counted && toNumbers(rollup.counted),
    }),
  };
}

export function toNumbers(seconds: StateSeconds): readonly number[] {
  return STATES.map((state) => seconds[state]);
}

export function toSeconds([
  up = 0,
  degraded = 0,
  down = 0,
  maintenance = 0,
  unknown = 0,
]: readonly number[]) {
  return { up, degraded, down, maintenance, unknown };
}

/** The rollup in a document of either schema. Its key holds the check and the time. */
export function fromDocument(
  document: RollupDocument | Rollup,
  key: Pick<Rollup, 'check' | 'period' | 'start'>,
): Rollup {
  if (document.schema === 1) return document;
  return {
    schema: 1,
    check: key.check,
    service: document.service,
    period: key.period,
    start: key.start,
    seconds: toSeconds(document.seconds),
    results: document.results,
    kinds: document.kinds,
    latency: fromRun(document.latency),
    frozen: document.frozen ?? false,
    ...defined({
      blips: document.blips,
      retroactive: document.retroactive?.map(([from, to, window]) => ({
        ...{ from, to },
        ...defined({ window }),
      })),
      counted: document.counted && toSeconds(document.counted),
    }),
  };
}

export function toLayersDocument(layers: NonNullable<Rollup['layers']>): LayersDocument {
  const entries = Object.entries(layers).map(([layer, { downSeconds, latency, countedDown }]) => [
    layer,
    { down: downSeconds, latency: toRun(latency), ...defined({ counted: countedDown }) },
  ]);
  return { schema: 1, layers: Object.fromEntries(entries) };
}

export function fromLayersDocument({ layers }: LayersDocument): NonNullable<Rollup['layers']> {
  const entries = Object.entries(layers).map(([layer, { down, latency, counted }]) => [
    layer,
    { downSeconds: down, latency: fromRun(latency), ...defined({ countedDown: counted }) },
  ]);
  return Object.fromEntries(entries);
}

function toRun(histogram: Histogram): readonly number[] {
  const buckets = Object.keys(histogram).map(Number);
  const [first] = buckets;
  const last = buckets.at(-1);
  if (first === undefined || last === undefined) return [];
  const counts = Array.from({ length: last - first + 1 }, (_, index) => histogram[first + index]);
  return [first, ...counts.map((count) => count ?? 0)];
}

function fromRun(run: readonly number[]): Histogram {
  const histogram: Record<number, number> = {};
  const first = run[0] ?? 0;
  for (let index = 1; index < run.length; index += 1) {
    const count = run[index];
    if (count) histogram[first + index - 1] = count;
  }
  return histogram;
}
