import { type Page, shows } from '#core/classify/page';
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
  readonly factor: (start: number) => number;
}

/** How a class of phrases is to be read. */
export interface Reading {
  /** The kind shows on a page with a login form, so the form is no sign of health. */
  readonly onForms?: boolean;
  /** Healthy pages announce it too: a dialog counts no more than the page it lies on. */
  readonly announced?: boolean;
}

const NONE: Evidence = { score: 0, rule: '', matched: '', statement: '' };
const STATEMENT_LENGTH = 60;
/** How much of each phrase is left on a page that only talks about trouble. */
const ARTICLE_FACTOR = 0.15;
const TALK_FACTOR = 0.1;
/** A list of notices has such lines; a page that is one says it in a sentence too. */
const HEADING_FACTOR = 0.2;
const FORM_FACTOR = 0.25;
/** A page under maintenance offers no login; a notice above one is a notice. */
const NOTICE_ON_FORM_FACTOR = 0.05;
/** So many things beside the words, and the page is at work. */
const SOME_ITEMS = 4;
const SOME_FEATURES = 4;
const BESIDE_ITEMS = 0.4;
const NOTICE_BESIDE_ITEMS = 0.1;
const MOST_MATCHES = 8;
/** Lighter phrases are manners, not claims. */
const LEAST_CLAIM = 1;
const DEEP = 1500;

/** Dialogs speak for the page; the title nearly so; the body the less, the more else it says. */
function placesOf(page: Page, reading: Reading): readonly Place[] {
  const body = bodyFactor(page, reading);
  const dialog = reading.announced && page.content > 200 ? body : 3;
  return [
    ...page.dialogs.map((passage) => ({ passage, factor: () => dialog })),
    { passage: page.title, factor: () => (page.article ? ARTICLE_FACTOR : 2) },
    { passage: page.body, lists: true, factor: (start) => body * (start > DEEP ? 0.3 : 1) },
  ];
}

function bodyFactor(page: Page, reading: Reading): number {
  const article = page.article ? ARTICLE_FACTOR : 1;
  const onForm = reading.announced ? NOTICE_ON_FORM_FACTOR : FORM_FACTOR;
  const form = page.loginForm && !reading.onForms ? onForm : 1;
  const furnished = furnishedFactor(page, reading);
  const weight = article * form * furnished;
  if (!page.article && page.content <= 20 && page.troubleShare >= 0.8) return 4 * weight;
  if (page.content <= 60) return 3 * weight;
  if (page.content <= 200) return 2 * weight;
  return (page.content <= 500 ? 0.7 : 0.3) * weight;
}

function furnishedFactor(page: Page, reading: Reading): number {
  if (page.items >= SOME_ITEMS) return reading.announced ? NOTICE_BESIDE_ITEMS : BESIDE_ITEMS;
  const offers = page.features >= SOME_FEATURES || (reading.announced && shows(page.seen, 'form'));
  return offers ? BESIDE_ITEMS : 1;
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
  return pattern ? [...text.matchAll(pattern)].slice(0, MOST_MATCHES) : [];
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
    const score = phrase.weight * factor(start) * talk * heading;
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
