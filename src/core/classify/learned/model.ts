import type { Claim } from '#core/classify/learned/claims';
import { bucketsOfLine, type Features } from '#core/classify/learned/features';
import weights from './weights.json' with { type: 'json' };

/** Weights by label, written by `npm run train`. */
export interface Weights {
  readonly labels: readonly string[];
  /** Value of one step of a packed weight, by label. */
  readonly scales: readonly number[];
  /** By label, one letter per bucket: its place in `ALPHABET` minus 32. */
  readonly packed: readonly string[];
  /** By label, one weight for each fact. */
  readonly facts: readonly (readonly number[])[];
}

export const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
export const MIDDLE = 32;

/** The weights stay packed: reading some takes less time than unpacking them all. */
export interface Model<Label extends string = Claim> extends Weights {
  readonly labels: readonly Label[];
}

export function modelOf<Label extends string = Claim>(weights: Weights): Model<Label> {
  return weights as Model<Label>;
}

const LEARNED: Model = modelOf(weights);

export interface Opinion {
  readonly label: Claim;
  /** Distance to the next best label. A larger margin is surer. */
  readonly margin: number;
  /** Each label with its distance to a healthy page. */
  readonly distances: ReadonlyMap<Claim, number>;
}

export type Reader = (features: Features) => Opinion;

/** The label of the training pages that this page resembles most. */
export function opinionOf(features: Features, model: Model = LEARNED): Opinion {
  const scores = scoresOf(features, model);
  const [best, next] = scores.toSorted((one, other) => other.score - one.score);
  if (!best) throw new RangeError('the weights name no label');
  const passed = scores.find(({ label }) => label === 'passed')?.score ?? 0;
  const distances = new Map(scores.map(({ label, score }) => [label, score - passed]));
  return { label: best.label, margin: best.score - (next?.score ?? 0), distances };
}

export function scoresOf<Label extends string>(
  features: Features,
  model: Model<Label>,
): readonly { readonly label: Label; readonly score: number }[] {
  const { buckets } = features;
  const unit = 1 / Math.sqrt(Math.max(1, buckets.length));
  return model.labels.map((label, at) => ({
    label,
    score: sumOf(buckets, model, at) * unit + dot(features.facts, model.facts[at] ?? []),
  }));
}

/** The line that argues most for a label and against a healthy page. */
export function tellingLine(lines: readonly string[], wanted: Claim): string {
  const [own, healthy] = [LEARNED.labels.indexOf(wanted), LEARNED.labels.indexOf('passed')];
  const weighed = lines.map((line) => {
    const buckets = bucketsOfLine(line);
    return { line, score: sumOf(buckets, LEARNED, own) - sumOf(buckets, LEARNED, healthy) };
  });
  return weighed.reduce((best, one) => (one.score > best.score ? one : best), NOTHING).line;
}

const NOTHING = { line: '', score: 0 } as const;

const STEPS = new Int8Array(128);
for (const [at, letter] of [...ALPHABET].entries()) STEPS[letter.charCodeAt(0)] = at - MIDDLE;

function sumOf(buckets: readonly number[], { packed, scales }: Weights, label: number): number {
  const letters = packed[label];
  if (!letters) return 0;
  let steps = 0;
  for (const bucket of buckets) steps += STEPS[letters.charCodeAt(bucket)] ?? 0;
  return steps * (scales[label] ?? 0);
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}
