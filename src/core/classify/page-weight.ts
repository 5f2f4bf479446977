import { contentOf, troubleShareOf } from '#core/classify/lines';
import { type Page, shows } from '#core/classify/page';

/** How to read a class of phrases. */
export interface Reading {
  /** The kind also appears on pages with a login form, so the form is no sign of health. */
  readonly onForms?: boolean;
  /** Healthy pages also announce it, so a dialog counts no more than the page below it. */
  readonly announced?: boolean;
  /** Written by a machine: the statement is the cause itself and is proof. */
  readonly machine?: boolean;
}

/** Remaining weight of a phrase on a page that only talks about trouble. */
export const ARTICLE_FACTOR = 0.15;
const FORM_FACTOR = 0.25;
/** A page with this many form fields is working. */
const SOME_FIELDS = 3;
const IN_FORM_FACTOR = 0.1;
/** A page under maintenance offers no login. Text above a login form is only a notice. */
const NOTICE_ON_FORM_FACTOR = 0.05;
/** With this many things beside the words, the page is working. */
export const SOME_ITEMS = 3;
const SOME_FEATURES = 4;
const BESIDE_ITEMS = 0.4;
const NOTICE_BESIDE_ITEMS = 0.1;
/** Only a layer over a working page can be hidden for a day. */
export const POP_UP =
  /(오늘|하루|일주일|7일|다시).{0,6}(보지않|열지않|띄우지않|그만보|보이지않)|don'tshow(this)?again/u;
const NOTICE_IN_POP_UP = 0.05;

/** Characters beside its trouble, and rows, that a page with one message may have. */
const LITTLE = 40;
const FEW_ROWS = 6;
const ONLY_TROUBLE = 3;

/**
 * All sentences of the page tell of trouble. What stands around them, be it a menu that does not
 * call itself one, a login form or a search form, is what this portal has around everything.
 */
function saysOnlyTrouble(page: Page): boolean {
  const { said, listed, records, offers, seen } = page;
  if (seen.outline === undefined || records > 0 || listed.lines.length > FEW_ROWS) return false;
  if (offers >= MANY_OFFERS || POP_UP.test(page.body.compact) || liesOverWork(page)) return false;
  return troubleShareOf(said) >= 0.6 && contentOf(said) <= LITTLE;
}

/** As many long links are content. */
const MANY_OFFERS = 5;

/** Weight of a phrase in the body. More other content means less weight. */
export function bodyFactor(page: Page, reading: Reading): number {
  const article = page.article ? ARTICLE_FACTOR : 1;
  const onForm = reading.announced ? NOTICE_ON_FORM_FACTOR : FORM_FACTOR;
  const form = page.loginForm && !reading.onForms ? onForm : 1;
  const furnished = furnishedFactor(page, reading);
  const only = saysOnlyTrouble(page) ? ONLY_TROUBLE * article : 0;
  return Math.max(only, furnishedWeight(page, article * form * furnished));
}

function furnishedWeight(page: Page, weight: number): number {
  if (!page.article && page.content <= 20 && page.troubleShare >= 0.8) return 4 * weight;
  if (page.content <= 60) return 3 * weight;
  if (page.content <= 200) return 2 * weight;
  return (page.content <= 500 ? 0.7 : 0.3) * weight;
}

/**
 * The page behind the layer offers something to do. Layers that describe the present have their own
 * judge.
 */
function liesOverWork({ seen, offers }: Page): boolean {
  const { layers = [], fields = 0 } = seen.outline ?? {};
  return layers.length > 0 && fields + offers >= 1;
}

function furnishedFactor(page: Page, reading: Reading): number {
  if (!page.loginForm && (page.seen.outline?.fields ?? 0) >= SOME_FIELDS) return IN_FORM_FACTOR;
  if (reading.onForms) return 1;
  if (POP_UP.test(page.body.compact)) return NOTICE_IN_POP_UP;
  if (reading.announced && liesOverWork(page)) return NOTICE_IN_POP_UP;
  if (page.items >= SOME_ITEMS) return reading.announced ? NOTICE_BESIDE_ITEMS : BESIDE_ITEMS;
  const offers = page.features >= SOME_FEATURES || (reading.announced && shows(page.seen, 'form'));
  return offers ? BESIDE_ITEMS : 1;
}
