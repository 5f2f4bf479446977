import { isTold, isTrouble } from '#core/classify/lines';
import { oncePerPage, type Page } from '#core/classify/page';
import { originalOf, type Passage } from '#core/classify/page-text';
import { ARTICLE_FACTOR, bodyFactor, type Reading } from '#core/classify/page-weight';
import type { Phrase } from '#core/classify/phrase';
import {
  isAhead,
  isHeading,
  isLater,
  isRule,
  isTalk,
  type Stretch,
} from '#core/classify/quoted-speech';

export interface Evidence {
  readonly score: number;
  /** Id of the heaviest phrase. Empty if there is none. */
  readonly rule: string;
  readonly matched: string;
  /** `matched` and the rest of its sentence. */
  readonly statement: string;
  /** Weight of the heaviest phrase, before its place is counted. */
  readonly weight: number;
}

/** A place in a page where phrases are looked for. */
interface Place {
  readonly passage: Passage;
  /** May hold lists of notices. A title or a dialog holds none. */
  readonly lists?: boolean;
  /** Matched sentence by sentence: a phrase does not continue into the next one. */
  readonly apart?: boolean;
  /** The page's own words, not those of an article or a list. */
  readonly own?: boolean;
  readonly factor: (start: number, now: boolean) => number;
  /** Announced for later, on a page that shows something else. */
  readonly ahead?: (stretch: Stretch) => boolean;
}

const NONE: Evidence = { score: 0, rule: '', matched: '', statement: '', weight: 0 };
const STATEMENT_LENGTH = 60;
const TALK_FACTOR = 0.1;
/** Lists of notices have such lines. A page that is a notice also says it in a sentence. */
const HEADING_FACTOR = 0.2;
/** Rows and entries are about other things than the page. */
const LISTED_FACTOR = 0.3;
/** Data is never about the page that shows it. */
const RECORDED_FACTOR = 0.1;
/** A message lists its details. */
const LISTED_IN_MESSAGE = 0.8;
/** Machine text counts at least this much anywhere outside an article. */
const LEAST_FOR_PROOF = 1.35;
/** A headline says what the page is about. */
const HEADLINE_FACTOR = 1.9;
const PROOF = 3;
const MOST_MATCHES = 8;
/** Lighter phrases are polite words, not claims. */
const LEAST_CLAIM = 1;
const DEEP = 1500;
/** Words after this many characters weigh almost nothing. */
const READ = 6000;

/**
 * Dialogs speak for the page, and the title almost as much. The body counts less, the more else it
 * says.
 */
function placesOf(page: Page, reading: Reading): readonly Place[] {
  const body = bodyFactor(page, reading);
  const present = bodyFactor(page, { ...reading, announced: false });
  const dialog = reading.announced && page.content > 200 ? body : 3;
  return [
    ...page.dialogs.map((passage) => ({ passage, factor: () => dialog })),
    { passage: page.title, factor: () => (page.article ? ARTICLE_FACTOR : 2) },
    {
      passage: page.heading,
      lists: true,
      factor: () => Math.max(body, page.article ? 0 : HEADLINE_FACTOR),
    },
    {
      passage: page.said,
      lists: true,
      own: !page.article || isBare(page) || !isProse(page),
      factor: (start, now) => (now ? present : body) * (start > DEEP ? 0.3 : 1),
      ahead: (stretch) => showsMore(page) && isAhead(page.said, stretch),
    },
    { passage: page.listed, lists: true, factor: () => body * listedFactor(page) },
  ];
}

/** Beside the announcement. */
function showsMore({ content, offers, listed }: Page): boolean {
  return content >= SOME_CONTENT || offers > 0 || listed.lines.length > 1;
}

const SOME_CONTENT = 20;

/** All trouble that the page tells of is still to come. */
export function announcesLater(page: Page): boolean {
  const told = sentencesOf(page.said).filter(({ text }) => isTrouble(text));
  return showsMore(page) && told.length > 0 && told.every(({ text }) => isLater(text));
}

function listedFactor({ records }: Page): number {
  return records > 1 ? RECORDED_FACTOR : LISTED_FACTOR;
}

/** The page is only about trouble, so it is no article whatever its title is. */
function isBare({ content, troubleShare }: Page): boolean {
  return content <= 60 && troubleShare >= 0.8;
}

/** An article has sentences. A board whose database failed has its title and none. */
export function isProse({ title, said }: Page): boolean {
  return !/[가-힣]/u.test(title.compact) || said.lines.some((line) => PROSE.test(line));
}

const PROSE = /[가-힣].{8,}(다|요|오|까|음|함|됨)[.!?]?$/u;

/** First unit of `compact` at or after a place in `plain`. */
function compactAt({ origins }: Passage, plain: number): number {
  const index = origins.findIndex((origin) => origin >= plain);
  return index === -1 ? origins.length : index;
}

/** The matches of a phrase as stretches of `compact`. */
function stretchesOf(
  { ko, en, weight }: Phrase,
  { passage, apart }: Pick<Place, 'passage' | 'apart'>,
): readonly (Stretch & { readonly rule: boolean })[] {
  const claims = weight >= LEAST_CLAIM;
  const korean = (apart ? sentencesOf(passage) : [{ start: 0, text: passage.compact }]).flatMap(
    ({ start, text }) =>
      matches(text, ko).map(({ index, 0: words }) => ({
        start: start + index,
        end: start + index + words.length,
        machine: false,
        claims,
        rule: (apart ?? false) && claims && isRule(text),
      })),
  );
  const english = matches(passage.lower, en).map(({ index, 0: words }) => {
    const start = compactAt(passage, index);
    return {
      start,
      end: compactAt(passage, index + words.length),
      machine: true,
      claims,
      rule: false,
    };
  });
  return [...korean, ...english];
}

const MOST_SENTENCES = 40;
/** A line that ends like this continues on the next. */
const GOES_ON =
  /(까지|부터|으로|로|에|를|을|은|는|및|와|과|하여|되어|인해|고|며|니|의|대한|위한|,)$/u;

function sentencesOf({ breaks, compact }: Passage) {
  const ends = breaks.slice(0, MOST_SENTENCES).filter((at) => !GOES_ON.test(compact.slice(0, at)));
  const starts = [0, ...ends];
  return starts.map((start, at) => ({ start, text: compact.slice(start, starts[at + 1]) }));
}

function matches(text: string, pattern: RegExp | undefined): readonly RegExpExecArray[] {
  if (!pattern || text === '') return [];
  const head = text.slice(0, READ);
  const matched: RegExpExecArray[] = [];
  // `matchAll` copies the pattern for each text, which takes longer than the search.
  pattern.lastIndex = 0;
  for (let one = pattern.exec(head); one && matched.length < MOST_MATCHES; ) {
    matched.push(one);
    one = pattern.exec(head);
  }
  return matched;
}

function found(phrase: Phrase, place: Place, reading: Reading): readonly Evidence[] {
  const { passage, factor, lists } = place;
  return stretchesOf(phrase, place).map((stretch) => {
    const { start, end, rule } = stretch;
    const talk = rule || isTalk(passage, stretch) ? TALK_FACTOR : 1;
    const ahead = reading.announced && place.ahead?.(stretch) ? LISTED_FACTOR : 1;
    const heading = lists && reading.announced && isHeading(passage, stretch) ? HEADING_FACTOR : 1;
    const least = reading.machine && phrase.weight >= PROOF && place.own ? LEAST_FOR_PROOF : 0;
    const counts = Math.max(least, factor(start, phrase.now ?? false));
    const score = phrase.weight * counts * talk * heading * ahead;
    const stop = passage.breaks.find((at) => at >= end) ?? passage.compact.length;
    return {
      score,
      weight: phrase.weight,
      rule: phrase.rule,
      matched: originalOf(passage, start, end),
      statement: originalOf(passage, start, Math.min(stop, end + STATEMENT_LENGTH)),
    };
  });
}

function heavier(one: Evidence, other: Evidence): Evidence {
  return other.score > one.score ? other : one;
}

/** The message of a page that is one message, and the sentences that state it. */
export const weighMessage = oncePerPage((page, phrases: readonly Phrase[]): Evidence => {
  const places: readonly Place[] = [
    ...[page.title, page.said, ...page.dialogs].map((passage) => ({ passage, factor: () => 1 })),
    { passage: page.listed, factor: () => LISTED_IN_MESSAGE },
  ];
  const pieces = piecesOf(phrases, (phrase) =>
    places.flatMap((place) => found(phrase, { ...place, apart: true }, {})),
  );
  const score = pieces.reduce((sum, piece) => sum + piece.score, 0);
  return { ...pieces.reduce(heavier, NONE), score };
});

/** The sentences of a page for its visitor, and whether one of the phrases is in them. */
export function toldBy(page: Page, phrases: readonly Phrase[]) {
  return [page.title, page.said, page.listed, ...page.dialogs].flatMap((passage) => {
    const stretches = phrases
      .flatMap((phrase) => stretchesOf(phrase, { passage, apart: true }))
      .filter((stretch) => !stretch.rule && !isTalk(passage, stretch));
    return sentencesOf(passage)
      .map(({ start, text }) => ({
        text,
        spoken: stretches.some((one) => one.start < start + text.length && one.end > start),
      }))
      .filter(({ text, spoken }) => isTold(text) && (spoken || passage !== page.title));
  });
}

/** Each phrase once, at its best place. */
function piecesOf(
  phrases: readonly Phrase[],
  find: (phrase: Phrase) => readonly Evidence[],
): readonly Evidence[] {
  return phrases.map((phrase) => find(phrase).reduce(heavier, NONE));
}

/** What a page says about a class of phrases. */
export function weigh(page: Page, phrases: readonly Phrase[], reading: Reading = {}): Evidence {
  const places = placesOf(page, reading);
  const pieces = piecesOf(phrases, (phrase) =>
    places
      .filter(({ passage }) => phrase.only === undefined || passage === page.title)
      .flatMap((place) => found(phrase, place, reading)),
  );
  const heaviest = pieces.reduce(heavier, NONE);
  const all = pieces.reduce((sum, { score }) => sum + score, 0);
  // An article repeats itself: many words about trouble are one subject.
  const repeats = page.article && page.dialogs.length === 0;
  return { ...heaviest, score: repeats ? heaviest.score : all };
}
