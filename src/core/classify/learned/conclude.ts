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
  saysBroken,
  saysOneOf,
} from '#core/classify/learned/signs/signs';
import { GOES_ON } from '#core/classify/learned/this-moment';
import { isTrouble } from '#core/classify/lines';
import type { Page } from '#core/classify/page';
import { compactText } from '#core/classify/page-text';
import { isOfAnother } from '#core/classify/statement';
import { isOfALaterDay, isToCome, isUnderWay, namesTime } from '#core/classify/told-time';
import { peopleAhead } from '#core/classify/waiting-room';
import { defined } from '../../defined.ts';

/** Chances from which a claim is believed. Chosen on families and pages that were left out. */
const SURE = {
  /** The service fails, and words confirm it. */
  fails: 0.8,
  /** The same where the words say that something is broken now. */
  failsNow: 0.7,
  /** The same in an article. */
  failsInArticle: 0.95,
  /** The service refuses the visitor. This accuses nobody. */
  refuses: 0.55,
  /** Nothing is wrong; the rules found nothing. */
  passes: 0.55,
  /** The same for an article, which talks about trouble. */
  passesAsArticle: 0.5,
  /** Planned work that no word of now tells is a doubt. */
  works: 0.71,
  /** Nothing is wrong; the rules found an outage by words, or were in doubt. */
  clears: 0.9,
  /** The same where the page shows nothing else. */
  clearsAnything: 0.96,
  /** The rules found an outage by words, and nothing may be wrong. */
  doubts: 0.5,
  /** The same where no sentence says it. */
  untold: 0.3,
  /** The same where nothing shows that the page works. */
  doubtsAlone: 0.8,
  /** Distance from which a sentence fails a page although the rules do not know it. */
  saysIt: 1,
  /** Distance from which an article is in trouble and does not only talk about it. */
  plain: 0.9,
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
  return margin <= SURE.nothing || (margin < SURE.rejects && isLimited(text));
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
  if (showsNothing(page) && page.lines <= FEW_LINES) return first;
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

/** A login that works for nobody is told as an outage or as a login that is not offered. */
function failing(chances: Chances): number {
  const fails = chances['error-page'] + chances.maintenance;
  const login = chances['login-unavailable'];
  return chances['error-page'] > login ? fails + login : fails;
}

/** An outage that the words confirm: by the rules, or since they say that something is broken. */
function failure(heard: Heard): Finding | undefined {
  const { page, chances, surest, alone, first } = heard;
  const fails = failing(chances);
  if (!surest || !agrees(heard) || isOfAnother(surest.text)) return undefined;
  const now = saysBroken(surest.text) && isOfNow(surest.text);
  if (fails < (now ? SURE.failsNow : SURE.fails)) return undefined;
  if (page.expectation === 'found' && isOfAPart(surest.text)) return undefined;
  // An article talks about trouble.
  if (page.article && (fails < SURE.failsInArticle || surest.margin < SURE.plain)) return undefined;
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
