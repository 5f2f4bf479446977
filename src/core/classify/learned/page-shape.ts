import { FAR, flag, MANY, within } from '#core/classify/learned/evidence-units';
import type { Known } from '#core/classify/learned/known';
import type { Reading } from '#core/classify/learned/sentence-reader';
import { isLimited, saysBroken } from '#core/classify/learned/signs/signs';
import { isTrouble } from '#core/classify/lines';
import type { Page } from '#core/classify/page';
import { compactText } from '#core/classify/page-text';

/** The logarithm of a large page. */
const LARGE = 8;
const SURE_CLAIM = 0.5;

/**
 * Where the surest sentence stands, and what the page says and shows beside it, as numbers between
 * -1 and 1. A page with many claims explains errors, and one claim is a small part of a page that
 * works.
 */
export function ofShape({ page, readings, surest }: Known): readonly number[] {
  const text = surest?.text ?? '';
  return [...ofClaims(readings), ...ofPlace(page, text), ...ofSize(page, readings, text)];
}

function ofClaims(readings: readonly Reading[]): readonly number[] {
  const said = readings.filter(({ place }) => place === 'said');
  const claims = readings.filter(({ margin }) => margin > 0);
  const limited = said.filter(({ text }) => isLimited(text));
  return [
    few(claims.length),
    few(said.filter(({ margin }) => margin > SURE_CLAIM).length),
    share(claims.length, readings.length),
    large(said.length),
    large(readings.length - said.length),
    few(said.filter(({ text }) => saysBroken(text)).length),
    few(limited.length),
    share(limited.length, said.length),
    few(said.filter(({ text }) => isTrouble(text)).length),
  ];
}

function ofPlace({ said, seen }: Page, text: string): readonly number[] {
  const { outline } = seen;
  const { compact } = said;
  const at = text === '' ? -1 : compact.indexOf(text);
  const [before, after] = [compact[at - 1] ?? '', compact[at + text.length] ?? ''];
  const lists = [
    outline?.headings,
    outline?.links,
    outline?.entries,
    outline?.layers,
    outline?.frame,
  ];
  return [
    ...lists.map((lines) => flag((lines ?? []).some((line) => isAround(line, text)))),
    at < 0 ? 0.5 : share(at, compact.length),
    flag(at > 0 && QUOTE.test(before)),
    flag(at >= 0 && QUOTE.test(after)),
    flag(QUOTE.test(text)),
    flag(PAIR.test(text)),
    flag(NUMBERED.test(text)),
  ];
}

const QUOTE = /["'“”‘’「」『』`]/u;
/** "Name: value", "one | other". */
const PAIR = /.[:：|·–-]./u;
/** Entries, questions and answers. */
const NUMBERED = /^\d|^[q문a답][.:]/u;

/** The line says the sentence, or is a good part of it. */
function isAround(line: string, text: string): boolean {
  const key = compactText(line);
  if (text === '' || key.length < 3) return false;
  return key.includes(text) || (text.includes(key) && key.length > text.length / 2);
}

function ofSize(page: Page, readings: readonly Reading[], text: string): readonly number[] {
  const { seen, said, listed, features, lines } = page;
  const { outline, failedRequests = [], pending } = seen;
  const all = said.compact.length + listed.compact.length;
  const headings = outline?.headings ?? [];
  const heading = readings.find((one) => headings.some((line) => isAround(line, one.text)));
  return [
    large(all),
    Math.min(1, share(text.length, all)),
    within(heading?.margin ?? -FAR, FAR) / FAR,
    large(headings.length),
    large(outline?.links.length ?? 0),
    large(outline?.entries.length ?? 0),
    few(outline?.fields ?? 0),
    few(features),
    large(lines),
    flag(outline !== undefined),
    flag(failedRequests.length > 0),
    flag(pending.length > 0),
  ];
}

function few(count: number): number {
  return Math.min(count, MANY) / MANY;
}

function large(count: number): number {
  return Math.log1p(count) / LARGE;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
