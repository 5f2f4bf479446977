import { type Finding, RESULT_OF } from '#core/classify/finding';
import { TOLD, type Told } from '#core/classify/learned/claims';
import type { Chances } from '#core/classify/learned/decide';
import type { Known } from '#core/classify/learned/known';
import { isSaid } from '#core/classify/learned/page-evidence';
import {
  isDoubt,
  MACHINE_TEXT,
  showsNothing,
  worksBeside,
} from '#core/classify/learned/second-opinion';
import type { Reading } from '#core/classify/learned/sentence-reader';
import {
  isLimited,
  isOfAPart,
  isOfNow,
  placesOf,
  saysBroken,
  saysOneOf,
} from '#core/classify/learned/signs/signs';
import { GOES_ON } from '#core/classify/learned/this-moment';
import { SURE } from '#core/classify/learned/thresholds';
import { isTrouble } from '#core/classify/lines';
import type { Page } from '#core/classify/page';
import { compactText } from '#core/classify/page-text';
import { isOfAnother } from '#core/classify/statement';
import { isOfALaterDay, isToCome, isUnderWay, namesTime } from '#core/classify/told-time';
import { peopleAhead } from '#core/classify/waiting-room';
import { defined } from '../../defined.ts';

export interface Heard extends Known {
  readonly chances: Chances;
}

/** Something that accuses nobody, and the page reads like an outage. */
export const UNLIKE = /^unlike-/u;

/** The answer to all that is known about a page that is open to words. */
export function concluded(heard: Heard): Finding | undefined {
  const { first } = heard;
  if (first?.rule === 'marker-missing') return failure(heard) ?? first;
  if (isCalm(heard)) return first?.rule.startsWith('like-') ? unsaid(first) : undefined;
  if (!first || isDoubt(first) || UNLIKE.test(first.rule)) return fromNothing(heard);
  if (RESULT_OF[first.kind] === 'failed') return fromFailure(heard, first);
  return fromRefusal(heard, first);
}

/** No rule found anything and no line has a word of trouble: a style alone accuses nobody. */
function isCalm({ first, readings, page }: Heard): boolean {
  if (first && !OF_STYLE.test(first.rule)) return false;
  if ([page.title.compact, ...page.body.lines].some(isTrouble)) return false;
  return readings.every(
    ({ margin, signs, text }) =>
      margin < SURE.speaks && !saysBroken(text) && !PUTS_OFF.some((sign) => signs.includes(sign)),
  );
}

const PUTS_OFF = placesOf('again', 'repair', 'sorry');
const OF_STYLE = /^(like-error-page|like-maintenance|unlike-passed)$/u;

/** The text of a machine: no sentence tells it, and only a quotation of it is harmless. */
function isOfMachine({ matched = '', rule }: Finding): boolean {
  return MACHINE_TEXT.test(rule) || !(/[가-힣]/u.test(matched) || OF_SPEECH.test(rule));
}

/** The page only quotes the text of a machine. That of a database or a program is seldom quoted. */
function isQuoted(heard: Heard, first: Finding): boolean {
  const { passed } = heard.chances;
  if (MACHINE_TEXT.test(first.rule)) return passed >= SURE.clears;
  return passed >= SURE.doubts || isUntold(heard, first);
}

/** So short a page has no room for anything else. */
const FEW_LINES = 3;

const OF_SPEECH = /^(foreign|english|like|message|work|alone-message)-/u;

function fromNothing(heard: Heard): Finding | undefined {
  const { page, first, chances, readings, surest } = heard;
  const found = failure(heard) ?? refusal(heard, SURE.refuses);
  if (found) return found;
  const text = surest?.text ?? '';
  const part = isOfAPart(text);
  const loud = (surest?.margin ?? 0) >= SURE.loud && saysBroken(text) && !part;
  const unlike = first !== undefined && UNLIKE.test(first.rule) && !worksBeside(page);
  if (chances.passed >= (unlike ? SURE.clearsAnything : SURE.clears)) return undefined;
  if (saysOnlyWhatIsExpected(page)) return undefined;
  if (first) return first;
  if (loud) return doubted(heard);
  const quiet = readings.every(isQuiet);
  const enough = page.article ? SURE.passesAsArticle : SURE.passes;
  if (quiet || chances.passed >= enough || (part && page.expectation === 'found')) return undefined;
  const doubt = doubted(heard);
  const work = doubt.rule.endsWith('maintenance') && chances.maintenance < SURE.works;
  return work && !goesOn(heard) ? undefined : doubt;
}

/** It claims nothing, or hardly more than nothing under a condition. */
function isQuiet({ margin, text }: Reading): boolean {
  return margin <= SURE.nothing || (margin < SURE.speaks && isLimited(text));
}

/** "OK", "pong": the expected text is all that the page says. */
function saysOnlyWhatIsExpected({ body, seen }: Page): boolean {
  return seen.markers.some(
    ({ expected, found, text }) => expected && found && text && compactText(text) === body.compact,
  );
}

/** Planned work of another day uses the same words. */
function goesOn({ readings, page }: Heard): boolean {
  return readings.some(
    (one) => isSaid(one) && (GOES_ON.test(one.text) || isUnderWay(one.text, page.seen)),
  );
}

function fromFailure(heard: Heard, first: Finding): Finding | undefined {
  const { page, chances } = heard;
  const works = worksBeside(page);
  if (showsNothing(page) && page.lines <= FEW_LINES)
    return isUntold(heard, first) ? unsaid(first) : first;
  const surely = chances.passed >= SURE.clearsAnything;
  if (isOfMachine(first))
    return surely || (works && isQuoted(heard, first)) ? unsaid(first) : first;
  if (works && isAnnounced(page, first)) return undefined;
  const underWay = tellers(page, first).some((line) => isUnderWay(line, page.seen));
  if (first.kind === 'maintenance' && underWay) return first;
  if (works && chances.passed >= SURE.clears) return undefined;
  if (surely) return undefined;
  if (chances.passed >= (works ? SURE.doubts : SURE.doubtsAlone)) return unsaid(first);
  if (isUntold(heard, first)) return unsaid(first);
  const refused = refusal(heard, SURE.fails);
  if (refused) return refused;
  const work = chances.maintenance > chances['error-page'];
  if (work === (first.kind === 'maintenance')) return first;
  return { ...first, kind: work ? 'maintenance' : 'error-page' };
}

/** No sentence says what the rules found. */
function isUntold(heard: Heard, { rule }: Finding): boolean {
  const { page, surest, chances } = heard;
  const like = rule.startsWith('like-');
  if (like && surest && isOfAnother(surest.text)) return true;
  const beside = worksBeside(page) && chances.passed >= SURE.untold;
  return !agrees(heard) && (like || beside);
}

function agrees({ surest }: Heard): boolean {
  return (surest?.margin ?? SURE.nothing) >= SURE.agrees;
}

/** What a rule found stays: a waiting room has the menus of a working page around it. */
function fromRefusal(heard: Heard, first: Finding): Finding | undefined {
  if (!first.rule.startsWith('like-')) return first;
  const found = failure(heard) ?? refusal(heard, SURE.fails);
  if (found) return found;
  return heard.chances.passed >= SURE.clears && worksBeside(heard.page) ? undefined : first;
}

/** Another sentence says that it is over, or of another year. */
function tellsOfThePast({ readings }: Heard): boolean {
  return readings.some((one) => isSaid(one) && PAST.some((sign) => one.signs.includes(sign)));
}

const PAST = placesOf('over', 'gone-by');

/** A login that works for nobody is told as an outage or as a login that is not offered. */
function failing({ chances, first }: Heard): number {
  const fails = chances['error-page'] + chances.maintenance;
  const login = chances['login-unavailable'];
  const told = first === undefined || UNLIKE.test(first.rule);
  return told && chances['error-page'] > login ? fails + login : fails;
}

/** An outage that the words confirm: by the rules, or since they say that something is broken. */
function failure(heard: Heard): Finding | undefined {
  const { page, chances, surest, alone, first } = heard;
  const fails = failing(heard);
  if (!surest || !agrees(heard) || isOfAnother(surest.text)) return undefined;
  const now = saysBroken(surest.text) && isOfNow(surest.text);
  if (fails < (now ? SURE.failsNow : SURE.fails)) return undefined;
  if (page.expectation === 'found' && isOfAPart(surest.text)) return undefined;
  // An article talks about trouble, and beside data only a part may be missing.
  if ((page.article || page.records > 1) && fails < SURE.failsBeside) return undefined;
  if (page.article && (surest.margin < SURE.plain || tellsOfThePast(heard))) return undefined;
  const kind = chances.maintenance > chances['error-page'] ? 'maintenance' : 'error-page';
  if (alone && RESULT_OF[alone.kind] === 'failed') {
    const own = kind === 'maintenance' ? kind : alone.kind;
    return { ...alone, kind: own, rule: `alone-${alone.rule}` };
  }
  const { text } = surest;
  if (kind === 'maintenance' && !goesOn(heard)) return undefined;
  if (surest.margin < SURE.saysIt) return undefined;
  const confirmed = isDoubt(first) || isDoubt(alone) || saysBroken(text) || isTrouble(text);
  return confirmed ? told(kind, text, 'the service cannot be used now') : undefined;
}

function refusal(heard: Heard, sure: number): Finding | undefined {
  const { page, chances, surest, first, alone } = heard;
  const kind = REFUSALS.find((one) => chances[one] >= sure) ?? rejected(heard);
  if (!kind || !surest) return undefined;
  if (first?.kind === kind) return first;
  if (alone?.kind !== kind && !agrees(heard)) return undefined;
  const found = alone?.kind === kind ? alone : told(kind, surest.text, 'it refuses this visitor');
  if (kind !== 'waiting-room') return found;
  return { ...found, ...defined({ peopleAhead: peopleAhead(page) }) };
}

/** What a dialog over a login form says of the login. Accounts lock, so a doubt is enough. */
function rejected({ page, surest, chances }: Heard): Told | undefined {
  const over = page.loginForm && surest?.place === 'dialog' && OF_LOGIN(surest.text);
  const refused = over && chances.passed < SURE.passes && surest.margin >= SURE.rejects;
  return refused ? 'login-rejected' : undefined;
}

const OF_LOGIN = saysOneOf('credentials', 'login');

const REFUSALS = TOLD.filter((kind) => RESULT_OF[kind] !== 'failed');

function told(kind: Told, matched: string, what: string): Finding {
  const rule = `sentence-says-${kind}`;
  return {
    kind,
    rule,
    reason: `A sentence says that ${what}.`,
    matched,
    cause: `sentence ${kind}`,
  };
}

function doubted({ chances, surest }: Heard): Finding {
  const kind = TOLD.reduce((best, one) => (chances[one] > chances[best] ? one : best));
  const reason = `The rules find no trouble, but the page reads like ${kind}.`;
  const rule = `sentence-like-${kind}`;
  return {
    kind: 'unknown',
    rule,
    reason,
    cause: `sentence ${kind}`,
    ...defined({ matched: surest?.text }),
  };
}

function unsaid(first: Finding): Finding {
  const reason = `The rules point to ${first.kind}, but no sentence says so.`;
  return { ...first, kind: 'unknown', rule: `unsaid-${first.kind}`, reason };
}

/** The lines with the words of the finding are all about a time to come. */
function isAnnounced(page: Page, first: Finding): boolean {
  const lines = tellers(page, first);
  const isLate = first.kind === 'maintenance' ? isToCome : isOfALaterDay;
  return lines.length > 0 && lines.every((line) => isLate(line, page.seen));
}

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
