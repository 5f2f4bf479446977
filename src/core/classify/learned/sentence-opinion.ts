import type { Finding } from '#core/classify/finding';
import { TOLD } from '#core/classify/learned/claims';
import { concluded, UNLIKE } from '#core/classify/learned/conclude';
import type { Decider } from '#core/classify/learned/decide';
import type { Known } from '#core/classify/learned/known';
import type { Opinion } from '#core/classify/learned/model';
import { evidenceOf, isSaid } from '#core/classify/learned/page-evidence';
import { isDoubt } from '#core/classify/learned/second-opinion';
import {
  type Reading,
  readingsOf,
  type SentenceReader,
} from '#core/classify/learned/sentence-reader';
import { type Page, pageOf } from '#core/classify/page';
import { compactText } from '#core/classify/page-text';
import { isOfALaterDay, isToCome } from '#core/classify/told-time';

/** What listens to a page. */
export interface Listeners {
  readonly read: SentenceReader;
  /** What the rules find in a page by its words alone. */
  readonly judge: (page: Page) => Finding | undefined;
  readonly decide: Decider;
}

/** What the rules and the reader of whole pages say. */
export interface Earlier {
  readonly first: Finding | undefined;
  readonly opinion: Opinion;
}

/**
 * Weighs all evidence about a page whose words decide: what the rules found, what each sentence
 * reads like, and what else the page shows. A page that passed or refused fails only if its words
 * confirm it. Where the evidence does not agree, the answer is `unknown`.
 */
export function sentenceOpinion(
  page: Page,
  earlier: Earlier,
  listeners: Listeners,
): Finding | undefined {
  if (!isOpen(page, earlier.first)) return earlier.first;
  const known = knownOf(page, earlier, listeners);
  return concluded({ ...known, chances: listeners.decide(evidenceOf(known)) });
}

export function knownOf(
  page: Page,
  { first, opinion }: Earlier,
  { read, judge }: Omit<Listeners, 'decide'>,
): Known {
  const readings = readingsOf(page, read).filter((one) => !isAhead(page, one));
  const surest = readings.find(isSaid);
  const alone = surest && judge(aloneOf(page, surest));
  return { page, first, opinion, readings, surest, alone };
}

/** Words decided, so words may change it. Statuses stay. */
export function isOpen({ seen }: Page, first: Finding | undefined): boolean {
  if (!first || isDoubt(first) || first.rule === 'marker-missing') return true;
  if (UNLIKE.test(first.rule)) return true;
  if (first.kind === 'unknown' || (seen.status ?? 200) >= 400) return false;
  return !/^(status|application-alert)/u.test(first.rule);
}

/** Planned work of a later hour is ahead too. */
function isAhead({ seen }: Page, { text, distances, margin }: Reading): boolean {
  const work = distances[TOLD.indexOf('maintenance')] === margin;
  return (work ? isToCome : isOfALaterDay)(text, seen);
}

/** The line of the sentence as a page of its own. */
function aloneOf({ seen }: Page, { text }: Reading): Page {
  const own = (line: string) => {
    const compact = compactText(line);
    return compact !== '' && (compact.includes(text) || text.includes(compact));
  };
  const lines = [...seen.dialogs.map(({ message }) => message), ...seen.text.split('\n')];
  return pageOf({
    ...seen,
    title: '',
    text: lines.filter(own).join('\n'),
    elements: [],
    dialogs: [],
    markers: [],
    outline: { frame: [], headings: [], links: [], entries: [], fields: 0, layers: [] },
  });
}
