import type { Told } from '#core/classify/learned/claims';
import { type Model, modelOf, scoresOf } from '#core/classify/learned/model';
import {
  featuresOfSentence,
  type PlacedSentence,
  type SentenceFeatures,
  sentencesOf,
} from '#core/classify/learned/sentence-features';
import type { Page } from '#core/classify/page';
import weights from './sentence-weights.json' with { type: 'json' };

/** What one sentence reads like. */
export interface Reading extends PlacedSentence {
  /** By `TOLD`: distance to a sentence that claims nothing. Below 0 it claims nothing. */
  readonly distances: readonly number[];
  /** The largest distance. */
  readonly margin: number;
  /** The signs that hold. */
  readonly signs: readonly number[];
}

/** Returns the distances by `TOLD`. */
export type SentenceReader = (features: SentenceFeatures) => readonly number[];

/** Learned as distances to a sentence that claims nothing. */
const LEARNED = modelOf<Told>(weights);

export function distancesOf(
  features: SentenceFeatures,
  read: Model<Told> = LEARNED,
): readonly number[] {
  return scoresOf(features, read).map(({ score }) => score);
}

/** Every sentence of a page with what it reads like, the surest claim first. */
export function readingsOf(page: Page, read: SentenceReader): readonly Reading[] {
  return sentencesOf(page)
    .map((sentence) => {
      const features = featuresOfSentence(sentence);
      const distances = read(features);
      return { ...sentence, distances, margin: Math.max(...distances), signs: features.signs };
    })
    .sort((one, other) => other.margin - one.margin);
}
