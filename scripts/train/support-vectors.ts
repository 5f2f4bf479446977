import { BUCKETS, type Features } from '#core/classify/learned/features';
import { seededRandom } from '#local/simulate/random';

/** One page as the trainer sees it. */
export interface Example {
  readonly features: Features;
  readonly label: string;
}

/** Weights of one label: first those of the buckets, then those of the facts. */
export type LabelWeights = Float64Array;

const PASSES = 40;
/** Cost of a page on the wrong side, relative to the cost of large weights. */
const COST = 1;

/**
 * A linear support vector machine for each label against the rest: L2-regularised, squared hinge,
 * by dual coordinate descent (Hsieh et al., ICML 2008). Rare labels weigh as much as frequent ones.
 * The same examples in the same order give the same weights.
 */
export function trainAll(
  examples: readonly Example[],
  labels: readonly string[],
): ReadonlyMap<string, LabelWeights> {
  return new Map(labels.map((label) => [label, trainOne(examples, label, labels.length)]));
}

function trainOne(examples: readonly Example[], label: string, labels: number): LabelWeights {
  const own = examples.filter((example) => example.label === label).length;
  const ownCost = (COST * examples.length) / (labels * Math.max(1, own));
  const rows = examples.map((example) => rowOf(example, label, ownCost));
  const width = BUCKETS + (examples[0]?.features.facts.length ?? 0);
  const weights = new Float64Array(width);
  const alphas = new Float64Array(rows.length);
  const next = seededRandom(20_240_718);
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const at of shuffled(rows.length, next)) descend(rows, at, { weights, alphas });
  }
  return weights;
}

interface Row {
  readonly buckets: readonly number[];
  readonly unit: number;
  readonly facts: readonly number[];
  readonly side: 1 | -1;
  /** 1 / 2C: the diagonal that squared hinge adds. */
  readonly slack: number;
  readonly squared: number;
}

function rowOf({ features, label }: Example, wanted: string, ownCost: number): Row {
  const { buckets, facts } = features;
  const side = label === wanted ? 1 : -1;
  const slack = 1 / (2 * (side === 1 ? ownCost : COST));
  const squared = (buckets.length > 0 ? 1 : 0) + facts.reduce((sum, fact) => sum + fact * fact, 0);
  return { buckets, unit: unitOf(buckets), facts, side, slack, squared };
}

function descend(
  rows: readonly Row[],
  at: number,
  { weights, alphas }: { readonly weights: Float64Array; readonly alphas: Float64Array },
): void {
  const row = rows[at];
  if (!row) return;
  const alpha = alphas[at] ?? 0;
  const gradient = row.side * scoreOfRow(row, weights) - 1 + alpha * row.slack;
  if (alpha === 0 && gradient >= 0) return;
  const moved = Math.max(0, alpha - gradient / (row.squared + row.slack));
  const step = (moved - alpha) * row.side;
  alphas[at] = moved;
  for (const bucket of row.buckets) weights[bucket] = (weights[bucket] ?? 0) + step * row.unit;
  row.facts.forEach((fact, index) => {
    weights[BUCKETS + index] = (weights[BUCKETS + index] ?? 0) + step * fact;
  });
}

/** How much an example resembles a label. */
export function scoreOf({ buckets, facts }: Features, weights: LabelWeights): number {
  return scoreOfRow({ buckets, facts, unit: unitOf(buckets) }, weights);
}

function unitOf(buckets: readonly number[]): number {
  return 1 / Math.sqrt(Math.max(1, buckets.length));
}

function scoreOfRow(
  { buckets, unit, facts }: Pick<Row, 'buckets' | 'unit' | 'facts'>,
  weights: LabelWeights,
): number {
  let sum = 0;
  for (const bucket of buckets) sum += weights[bucket] ?? 0;
  return facts.reduce((all, fact, at) => all + fact * (weights[BUCKETS + at] ?? 0), sum * unit);
}

function shuffled(length: number, next: () => number): readonly number[] {
  const order = Array.from({ length }, (_, index) => index);
  for (let last = length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}
