import type { Page } from '#core/classify/page';
import { ARTICLE_FACTOR, bodyFactor, type Reading } from '#core/classify/surroundings';
import { isHeading, isTalk, type Stretch } from '#core/classify/talk';
import { originalOf, type Passage } from '#core/page-text';

/** Words that count for a kind. `ko` is matched without white space, `en` in lower case. */
export interface Phrase {
  readonly rule: string;
  /** 2: a sentence by which a page speaks of itself; 3: nothing but a machine writes this. */
  readonly weight: number;
  readonly ko?: RegExp;
  readonly en?: RegExp;
  /** The phrase means this only there. */
  readonly only?: 'title';
  /** Says how things are at this moment; nobody announces that. */
  readonly now?: true;
  /** Section of the reference, the vendor, or `heuristic`. */
  readonly source: string;
}

export interface Evidence {
  readonly score: number;
  /** The heaviest phrase. Empty when there is none. */
  readonly rule: string;
  readonly matched: string;
  /** `matched` and what follows it in its sentence. */
  readonly statement: string;
}

/** Where in a text a phrase stands. */
interface Place {
  readonly passage: Passage;
  /** May hold lists of notices, which a title or a dialog does not. */
  readonly lists?: boolean;
  readonly factor: (start: number, now: boolean) => number;
}

const NONE: Evidence = { score: 0, rule: '', matched: '', statement: '' };
const STATEMENT_LENGTH = 60;
const TALK_FACTOR = 0.1;
/** A list of notices has such lines; a page that is one says it in a sentence too. */
const HEADING_FACTOR = 0.2;
const MOST_MATCHES = 8;
/** Lighter phrases are manners, not claims. */
const LEAST_CLAIM = 1;
const DEEP = 1500;
/** Words further down weigh next to nothing. */
const READ = 6000;

/** Dialogs speak for the page; the title nearly so; the body the less, the more else it says. */
function placesOf(page: Page, reading: Reading): readonly Place[] {
  const body = bodyFactor(page, reading);
  const present = bodyFactor(page, { ...reading, announced: false });
  const dialog = reading.announced && page.content > 200 ? body : 3;
  return [
    ...page.dialogs.map((passage) => ({ passage, factor: () => dialog })),
    { passage: page.title, factor: () => (page.article ? ARTICLE_FACTOR : 2) },
    {
      passage: page.body,
      lists: true,
      factor: (start, now) => (now ? present : body) * (start > DEEP ? 0.3 : 1),
    },
  ];
}

/** First unit of `squeezed` at or after a place in `plain`. */
function squeezedAt({ origins }: Passage, plain: number): number {
  const index = origins.findIndex((origin) => origin >= plain);
  return index === -1 ? origins.length : index;
}

/** The matches of a phrase as stretches of `squeezed`. */
function stretchesOf({ ko, en, weight }: Phrase, passage: Passage): readonly Stretch[] {
  const claims = weight >= LEAST_CLAIM;
  const korean = matches(passage.squeezed, ko).map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
    machine: false,
    claims,
  }));
  const english = matches(passage.lower, en).map(({ index, 0: words }) => {
    const start = squeezedAt(passage, index);
    return { start, end: squeezedAt(passage, index + words.length), machine: true, claims };
  });
  return [...korean, ...english];
}

function matches(text: string, pattern: RegExp | undefined): readonly RegExpExecArray[] {
  return pattern ? [...text.slice(0, READ).matchAll(pattern)].slice(0, MOST_MATCHES) : [];
}

function found(
  phrase: Phrase,
  { passage, factor, lists }: Place,
  reading: Reading,
): readonly Evidence[] {
  return stretchesOf(phrase, passage).map((stretch) => {
    const { start, end } = stretch;
    const talk = isTalk(passage, stretch) ? TALK_FACTOR : 1;
    const heading = lists && reading.announced && isHeading(passage, stretch) ? HEADING_FACTOR : 1;
    const score = phrase.weight * factor(start, phrase.now ?? false) * talk * heading;
    const stop = passage.breaks.find((at) => at >= end) ?? passage.squeezed.length;
    return {
      score,
      rule: phrase.rule,
      matched: originalOf(passage, start, end),
      statement: originalOf(passage, start, Math.min(stop, end + STATEMENT_LENGTH)),
    };
  });
}

function heavier(one: Evidence, other: Evidence): Evidence {
  return other.score > one.score ? other : one;
}

/** What a page says for a class of phrases: each counts once, at its best place. */
export function weigh(page: Page, phrases: readonly Phrase[], reading: Reading = {}): Evidence {
  const places = placesOf(page, reading);
  const pieces = phrases.map((phrase) =>
    places
      .filter(({ passage }) => phrase.only === undefined || passage === page.title)
      .flatMap((place) => found(phrase, place, reading))
      .reduce(heavier, NONE),
  );
  const heaviest = pieces.reduce(heavier, NONE);
  const all = pieces.reduce((sum, { score }) => sum + score, 0);
  // An article repeats itself: many words of trouble are one subject.
  const repeats = page.article && page.dialogs.length === 0;
  return { ...heaviest, score: repeats ? heaviest.score : all };
}
