import { type Page, shows } from '#core/classify/page';

/** How a class of phrases is to be read. */
export interface Reading {
  /** The kind shows on a page with a login form, so the form is no sign of health. */
  readonly onForms?: boolean;
  /** Healthy pages announce it too: a dialog counts no more than the page it lies on. */
  readonly announced?: boolean;
  /** A machine wrote it: the statement itself is the cause, and stands as proof. */
  readonly machine?: boolean;
}

/** How much of each phrase is left on a page that only talks about trouble. */
export const ARTICLE_FACTOR = 0.15;
const FORM_FACTOR = 0.25;
/** A page with this many form fields is working. */
const SOME_FIELDS = 3;
const IN_FORM_FACTOR = 0.1;
/** A page under maintenance offers no login; a notice above one is a notice. */
const NOTICE_ON_FORM_FACTOR = 0.05;
/** So many things beside the words, and the page is at work. */
export const SOME_ITEMS = 3;
const SOME_FEATURES = 4;
const BESIDE_ITEMS = 0.4;
const NOTICE_BESIDE_ITEMS = 0.1;
/** Only something that lies over a page at work can be put away for a day. */
export const POP_UP =
  /(오늘|하루|일주일|7일|다시).{0,6}(보지않|열지않|띄우지않|그만보|보이지않)|don'tshow(this)?again/u;
const NOTICE_IN_POP_UP = 0.05;

/** How much a phrase in the body counts: the more else the page shows, the less. */
export function bodyFactor(page: Page, reading: Reading): number {
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

/** Something to do stands behind the layer. Layers that speak of now are judged by themselves. */
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
