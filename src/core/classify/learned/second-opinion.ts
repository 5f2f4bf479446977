import { type Finding, RESULT_OF } from '#core/classify/finding';
import { featuresOf } from '#core/classify/learned/features';
import {
  type LearntLabel,
  type Opinion,
  type Reader,
  tellingLine,
} from '#core/classify/learned/model';
import type { Page } from '#core/classify/page';
import { compactText } from '#core/classify/page-text';
import { patternOf } from '#core/classify/part';
import { isProse } from '#core/classify/phrase-weight';
import { isRule } from '#core/classify/quoted-speech';
import { FAULT } from '#core/classify/vocabulary';
import { LETS_IN, peopleAhead } from '#core/classify/waiting-room';
import type { Kind } from '#core/run/verdict';
import { defined } from '../../defined.ts';

/**
 * How far ahead of the next best something must be to be believed, by what the rules found. Chosen
 * on pages of writers who were left out of the learning (`npm run train`). Heuristic.
 */
const SURE = {
  /** Of trouble, where the rules found none. */
  trouble: 0.5,
  /** Of trouble, where the rules found an article, which talks about it. */
  troubleInArticle: 1,
  /** Of one trouble, where the rules found another. */
  otherTrouble: 0.3,
  /** Of trouble, where the rules were in doubt. */
  troubleRatherThanDoubt: 0.05,
  healthRatherThanDoubt: 0.3,
  /** Of health, where sentences were put together to trouble. */
  healthRatherThanMessage: 0.4,
  /** Of health, where a phrase with a source was found: an outage must not pass. */
  healthRatherThanPhrase: 0.5,
  /** The same, of a page that shows nothing else. Below it the two contradict each other. */
  healthWhateverIsSaid: 0.95,
} as const;
/** Below it a page with words of trouble has no room for anything else. */
const LEAST_SAID = 80;
const LEAST_CONTENT = 20;
const MUCH_CONTENT = 60;
const MACHINE_TEXT = /^(database-|exception-|asp-|screen-tool)/u;
const IN_DOUBT = /^(doubt|mostly|message|scant)/u;
const PUT_TOGETHER = /^(message|mostly)-/u;

/** Kinds that it may give, with their reasons. The other kinds are seen, not read from a page. */
const REASONS: Partial<Readonly<Record<Kind, string>>> = {
  'error-page': 'The page reads like one that apologises for an error.',
  maintenance: 'The page reads like a notice of maintenance in place of the service.',
  'waiting-room': 'The page reads like a waiting room.',
  blocked: 'The page reads like the refusal of a firewall.',
  'login-rejected': 'The page reads like a rejected login.',
  'login-unavailable': 'The page reads like a login that is not offered now.',
  'password-expired': 'The page reads like a demand for a new password.',
  changed: 'The page reads like one that moved.',
};

/**
 * What the rules found, or a doubt about it. The reader never accuses: where it reads an outage in a
 * page that passed or was refused, blocked or queued, the answer is `unknown`. It says which outage
 * it is where the rules found one, and which it may be where they were in doubt. Undefined: healthy.
 */
export function secondOpinion(
  page: Page,
  first: Finding | undefined,
  read: Reader,
): Finding | undefined {
  if (page.expectation === 'found' || (first?.kind === 'unknown' && !isDoubt(first))) return first;
  const { label, margin } = tempered(page, read(featuresOf(page)));
  if (label === (first?.kind ?? 'passed')) return first;
  if (label === 'passed') {
    if (!isHealthy(page, first, margin)) return first;
    const clear = isDoubt(first) || worksBeside(page) || margin >= SURE.healthWhateverIsSaid;
    // What only a database writes is quoted in articles, or it is an outage.
    const quoted = page.article || page.records > 0;
    if (MACHINE_TEXT.test(first?.rule ?? '') && !quoted) return first;
    return clear ? undefined : contested(first);
  }
  // Offices count those who wait, too.
  if (label === 'waiting-room' && !LETS_IN.test(page.body.compact)) return first;
  if (label === 'login-unavailable' && first && outranks(page, first)) return first;
  // It was taught Korean and English.
  if (first?.rule.startsWith('foreign-')) return first;
  const reason = REASONS[label];
  if (reason === undefined || margin < sureOfTrouble(page, first)) return first;
  // A login form that works has not moved.
  if (!first && label === 'changed' && page.loginForm) return undefined;
  const finding = findingOf(page, label, reason);
  // "차례가 되면 들어갑니다" is how a queue speaks.
  const rule = label !== 'waiting-room' && isRule(compactText(finding.matched ?? ''));
  if (!first && rule) return undefined;
  // A rejection is a sentence; the names of a menu beside a login form are none.
  if (label === 'login-rejected' && !isProse(page) && page.dialogs.length === 0) return first;
  return isAccusation(page, finding, first) ? doubtOf(finding, first) : finding;
}

/** One rejection is enough to lock an account; and a fault that is named is nobody's choice. */
function outranks({ said, dialogs }: Page, { kind }: Finding): boolean {
  if (kind === 'login-rejected') return true;
  return kind === 'error-page' && [said, ...dialogs].some(({ compact }) => FAULTY.test(compact));
}

const FAULTY = patternOf([FAULT]);

/** Trouble of the service, where the rules found none, or beside data that only works brings. */
function isAccusation(page: Page, { kind }: Finding, first: Finding | undefined): boolean {
  if (RESULT_OF[kind] !== 'failed') return false;
  if (page.records > 1) return true;
  return !first || (!isDoubt(first) && RESULT_OF[first.kind] !== 'failed');
}

function doubtOf(finding: Finding, first: Finding | undefined): Finding {
  const rules = first ? `for ${first.kind}` : 'for a healthy page';
  return {
    ...finding,
    kind: 'unknown',
    rule: `unlike-${first?.kind ?? 'passed'}`,
    reason: `The rules speak ${rules}, but it reads like ${finding.kind}.`,
  };
}

/** Without a status there is no error of a server, only a page that tells of one. */
function tempered(page: Page, { label, margin }: Opinion): Opinion {
  const status = page.seen.status ?? 0;
  return { label: label === 'http-error' && status < 400 ? 'error-page' : label, margin };
}

function sureOfTrouble({ article }: Page, first: Finding | undefined): number {
  if (!first) return article ? SURE.troubleInArticle : SURE.trouble;
  return isDoubt(first) ? SURE.troubleRatherThanDoubt : SURE.otherTrouble;
}

/** The rules could not tell; what they know to mean nothing, such as the end of a session, stays so. */
function isDoubt(first: Finding | undefined): boolean {
  return first?.kind === 'unknown' && IN_DOUBT.test(first.rule);
}

/** Beside its trouble: an outage is not cleared for how it reads. */
function showsNothing({ items, content, article, loginForm, seen }: Page): boolean {
  const fields = seen.outline?.fields ?? 0;
  return items < 1 && content < LEAST_CONTENT && fields === 0 && !article && !loginForm;
}

/** Data, a form or something to read: only these say that the page works whatever it tells. */
function worksBeside({ records, offers, content, article, loginForm, seen }: Page): boolean {
  const fields = seen.outline?.fields ?? 0;
  return records + offers + fields >= 1 || content >= MUCH_CONTENT || article || loginForm;
}

/** The rules know the words, and the page reads like a healthy one. Neither is proof. */
function contested(first: Finding | undefined): Finding | undefined {
  if (!first || RESULT_OF[first.kind] !== 'failed') return undefined;
  const reason = `The rules speak for ${first.kind}, but it reads like a healthy page.`;
  return { ...first, kind: 'unknown', rule: `unlike-${first.kind}`, reason };
}

/** A status and a missing marker speak for themselves; and a page that says little means it. */
function isHealthy(page: Page, first: Finding | undefined, margin: number): boolean {
  if ((page.seen.status ?? 200) >= 400 || page.expectation === 'missing') return false;
  // A database that failed leaves a board its title and its menus.
  if (first?.rule.startsWith('database-') && !isProse(page)) return false;
  // It was taught Korean and English.
  if (first?.rule.startsWith('foreign-')) return false;
  if (page.said.plain.length + page.listed.plain.length < LEAST_SAID) return false;
  if (!isDoubt(first) && showsNothing(page)) return false;
  if (isDoubt(first)) return margin >= SURE.healthRatherThanDoubt;
  const message = PUT_TOGETHER.test(first?.rule ?? '');
  return margin >= (message ? SURE.healthRatherThanMessage : SURE.healthRatherThanPhrase);
}

function findingOf(page: Page, kind: Exclude<LearntLabel, 'passed'>, reason: string): Finding {
  const { title, said, dialogs, seen } = page;
  const lines = [...dialogs.map(({ plain }) => plain), title.plain, ...seen.text.split('\n')];
  const matched = tellingLine(said.plain === '' ? lines.slice(0, -1) : lines, kind).trim();
  const finding = { kind, rule: `like-${kind}`, reason, matched, cause: matched };
  if (kind !== 'waiting-room') return finding;
  const ahead = peopleAhead(page);
  return {
    ...finding,
    cause: 'waiting room',
    ...defined({ peopleAhead: ahead }),
  };
}
