import type { Features } from '#core/classify/learned/features';
import { type Model, modelOf, scoresOf } from '#core/classify/learned/model';
import {
  featuresOfSentence,
  type Place,
  sentencesOf,
} from '#core/classify/learned/sentence-features';
import type { Page } from '#core/classify/page';
import weights from './sentence-weights.json' with { type: 'json' };

/**
 * `down` and `work`: this service cannot be used now, because of a failure or of planned work.
 * `visitor`: it does not let this visitor in, for example because of a queue, a firewall or an
 * account.
 */
export const CLAIMS = ['down', 'work', 'visitor', 'nothing'] as const;

export type Claim = (typeof CLAIMS)[number];

export type Told = Exclude<Claim, 'nothing'>;

/** What one sentence reads like. */
export interface Reading {
  readonly claim: Told;
  /** Distance to a sentence that claims nothing. Below 0 it claims nothing. */
  readonly margin: number;
  readonly text: string;
  readonly place: Place;
}

export type SentenceReader = (features: Features) => Pick<Reading, 'claim' | 'margin'>;

/** Learned as distances to a sentence that claims nothing. */
const LEARNED = modelOf<Told>(weights);

/** The claim that a sentence resembles most. */
export function claimOf(
  features: Features,
  read: Model<Told> = LEARNED,
): Pick<Reading, 'claim' | 'margin'> {
  const best = scoresOf(features, read).reduce((one, other) =>
    other.score > one.score ? other : one,
  );
  return { claim: best.label, margin: best.score };
}

/** Every sentence of a page with what it reads like, the surest claim first. */
export function readingsOf(page: Page, read: SentenceReader): readonly Reading[] {
  return sentencesOf(page)
    .map((sentence) => ({ ...sentence, ...read(featuresOfSentence(sentence)) }))
    .sort((one, other) => other.margin - one.margin);
}
