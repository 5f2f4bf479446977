import { BUCKETS } from '#core/classify/learned/features';
import { ALPHABET, MIDDLE, type Weights } from '#core/classify/learned/model';
import type { LabelWeights } from './support-vectors.ts';

/**
 * One letter per weight. 63 steps are as accurate as exact values, and a diff of the file shows the
 * size of each change.
 */
export function packed(trained: ReadonlyMap<string, LabelWeights>, buckets = BUCKETS): Weights {
  const all = [...trained.values()];
  const scales = all.map((weights) => largest(weights.subarray(0, buckets)) / (MIDDLE - 1));
  return {
    labels: [...trained.keys()],
    scales: scales.map((scale) => Number(scale.toPrecision(6))),
    packed: all.map((weights, at) => letters(weights.subarray(0, buckets), scales[at] ?? 1)),
    facts: all.map((weights) =>
      [...weights.subarray(buckets)].map((one) => Number(one.toFixed(4))),
    ),
  };
}

/** The weights of every other label minus those of `base`: a score is then the distance to it. */
export function against(
  trained: ReadonlyMap<string, LabelWeights>,
  base: string,
): ReadonlyMap<string, LabelWeights> {
  const own = trained.get(base);
  const others = [...trained].filter(([label]) => label !== base);
  return new Map(
    others.map(([label, weights]) => [
      label,
      weights.map((weight, at) => weight - (own?.[at] ?? 0)),
    ]),
  );
}

function largest(weights: Float64Array): number {
  return weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9);
}

function letters(weights: Float64Array, scale: number): string {
  return Array.from(weights, (weight) => ALPHABET[Math.round(weight / scale) + MIDDLE]).join('');
}
