import { BUCKETS, bucketsOfLine, type Features } from '#core/classify/learned/features';
import type { Kind } from '#core/run/verdict';
import weights from './weights.json' with { type: 'json' };

/** The labels that the model learned. */
export type LearntLabel = Kind | 'passed';

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

export interface Model<Label extends string = LearntLabel> {
  readonly labels: readonly Label[];
  readonly weights: readonly Float32Array[];
  readonly facts: readonly (readonly number[])[];
}

export function modelOf<Label extends string = LearntLabel>({
  labels,
  scales,
  packed,
  facts,
}: Weights): Model<Label> {
  const steps = new Map([...ALPHABET].map((letter, at) => [letter, at - MIDDLE]));
  const unpack = (letters: string, scale: number) =>
    Float32Array.from(letters, (letter) => (steps.get(letter) ?? 0) * scale);
  return {
    labels: labels as readonly Label[],
    weights: packed.map((letters, at) => unpack(letters, scales[at] ?? 0)),
    facts,
  };
}

let model: Model | undefined;

/** Unpacks the weights when the first page is read, not when the code is loaded. */
function learned(): Model {
  model ??= modelOf(weights);
  return model;
}

export interface Opinion {
  readonly label: LearntLabel;
  /** Distance to the next best label. A larger margin is surer. */
  readonly margin: number;
}

export type Reader = (features: Features) => Opinion;

/** The label of the training pages that this page resembles most. */
export function opinionOf(features: Features, model: Model = learned()): Opinion {
  const scores = scoresOf(features, model);
  const [best, next] = scores.toSorted((one, other) => other.score - one.score);
  if (!best) throw new RangeError('the weights name no label');
  return { label: best.label, margin: best.score - (next?.score ?? 0) };
}

export function scoresOf<Label extends string>(
  features: Features,
  { labels, weights, facts }: Model<Label>,
): readonly { readonly label: Label; readonly score: number }[] {
  const { buckets } = features;
  const unit = 1 / Math.sqrt(Math.max(1, buckets.length));
  return labels.map((label, at) => ({
    label,
    score: sumOf(buckets, weights[at]) * unit + dot(features.facts, facts[at] ?? []),
  }));
}

/** The line that argues most for a label and against a healthy page. */
export function tellingLine(lines: readonly string[], wanted: LearntLabel): string {
  const { labels, weights } = learned();
  const [own, healthy] = [labels.indexOf(wanted), labels.indexOf('passed')].map(
    (at) => weights[at],
  );
  const weighed = lines.map((line) => {
    const buckets = bucketsOfLine(line);
    return { line, score: sumOf(buckets, own) - sumOf(buckets, healthy) };
  });
  return weighed.reduce((best, one) => (one.score > best.score ? one : best), NOTHING).line;
}

const NOTHING = { line: '', score: 0 } as const;

function sumOf(buckets: readonly number[], weights: Float32Array | undefined): number {
  if (weights?.length !== BUCKETS) return 0;
  let sum = 0;
  for (const bucket of buckets) sum += weights[bucket] ?? 0;
  return sum;
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}
