import { BUCKETS } from '#core/classify/learned/features';
import { ALPHABET, MIDDLE, type Weights } from '#core/classify/learned/model';
import type { LabelWeights } from './support-vectors.ts';

/** A letter a weight: 63 steps are as good as exact ones, and a diff of the file stays readable by size. */
export function packed(trained: ReadonlyMap<string, LabelWeights>): Weights {
  const all = [...trained.values()];
  const scales = all.map((weights) => largest(weights.subarray(0, BUCKETS)) / (MIDDLE - 1));
  return {
    labels: [...trained.keys()],
    scales: scales.map((scale) => Number(scale.toPrecision(6))),
    packed: all.map((weights, at) => letters(weights.subarray(0, BUCKETS), scales[at] ?? 1)),
    facts: all.map((weights) =>
      [...weights.subarray(BUCKETS)].map((one) => Number(one.toFixed(4))),
    ),
  };
}

function largest(weights: Float64Array): number {
  return weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9);
}

function letters(weights: Float64Array, scale: number): string {
  return Array.from(weights, (weight) => ALPHABET[Math.round(weight / scale) + MIDDLE]).join('');
}
