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
 * The authors of the rules wrote `own`, `own-more` and `foreign`. The writers of the other sets had read no rule
 * and no other sentence. Sets with families are divided by family.
 */
export const SENTENCE_SETS: readonly SentenceSet[] = [
  { name: 'sentences/own', firstSight: { pages: 1348, right: 857, missed: 270, alarms: 14 } },
  { name: 'sentences/own-more', firstSight: { pages: 116, right: 89, missed: 8, alarms: 6 } },
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
  {
    name: 'sentences/whole-korean',
    firstSight: { pages: 2905, right: 2222, missed: 203, alarms: 49 },
  },
  {
    name: 'sentences/whole-korean-unseen',
    firstSight: { pages: 1323, right: 986, missed: 116, alarms: 13 },
  },
  {
    name: 'sentences/short-korean',
    firstSight: { pages: 2420, right: 1815, missed: 132, alarms: 17 },
  },
  {
    name: 'sentences/short-korean-unseen',
    firstSight: { pages: 1291, right: 933, missed: 81, alarms: 11 },
  },
  {
    name: 'sentences/english-and-others',
    firstSight: { pages: 3274, right: 2117, missed: 290, alarms: 77 },
  },
  {
    name: 'sentences/english-and-others-unseen',
    firstSight: { pages: 1848, right: 1260, missed: 158, alarms: 48 },
  },
  {
    name: 'sentences/every-outage',
    firstSight: { pages: 3930, right: 2670, missed: 569, alarms: 27 },
  },
  {
    name: 'sentences/every-outage-unseen',
    firstSight: { pages: 1798, right: 1228, missed: 247, alarms: 8 },
  },
  {
    name: 'sentences/look-alikes',
    firstSight: { pages: 4068, right: 3235, missed: 238, alarms: 34 },
  },
  {
    name: 'sentences/look-alikes-unseen',
    firstSight: { pages: 1794, right: 1412, missed: 122, alarms: 14 },
  },
  {
    name: 'sentences/thirteen-languages',
    firstSight: { pages: 4543, right: 2861, missed: 437, alarms: 39 },
  },
  {
    name: 'sentences/thirteen-languages-unseen',
    firstSight: { pages: 1620, right: 1034, missed: 179, alarms: 9 },
  },
];

export function sentencesOf({ name }: Pick<SentenceSet, 'name'>): readonly Sentence[] {
  const file = new URL(`../${name}.jsonl`, import.meta.url);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Sentence);
}
