import { readFileSync } from 'node:fs';
import type { Tally } from '../after-real-pages/after-real-pages.ts';
import type { Label } from '../page.ts';

/** What a sentence says about the service that shows it, in the place where it stands. */
export const SAYINGS = {
  outage: ['error-page', 'http-error', 'timeout'],
  maintenance: ['maintenance'],
  queue: ['waiting-room'],
  blocked: ['blocked'],
  'login-rejected': ['login-rejected'],
  'login-unavailable': ['login-unavailable'],
  'password-expired': ['password-expired'],
  moved: ['changed'],
  nothing: ['passed'],
} as const satisfies Readonly<Record<string, readonly Label[]>>;

export type Saying = keyof typeof SAYINGS;

export type Where =
  | 'content'
  | 'alert'
  | 'list-item'
  | 'card'
  | 'form-hint'
  | 'footer'
  | 'article'
  | 'error-screen';

/** One labelled sentence. */
export interface Sentence {
  readonly text: string;
  readonly says: Saying;
  readonly where: Where;
  /** Why a careful person gives it this label. */
  readonly why?: string;
  /** Sentences of one family have the same subject and differ in what they say about it. */
  readonly family?: string;
}

/** How a set of sentences was judged, each in all frames of its place. */
export interface SentenceSet {
  /** By origin. The sentences are the lines of the file of this name in the folder above. */
  readonly name: string;
  /** Before any rule was made for these sentences. */
  readonly firstSight: Tally;
}

/**
 * The writers of the blind sets and of the pairs had read no rule and no other sentence. The
 * authors of the rules wrote the others. The pairs were divided by family.
 */
export const SENTENCE_SETS: readonly SentenceSet[] = [
  { name: 'sentences/own', firstSight: { pages: 1348, right: 857, missed: 270, alarms: 14 } },
  { name: 'sentences/foreign', firstSight: { pages: 754, right: 495, missed: 216, alarms: 26 } },
  {
    name: 'sentences/blind-first',
    firstSight: { pages: 771, right: 566, missed: 107, alarms: 10 },
  },
  {
    name: 'sentences/blind-second',
    firstSight: { pages: 775, right: 513, missed: 154, alarms: 4 },
  },
  {
    name: 'sentences/pairs-read',
    firstSight: { pages: 1607, right: 1192, missed: 205, alarms: 13 },
  },
  {
    name: 'sentences/pairs-unseen',
    firstSight: { pages: 807, right: 653, missed: 54, alarms: 7 },
  },
];

export function sentencesOf({ name }: Pick<SentenceSet, 'name'>): readonly Sentence[] {
  const file = new URL(`../${name}.jsonl`, import.meta.url);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Sentence);
}
