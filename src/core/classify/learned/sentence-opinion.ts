import { isRecord } from '#core/classify/exceptions';
import { type Finding, RESULT_OF } from '#core/classify/finding';
import { isDoubt, worksBeside } from '#core/classify/learned/second-opinion';
import {
  type Reading,
  readingsOf,
  type SentenceReader,
} from '#core/classify/learned/sentence-reader';
import {
  isLimited,
  isOfAPart,
  isOfNow,
  isOfOtherThings,
  isTold,
  saysBroken,
  saysOneOf,
} from '#core/classify/learned/signs/signs';
import { GOES_ON } from '#core/classify/learned/this-moment';
import { turnedAway } from '#core/classify/learned/turned-away';
import { isTrouble } from '#core/classify/lines';
import { type Page, pageOf } from '#core/classify/page';
import { compactText } from '#core/classify/page-text';
import { isLater, isRule } from '#core/classify/quoted-speech';
import { isOfAnother, saysStopped } from '#core/classify/statement';
import { isOfALaterDay, isToCome, isUnderWay, namesTime } from '#core/classify/told-time';
import type { Kind } from '#core/run/verdict';

/**
 * Margins of the surest sentence, chosen on sentences and pages of writers that the training left
 * out. Heuristic.
 */
const SURE = {
  /** A sentence claims trouble; the rules found none on the page. */
  trouble: 0.2,
  /** The same where the words of the sentence say that something is broken. */
  troubleInBrokenWords: -0.2,
  /** The same in a row of a list that tells of this moment. Rows are worded shortly. */
  troubleInRow: -0.8,
  /** English without words for it: names, settings, lists. */
  troubleInPlainLetters: 1,
  /** The words set a condition or a rule, or are about something else. */
  troubleInRule: 0.5,
  /** The same where the rules find trouble in the sentence alone. */
  troubleByRules: 0.6,
  /** The rules are in doubt, and the reader decides. */
  troubleRatherThanDoubt: 1,
  /** The rules find nothing but words of trouble in the sentence. */
  troubleNamed: 1.6,
  /** The rules find nothing, but the words of the sentence say that something is broken. */
  troubleInWords: 0.6,
  /** The same for an article, which talks about trouble. */
  troubleInArticle: 2.5,
  /** The same where its words tell of this moment. */
  troubleInArticleOfNow: 1,
  /** The same beside something that only a working page shows. */
  troubleBesideMarker: 0.9,
  /** Below this no sentence claims anything, whatever the rules found. */
  nothing: -0.1,
  /** Below this the rules are wrong if the page shows something else. */
  surelyNothing: -1,
} as const;

const REASONS = {
  down: 'The rules find no trouble, but a sentence reads as if the service failed now.',
  work: 'The rules find no trouble, but a sentence reads as if the service stopped for work now.',
} as const;

/** A headline, as of a notice, does not say when. */
const SENTENCE = /(다|요|오)[.!]?$/u;
const KOREAN = /[가-힣]{2}/u;
const PLAIN = /^[ -~]*$/u;
const LONG_ENGLISH = 100;
const DATED = /\d{1,2}(월|[./-]\d{1,2}|日|\/)/u;

/** The readers of sentences: one learned, one by rules. */
export interface Listeners {
  readonly read: SentenceReader;
  /** What the rules find in a page by its words alone. */
  readonly judge: (page: Page) => Finding | undefined;
}

/**
 * Looks at sentences where the page as a whole hides them. On a page that passed, a sentence fails
 * it only if the rules find an outage, or at least words of trouble, in that sentence alone and the
 * learned reader agrees. If only the reader hears an outage, the answer is `unknown`. An outage by
 * words that no sentence tells is `unknown` where the page shows other things, or even nothing.
 */
export function sentenceOpinion(
  page: Page,
  first: Finding | undefined,
  listeners: Listeners,
): Finding | undefined {
  if (!first || UNLIKE.test(first.rule) || isDoubt(first))
    return heard(page, first, listeners) ?? first;
  const failure = failureBehind(page, first, listeners.read);
  if (failure) return claimed(failure);
  // The step that looked for a marker gave up, for example because of this very sentence.
  if (first.rule === 'marker-missing') return surely(heard(page, undefined, listeners)) ?? first;
  if (RESULT_OF[first.kind] !== 'failed' || !isOfWords(page, first)) return first;
  if (worksBeside(page) && isAnnounced(page, first)) return undefined;
  if (first.kind === 'maintenance' && tellers(page, first).some(underWay(page))) return first;
  const [surest] = readingsOf(page, listeners.read);
  if (!surest || surest.margin >= SURE.nothing) return first;
  const guessed = first.rule.startsWith('like-');
  if (!guessed && !worksBeside(page)) return first;
  if (!guessed && surest.margin < SURE.surelyNothing) return undefined;
  const reason = `The rules point to ${first.kind}, but no sentence says so.`;
  return { ...first, kind: 'unknown', rule: `unsaid-${first.kind}`, reason };
}

/** The lines with the words of the finding are all about a time to come. */
function isAnnounced(page: Page, first: Finding): boolean {
  const lines = tellers(page, first);
  const isLate = first.kind === 'maintenance' ? isToCome : isOfALaterDay;
  return lines.length > 0 && lines.every((line) => isLate(line, page.seen));
}

const underWay = (page: Page) => (line: string) => isUnderWay(line, page.seen);

/**
 * The lines with the words of the finding. If none of them names a time, as where a notice has a
 * line of its own for it, all lines around them that do.
 */
function tellers({ dialogs, said }: Page, { matched = '' }: Finding): readonly string[] {
  const words = compactText(matched);
  const passages = [...dialogs, said].filter(({ compact }) => words && compact.includes(words));
  const lines = passages.flatMap((passage) => passage.lines);
  const saying = lines.filter((line) => line.includes(words));
  return saying.some(namesTime) ? saying : lines.filter(namesTime);
}

/** A row or a cell tells of this moment, or in a whole sentence of what does not answer. */
function tellsNow(text: string): boolean {
  return isOfNow(text) || (SENTENCE.test(text) && NOT_ANSWERING(text));
}

const NOT_ANSWERING = saysOneOf('no-answer', 'failed', 'fault');
const UNFILLED = saysOneOf('raw-value');

/** Repairs are worded like work, and some failures like a refusal. */
function failureBehind(page: Page, first: Finding, read: SentenceReader): Reading | undefined {
  const guessed = first.rule.startsWith('like-') && RESULT_OF[first.kind] !== 'failed';
  if (page.article || !(guessed || first.kind === 'maintenance')) return undefined;
  const told = surestOf(page, read);
  if (told?.claim !== 'down' || told.margin < SURE.troubleInWords) return undefined;
  return saysBroken(told.text) && NAMES_FAILURE(told.text) && !OF_LOGIN(told.text)
    ? told
    : undefined;
}

const NAMES_FAILURE = saysOneOf('fault', 'cut', 'failed');
const OF_LOGIN = saysOneOf('credentials', 'login');

/** Something that accuses nobody, and the page reads like an outage. */
const UNLIKE = /^unlike-(passed|changed|blocked|login|waiting|password)/u;

function surely(finding: Finding | undefined): Finding | undefined {
  return finding?.kind === 'unknown' ? undefined : finding;
}

function heard(
  page: Page,
  first: Finding | undefined,
  { read, judge }: Listeners,
): Finding | undefined {
  const told = isRecord(page.body.compact) ? undefined : surestOf(page, read);
  if (!told || told.margin < leastOf(told)) return undefined;
  const alone =
    page.article || told.margin < SURE.troubleByRules ? undefined : judge(aloneOf(page, told));
  if (told.claim === 'visitor')
    return first ? undefined : (refused(told, alone) ?? turnedAway(page, told));
  const partial = showsData(page) && !saysStopped(told.text);
  if (partial || (told.claim === 'work' && !goesOn(page, told))) return doubted(page, told);
  if (alone && RESULT_OF[alone.kind] === 'failed') return accused(told, alone);
  const doubt = isDoubt(first) || isDoubt(alone);
  return isClaim(page, told, doubt) ? claimed(told) : doubted(page, told);
}

function leastOf({ text, place }: Reading): number {
  if (place === 'listed') return SURE.troubleInRow;
  if (isRule(text) || isLimited(text)) return SURE.troubleInRule;
  if (saysBroken(text)) return SURE.troubleInBrokenWords;
  return PLAIN.test(text) ? SURE.troubleInPlainLetters : SURE.trouble;
}

/** The reader is sure, and the words say the same. */
function isClaim({ article }: Page, told: Reading, doubt: boolean): boolean {
  const { text, margin, place } = told;
  if (article || place === 'listed' || ADVICE.test(text) || NOTICE.test(text)) return false;
  if (isOfAPart(text) || !isTold(text)) return false;
  if (saysBroken(text) && !isRule(text)) return margin >= leastInWords(text);
  if (isOfOtherThings(text) || PLAIN.test(text)) return false;
  if (doubt && margin >= SURE.troubleRatherThanDoubt) return true;
  return isTrouble(text) && !isRule(text) && margin >= SURE.troubleNamed;
}

/** Manuals in English are full of errors, and their sentences are long. */
function leastInWords(text: string): number {
  if (!PLAIN.test(text)) return SURE.troubleInWords;
  return text.length > LONG_ENGLISH ? Number.POSITIVE_INFINITY : SURE.troubleInPlainLetters;
}

/** The label of a notice beside what works. */
const NOTICE = /^[[(<【](안내|공지|알림)[\])>】]/u;

/** Advice alone, without what happened. */
const ADVICE = /^(잠시(후|뒤)?에?)?다시.{0,16}(세요|바랍니다|시오|부탁드립니다)[.!]?$/u;

/** Rules take planned work for an outage more easily than the reader does. */
function accused({ claim }: Reading, alone: Finding): Finding {
  const kind = claim === 'work' ? 'maintenance' : alone.kind;
  return { ...alone, kind, rule: `alone-${alone.rule}` };
}

const REFUSALS: readonly Kind[] = ['waiting-room', 'blocked', 'changed', 'login-unavailable'];

/** Refusals of the visitor accuse nobody, so the rules may find them in a sentence alone. */
function refused({ margin }: Reading, alone: Finding | undefined): Finding | undefined {
  if (!alone || margin < SURE.troubleRatherThanDoubt) return undefined;
  return REFUSALS.includes(alone.kind) ? { ...alone, rule: `alone-${alone.rule}` } : undefined;
}

function claimed({ claim, text: matched }: Reading): Finding {
  const kind = claim === 'work' ? 'maintenance' : 'error-page';
  const reason = 'The rules are in doubt, and a sentence says that the service cannot be used now.';
  return { kind, rule: `sentence-says-${claim}`, reason, matched, cause: `sentence ${claim}` };
}

function doubted(page: Page, told: Reading): Finding | undefined {
  const { claim, text: matched, margin } = told;
  if (claim === 'visitor' || margin < sureOf(page, told)) return undefined;
  const rule = `sentence-like-${claim}`;
  return { kind: 'unknown', rule, reason: REASONS[claim], matched, cause: `sentence ${claim}` };
}

function surestOf(page: Page, read: SentenceReader): Reading | undefined {
  return readingsOf(page, read).find((reading) => isOwn(page, reading));
}

function isOwn(page: Page, { place, text, claim }: Reading): boolean {
  const isLate = claim === 'work' ? isToCome : isOfALaterDay;
  if (isLater(text) || isOfAnother(text) || isLate(text, page.seen)) return false;
  if (place === 'listed')
    return (claim === 'down' && saysBroken(text) && tellsNow(text)) || UNFILLED(text);
  if (place !== 'said' && place !== 'dialog') return false;
  if (claim === 'work' && isOfOtherThings(text)) return false;
  if (claim !== 'work' || goesOn(page, { text })) return true;
  return !DATED.test(page.said.compact) && !(KOREAN.test(text) && !SENTENCE.test(text));
}

/** By its words, or by its hours and the time of the answer. */
function goesOn({ seen }: Page, { text }: Pick<Reading, 'text'>): boolean {
  return GOES_ON.test(text) || isUnderWay(text, seen);
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

/** Rows of data and results: what the page is for comes, so the trouble is a part's. */
function showsData({ records }: Page): boolean {
  return records > 1;
}

function sureOf({ article, expectation }: Page, told: Reading): number {
  if (article)
    return saysBroken(told.text) && isOfNow(told.text)
      ? SURE.troubleInArticleOfNow
      : SURE.troubleInArticle;
  if (expectation !== 'found') return leastOf(told);
  return isOfAPart(told.text) ? SURE.troubleInArticle : SURE.troubleBesideMarker;
}

/** Without an error status and the words of a machine, only sentences speak for an outage. */
function isOfWords({ seen }: Page, { matched = '', rule }: Finding): boolean {
  if ((seen.status ?? 200) >= 400) return false;
  return /[가-힣]/u.test(matched) || /^(foreign|english|like)-/u.test(rule);
}
