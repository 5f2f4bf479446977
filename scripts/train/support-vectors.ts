import { BUCKETS, type Features } from '#core/classify/learned/features';
import { seededRandom } from '#local/simulate/random';

/** One page or sentence as the trainer sees it. */
export interface Example {
  readonly features: Features;
  readonly label: string;
}

/** Weights of one label: first those of the buckets, then those of the facts. */
export type LabelWeights = Float64Array;

const MOST_PASSES = 40;
/** Cost of an example on the wrong side, relative to the cost of large weights. */
const COST = 1;
/** The training of a label ends when no example of a pass is further than this from its optimum. */
const CLOSE = 0.05;

/**
 * A linear support vector machine for each label against the rest: L2-regularised, squared hinge,
 * by dual coordinate descent (Hsieh et al., ICML 2008). Rare labels weigh as much as frequent ones.
 * The same examples in the same order give the same weights.
 */
export function trainAll(
  examples: readonly Example[],
  labels: readonly string[],
  buckets = BUCKETS,
): ReadonlyMap<string, LabelWeights> {
  const rows = rowsOf(examples, buckets);
  return new Map(
    labels.map((label) => {
      const own = examples.filter((example) => example.label === label).length;
      const ownCost = (COST * examples.length) / (labels.length * Math.max(1, own));
      const isOwn = Uint8Array.from(examples, (example) => (example.label === label ? 1 : 0));
      return [label, trainOne(rows, isOwn, ownCost)];
    }),
  );
}

/** All examples in flat arrays: row `at` has the columns from `starts[at]` to `starts[at + 1]`. */
interface Rows {
  readonly count: number;
  /** Number of buckets. The facts stand behind them. */
  readonly table: number;
  readonly width: number;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
  /** The square of the length of each row. */
  readonly squares: Float64Array;
}

function rowsOf(examples: readonly Example[], table: number): Rows {
  const sizes = examples.map(({ features }) => features.buckets.length + features.facts.length);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const rows = {
    count: examples.length,
    table,
    width: table + (examples[0]?.features.facts.length ?? 0),
    starts: new Int32Array(examples.length + 1),
    columns: new Int32Array(all),
    values: new Float64Array(all),
    squares: new Float64Array(examples.length),
  };
  examples.forEach(({ features }, at) => {
    rows.starts[at + 1] = (rows.starts[at] ?? 0) + (sizes[at] ?? 0);
    fillRow(rows, at, features);
  });
  return rows;
}

function fillRow(
  { table, starts, columns, values, squares }: Rows,
  at: number,
  features: Features,
): void {
  const { buckets, facts } = features;
  const start = starts[at] ?? 0;
  columns.set(buckets, start);
  values.fill(unitOf(buckets), start, start + buckets.length);
  columns.set(
    facts.map((_, index) => table + index),
    start + buckets.length,
  );
  values.set(facts, start + buckets.length);
  squares[at] = (buckets.length > 0 ? 1 : 0) + facts.reduce((sum, fact) => sum + fact * fact, 0);
}

function trainOne(rows: Rows, isOwn: Uint8Array, ownCost: number): LabelWeights {
  const trained = { weights: new Float64Array(rows.width), alphas: new Float64Array(rows.count) };
  const next = seededRandom(20_240_718);
  const order = Int32Array.from({ length: rows.count }, (_, at) => at);
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    let furthest = 0;
    shuffle(order, next);
    for (const at of order) {
      const own = isOwn[at] === 1;
      const side = { side: own ? 1 : -1, slack: 1 / (2 * (own ? ownCost : COST)) } as const;
      furthest = Math.max(furthest, descend(rows, at, { ...trained, ...side }));
    }
    if (furthest < CLOSE) break;
  }
  return trained.weights;
}

interface Descent {
  readonly weights: Float64Array;
  readonly alphas: Float64Array;
  readonly side: 1 | -1;
  /** 1 / 2C: the diagonal that squared hinge adds. */
  readonly slack: number;
}

/** Moves one example to its optimum. Returns how far it was from there. */
function descend(rows: Rows, at: number, { weights, alphas, side, slack }: Descent): number {
  const { starts, columns, values, squares } = rows;
  const [start = 0, end = 0] = [starts[at], starts[at + 1]];
  let score = 0;
  for (let one = start; one < end; one += 1)
    score += (values[one] ?? 0) * (weights[columns[one] ?? 0] ?? 0);
  const alpha = alphas[at] ?? 0;
  const gradient = side * score - 1 + alpha * slack;
  if (alpha === 0 && gradient >= 0) return 0;
  const moved = Math.max(0, alpha - gradient / ((squares[at] ?? 0) + slack));
  const step = (moved - alpha) * side;
  alphas[at] = moved;
  for (let one = start; one < end; one += 1) {
    const column = columns[one] ?? 0;
    weights[column] = (weights[column] ?? 0) + step * (values[one] ?? 0);
  }
  return Math.abs(gradient);
}

/** How much an example resembles a label. */
export function scoreOf({ buckets, facts }: Features, weights: LabelWeights): number {
  let sum = 0;
  for (const bucket of buckets) sum += weights[bucket] ?? 0;
  return facts.reduce(
    (all, fact, at) => all + fact * (weights[weights.length - facts.length + at] ?? 0),
    sum * unitOf(buckets),
  );
}

function unitOf(buckets: readonly number[]): number {
  return 1 / Math.sqrt(Math.max(1, buckets.length));
}

function shuffle(order: Int32Array, next: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
}
