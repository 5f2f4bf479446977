import type { Page } from '#core/classify/page';
import { originalOf, type Passage } from '#core/page-text';

/** Words that count for a kind. `ko` is matched without white space, `en` in lower case. */
export interface Phrase {
  readonly rule: string;
  /** 2: a sentence by which a page speaks of itself; 3: nothing but a machine writes this. */
  readonly weight: number;
  readonly ko?: RegExp;
  readonly en?: RegExp;
  /** Section of the reference, the vendor, or `heuristic`. */
  readonly source: string;
}

export interface Evidence {
  readonly score: number;
  /** The heaviest phrase. Empty when there is none. */
  readonly rule: string;
  readonly matched: string;
}

/** Where in a text a phrase stands. */
interface Place {
  readonly passage: Passage;
  readonly factor: (start: number) => number;
}

const NONE: Evidence = { score: 0, rule: '', matched: '' };
/** How much of each phrase is left on a page that only talks about trouble. */
const ARTICLE_FACTOR = 0.15;
const TALK_FACTOR = 0.1;
const MOST_MATCHES = 8;

/** After the phrase, in its sentence: it is quoted, conditional, past or explained. Heuristic. */
const TALK_AFTER =
  /^.{0,6}["'”’」』]|^.{0,12}(라는|라고|라며|이라는|메시지|메세지|문구|화면이|해결|원인|방법|경우|나와요|나온다|뜨는|뜨며|뜹니다|표시됩니다|밝혔|따르면|였다|했다|겪었다|복구완료|해소|완료안내|정상화되|발생시|으?면$)/u;
/** Before the phrase, in its sentence. Heuristic. */
const TALK_BEFORE = /["'“‘「『][^"'“”‘’「」『』]{0,20}$|^q[\d.]|^\d{4}[-.]\d{1,2}[-.]\d{1,2}/u;

/** Dialogs speak for the page; the title nearly so; the body the less, the more else it says. */
function placesOf(page: Page): readonly Place[] {
  const body = bodyFactor(page);
  return [
    ...page.dialogs.map((passage) => ({ passage, factor: () => 3 })),
    { passage: page.title, factor: () => (page.article ? ARTICLE_FACTOR : 2) },
    { passage: page.body, factor: (start) => body * (start > 1500 ? 0.3 : 1) },
  ];
}

function bodyFactor(page: Page): number {
  const article = page.article ? ARTICLE_FACTOR : 1;
  const busy = page.loginForm ? 0.4 : 1;
  if (page.content <= 60) return 3 * article * busy;
  if (page.content <= 200) return 2 * article * busy;
  return (page.content <= 500 ? 0.7 : 0.3) * article * busy;
}

function isTalk(passage: Passage, start: number, end: number): boolean {
  const from = passage.breaks.findLast((at) => at <= start) ?? 0;
  const to = passage.breaks.find((at) => at >= end) ?? passage.squeezed.length;
  const before = passage.squeezed.slice(from, start);
  return TALK_BEFORE.test(before) || TALK_AFTER.test(passage.squeezed.slice(end, to));
}

function found(phrase: Phrase, { passage, factor }: Place): Evidence {
  let best = NONE;
  const { ko, en } = phrase;
  for (const match of ko ? matches(passage.squeezed, ko) : []) {
    const end = match.index + match[0].length;
    const talk = isTalk(passage, match.index, end) ? TALK_FACTOR : 1;
    const score = phrase.weight * factor(match.index) * talk;
    const matched = originalOf(passage, match.index, end);
    if (score > best.score) best = { score, rule: phrase.rule, matched };
  }
  for (const match of en ? matches(passage.lower, en) : []) {
    const score = phrase.weight * factor(match.index);
    const matched = passage.plain.slice(match.index, match.index + match[0].length);
    if (score > best.score) best = { score, rule: phrase.rule, matched };
  }
  return best;
}

function matches(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  return [...text.matchAll(new RegExp(pattern.source, 'gu'))].slice(0, MOST_MATCHES);
}

/** What a page says for a class of phrases: each counts once, at its best place. */
export function weigh(page: Page, phrases: readonly Phrase[]): Evidence {
  const places = placesOf(page);
  const pieces = phrases
    .map((phrase) =>
      places
        .map((place) => found(phrase, place))
        .reduce((best, piece) => (piece.score > best.score ? piece : best), NONE),
    )
    .filter(({ score }) => score > 0);
  const heaviest = pieces.reduce((best, piece) => (piece.score > best.score ? piece : best), NONE);
  return { ...heaviest, score: pieces.reduce((sum, { score }) => sum + score, 0) };
}
