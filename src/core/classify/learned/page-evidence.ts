import { isRecord } from '#core/classify/exceptions';
import type { Finding } from '#core/classify/finding';
import { claimOf, TOLD } from '#core/classify/learned/claims';
import { FAR, flag, MANY, within } from '#core/classify/learned/evidence-units';
import type { Known } from '#core/classify/learned/known';
import type { Opinion } from '#core/classify/learned/model';
import { ofShape } from '#core/classify/learned/page-shape';
import { isDoubt, worksBeside } from '#core/classify/learned/second-opinion';
import type { Reading } from '#core/classify/learned/sentence-reader';
import {
  isLimited,
  isOfAPart,
  isOfNow,
  isOfOtherThings,
  isTold,
  placesOf,
  SINGLE_SIGNS,
  saysBroken,
} from '#core/classify/learned/signs/signs';
import { GOES_ON } from '#core/classify/learned/this-moment';
import { isTrouble } from '#core/classify/lines';
import type { Page } from '#core/classify/page';
import { isLater, isRule } from '#core/classify/quoted-speech';
import { isOfAnother, saysStopped } from '#core/classify/statement';

const LONG = 80;
const USUAL_CONTENT = 3;

/** The evidence as numbers between -1 and 1. The weights of `decide.ts` are learned for this order. */
export function evidenceOf(known: Known): readonly number[] {
  const { page, first, opinion, readings, surest, alone } = known;
  const told = readings.filter((reading) => isSaid(reading) && reading !== surest);
  const rows = readings.filter(({ place }) => place === 'listed');
  const title = readings.find(({ place }) => place === 'title');
  return [
    1,
    ...ofReading(surest),
    ...ofReading(told.find((one) => !overlaps(one, surest))),
    ...ofReading(rows[0]),
    Math.min(rows.length, MANY) / MANY,
    cut(title?.margin ?? -FAR),
    ...ofRules(first),
    flag(isDoubt(first)),
    ...ofRules(alone),
    ...ofPage(page),
    ...ofOpinion(opinion),
    ...ofShape(known),
    ...AROUND.map((sign) => flag(told.some(({ signs }) => signs.includes(sign)))),
  ];
}

/** A line and its sentence are read both. */
function overlaps({ text }: Reading, other: Reading | undefined): boolean {
  return other !== undefined && (other.text.includes(text) || text.includes(other.text));
}

/** What a sentence claims, how it says it, and its signs. */
function ofReading(reading: Reading | undefined): readonly number[] {
  return [
    ...TOLD.map((_, at) => cut(reading?.distances[at] ?? -FAR)),
    ...ofSentence(reading),
    ...Array.from({ length: SINGLE_SIGNS }, (_, at) => flag(reading?.signs.includes(at))),
  ];
}

/** A sentence of the page itself or of a dialog, not a row of a list. */
export function isSaid({ place }: Pick<Reading, 'place'>): boolean {
  return place === 'said' || place === 'dialog';
}

/** Signs that another sentence may have: that it is over, of another day, or about something else. */
const AROUND = placesOf(
  ...['over', 'gone-by', 'to-come', 'date', 'clock', 'now', 'going-on', 'if', 'question', 'lesson'],
  ...['notice', 'not-web', 'others', 'some', 'quoted', 'repair', 'sorry', 'again', 'machine'],
);

function ofSentence(reading: Reading | undefined): readonly number[] {
  const text = reading?.text ?? '';
  const holds = [
    reading?.place === 'dialog',
    saysBroken(text),
    isLimited(text),
    isTold(text),
    isOfAPart(text),
    isOfNow(text),
    isRule(text),
    isLater(text),
    isOfAnother(text),
    isOfOtherThings(text),
    isTrouble(text),
    GOES_ON.test(text),
    saysStopped(text),
    PLAIN.test(text),
  ];
  return [...holds.map(flag), Math.min(text.length, LONG) / LONG];
}

const PLAIN = /^[ -~]*$/u;

function ofRules(finding: Finding | undefined): readonly number[] {
  const claim = finding && claimOf(finding.kind);
  const doubt = finding?.kind === 'unknown';
  return [flag(!finding), ...TOLD.map((one) => flag(claim === one)), flag(doubt)];
}

function ofPage(page: Page): readonly number[] {
  const { seen, body } = page;
  const status = seen.status ?? 200;
  const holds = [
    page.article,
    page.loginForm,
    page.records > 1,
    worksBeside(page),
    (seen.outline?.fields ?? 0) > 0,
    page.offers > 0,
    page.expectation === 'found',
    page.expectation === 'missing',
    status >= 500,
    status >= 400 && status < 500,
    page.dialogs.length > 0,
    isRecord(body.compact),
  ];
  return [
    ...holds.map(flag),
    Math.min(page.items, MANY) / MANY,
    cut(Math.log1p(page.content) - USUAL_CONTENT),
    page.troubleShare,
  ];
}

/** What the reader of pages takes the page for. */
function ofOpinion({ distances, label, margin }: Opinion): readonly number[] {
  const ahead = Math.min(margin, 1);
  return [
    label === 'passed' ? ahead : -ahead,
    ...TOLD.map((one) => within(distances.get(one) ?? -MOST_APART, MOST_APART)),
  ];
}

const MOST_APART = 1.5;

function cut(distance: number): number {
  return within(distance, FAR) / FAR;
}
