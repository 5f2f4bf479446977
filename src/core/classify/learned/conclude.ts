import { type Finding, RESULT_OF } from '#core/classify/finding';
import type { Chances } from '#core/classify/learned/decide';
import { isSaid, type Known } from '#core/classify/learned/page-evidence';
import { isDoubt, worksBeside } from '#core/classify/learned/second-opinion';
import { TOLD, type Told } from '#core/classify/learned/sentence-reader';
import { isOfAPart, isOfNow, saysBroken, saysOneOf } from '#core/classify/learned/signs/signs';
import { GOES_ON } from '#core/classify/learned/this-moment';
import { isTrouble } from '#core/classify/lines';
import type { Page } from '#core/classify/page';
import { compactText } from '#core/classify/page-text';
import { isOfALaterDay, isToCome, isUnderWay, namesTime } from '#core/classify/told-time';
import { peopleAhead } from '#core/classify/waiting-room';
import { defined } from '../../defined.ts';

/** Chances from which a claim is believed. Chosen on families and pages that were left out. */
const SURE = {
  /** The service fails, and words confirm it. */
  fails: 0.8,
  /** The same where the words say that something is broken now. */
  failsNow: 0.7,
  /** The service refuses the visitor. This accuses nobody. */
  refuses: 0.55,
  /** Nothing is wrong; the rules found nothing. */
  passes: 0.55,
  /** Nothing is wrong; the rules found an outage by words, or were in doubt. */
  clears: 0.9,
  /** The rules found an outage by words, and nothing may be wrong. */
  doubts: 0.5,
  /** Distance of the surest sentence from which it may claim something. */
  nothing: -0.5,
  /** Distance of the surest sentence below which no words confirm an outage. */
  agrees: -0.2,
  /** Distance from which words that say that something is broken are a doubt at least. */
  loud: 1.2,
  /** Distance from which a dialog over a login form may reject the login. */
  rejects: 0.5,
} as const;

export interface Heard extends Known {
  readonly chances: Chances;
}

/** Something that accuses nobody, and the page reads like an outage. */
export const UNLIKE = /^unlike-/u;

/** The answer to all that is known about a page that is open to words. */
export function concluded(heard: Heard): Finding | undefined {
  const { first } = heard;
  if (first?.rule === 'marker-missing') return failure(heard) ?? first;
  if (!first || isDoubt(first) || UNLIKE.test(first.rule)) return fromNothing(heard);
  if (RESULT_OF[first.kind] === 'failed') return fromFailure(heard, first);
  return fromRefusal(heard, first);
}

/** The text of a machine: no sentence tells it, and only a quotation of it is harmless. */
function isOfMachine({ matched = '', rule }: Finding): boolean {
  return !(/[가-힣]/u.test(matched) || OF_SPEECH.test(rule));
}

const OF_SPEECH = /^(foreign|english|like|message|work|alone-message)-/u;

function fromNothing(heard: Heard): Finding | undefined {
  const { page, first, chances, readings, surest } = heard;
  const found = failure(heard) ?? refusal(heard, SURE.refuses);
  if (found) return found;
  const text = surest?.text ?? '';
  const part = isOfAPart(text);
  const loud = (surest?.margin ?? 0) >= SURE.loud && saysBroken(text) && !part;
  const shown = worksBeside(page) || !first?.rule.startsWith('unlike-');
  if (chances.passed >= SURE.clears && shown && !loud) return undefined;
  if (first) return first;
  if (loud) return doubted(heard);
  const quiet = readings.every(({ margin }) => margin <= SURE.nothing);
  if (quiet || chances.passed >= SURE.passes || (part && page.expectation === 'found'))
    return undefined;
  const doubt = doubted(heard);
  return doubt.rule.endsWith('maintenance') && !goesOn(heard) ? undefined : doubt;
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
  if (isOfMachine(first)) return works && chances.passed >= SURE.doubts ? unsaid(first) : first;
  if (works && isAnnounced(page, first)) return undefined;
  const underWay = tellers(page, first).some((line) => isUnderWay(line, page.seen));
  if (first.kind === 'maintenance' && underWay) return first;
  if (works && chances.passed >= SURE.clears) return undefined;
  if (chances.passed >= SURE.doubts) return works ? unsaid(first) : first;
  if (first.rule.startsWith('like-') && !agrees(heard)) return unsaid(first);
  const refused = refusal(heard, SURE.fails);
  if (refused) return refused;
  const work = chances.maintenance > chances['error-page'];
  if (work === (first.kind === 'maintenance')) return first;
  return { ...first, kind: work ? 'maintenance' : 'error-page' };
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

/** An outage that the words confirm: by the rules, or since they say that something is broken. */
function failure(heard: Heard): Finding | undefined {
  const { page, chances, surest, alone, first } = heard;
  const fails = chances['error-page'] + chances.maintenance;
  // An article talks about trouble.
  if (!surest || !agrees(heard) || page.article) return undefined;
  const now = saysBroken(surest.text) && isOfNow(surest.text);
  if (fails < (now ? SURE.failsNow : SURE.fails)) return undefined;
  if (page.expectation === 'found' && isOfAPart(surest.text)) return undefined;
  const kind = chances.maintenance > chances['error-page'] ? 'maintenance' : 'error-page';
  if (alone && RESULT_OF[alone.kind] === 'failed') {
    const own = kind === 'maintenance' ? kind : alone.kind;
    return { ...alone, kind: own, rule: `alone-${alone.rule}` };
  }
  const { text } = surest;
  if (kind === 'maintenance' && !goesOn(heard)) return undefined;
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
