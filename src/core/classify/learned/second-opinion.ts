import { type Finding, RESULT_OF } from '#core/classify/finding';
import { claimOf, type Told } from '#core/classify/learned/claims';
import { type Features, featuresOf } from '#core/classify/learned/features';
import { type Opinion, tellingLine } from '#core/classify/learned/model';
import type { Page } from '#core/classify/page';
import { compactText } from '#core/classify/page-text';
import { patternOf } from '#core/classify/part';
import { isProse } from '#core/classify/phrase-weight';
import { isLater, isRule } from '#core/classify/quoted-speech';
import { FAULT } from '#core/classify/vocabulary';
import { LETS_IN, peopleAhead } from '#core/classify/waiting-room';
import type { Kind } from '#core/run/verdict';
import { defined } from '../../defined.ts';

/**
 * Margin to the next best label from which an opinion is believed, by what the rules found. Chosen
 * on pages of writers that the training left out (`npm run train`). Heuristic.
 */
const SURE = {
  /** Trouble; the rules found none. */
  trouble: 0.5,
  /** Trouble; the rules found an article, and articles talk about trouble. */
  troubleInArticle: 1,
  /** One trouble; the rules found another. */
  otherTrouble: 0.3,
  /** Trouble; the rules were in doubt. */
  troubleRatherThanDoubt: 0.05,
  /** The same for an outage, which wakes people. */
  outageRatherThanDoubt: 0.15,
  healthRatherThanDoubt: 0.3,
  /** Health; the rules concluded trouble from combined sentences. */
  healthRatherThanMessage: 0.4,
  /** Health; the rules found a phrase with a source, and an outage must not pass. */
  healthRatherThanPhrase: 0.5,
  /** The same for a page that shows nothing else. Below this margin the two opinions conflict. */
  healthWhateverIsSaid: 0.95,
} as const;
/** A page with fewer characters and words of trouble has no room for other content. */
const LEAST_SAID = 80;
const LEAST_CONTENT = 20;
const MUCH_CONTENT = 60;
/** Rules for the text of databases and programs. */
export const MACHINE_TEXT = /^(database-|exception-|asp-|screen-tool)/u;
const IN_DOUBT = /^(doubt|mostly|message|scant)/u;
const PUT_TOGETHER = /^(message|mostly)-/u;

const REASONS: Readonly<Record<Told, string>> = {
  'error-page': 'The page reads like an apology for an error.',
  maintenance: 'The page reads like a maintenance notice instead of the service.',
  'waiting-room': 'The page reads like a waiting room.',
  blocked: 'The page reads like the refusal of a firewall.',
  'login-rejected': 'The page reads like a rejected login.',
  'login-unavailable': 'The page reads like a login that is not offered now.',
  'password-expired': 'The page reads like a demand for a new password.',
  changed: 'The page reads like one that moved.',
};

/**
 * Returns what the rules found, or a doubt about it. The reader never accuses: if it reads an
 * outage in a page that passed or was refused, blocked or queued, the answer is `unknown`. It names
 * the outage where the rules found one, and a possible outage where the rules were in doubt.
 * Undefined: healthy.
 */
export function secondOpinion(
  page: Page,
  first: Finding | undefined,
  read: (features: Features) => Pick<Opinion, 'label' | 'margin'>,
): Finding | undefined {
  if (page.expectation === 'found' || (first?.kind === 'unknown' && !isDoubt(first))) return first;
  const { label, margin } = read(featuresOf(page));
  if (label === (first ? claimOf(first.kind) : 'passed')) return first;
  if (label === 'passed') {
    if (!isHealthy(page, first, margin)) return first;
    const clear = isDoubt(first) || worksBeside(page) || margin >= SURE.healthWhateverIsSaid;
    // Database text is either a quotation in an article or an outage.
    const quoted = page.article || page.records > 0;
    if (MACHINE_TEXT.test(first?.rule ?? '') && !quoted) return first;
    return clear ? undefined : contested(first);
  }
  // The page of any status reads like an error page.
  if (label === 'error-page' && first?.rule.startsWith('status-')) return first;
  // Offices also count the people who wait.
  if (label === 'waiting-room' && !LETS_IN.test(page.body.compact)) return first;
  if (label === 'login-unavailable' && first && outranks(page, first)) return first;
  // The reader learned only Korean and English.
  if (first?.rule.startsWith('foreign-')) return first;
  const reason = REASONS[label];
  if (margin < sureOfTrouble(page, first, label)) return first;
  // A page whose login form works has not moved.
  if (!first && label === 'changed' && page.loginForm) return undefined;
  const finding = findingOf(page, label, reason);
  // Queues say "차례가 되면 들어갑니다".
  const words = compactText(finding.matched ?? '');
  const rule = label !== 'waiting-room' && (isRule(words) || isLater(words));
  if (!first && rule) return undefined;
  // A rejection is a sentence. The names of a menu beside a login form are not.
  if (label === 'login-rejected' && !isProse(page) && page.dialogs.length === 0) return first;
  return isAccusation(page, finding, first) ? doubtOf(finding, first) : finding;
}

/** One rejection can lock an account, and a named fault is not the visitor's choice. */
function outranks({ said, dialogs }: Page, { kind }: Finding): boolean {
  if (kind === 'login-rejected') return true;
  return kind === 'error-page' && [said, ...dialogs].some(({ compact }) => FAULTY.test(compact));
}

const FAULTY = patternOf([FAULT]);

/**
 * Trouble of the service that the rules did not find, or that stands beside data of a working page.
 */
function isAccusation(page: Page, { kind }: Finding, first: Finding | undefined): boolean {
  if (RESULT_OF[kind] !== 'failed') return false;
  if (page.records > 1) return true;
  return !first || (!isDoubt(first) && RESULT_OF[first.kind] !== 'failed');
}

function doubtOf(finding: Finding, first: Finding | undefined): Finding {
  const rules = first?.kind ?? 'a healthy page';
  return {
    ...finding,
    kind: 'unknown',
    rule: `unlike-${first?.kind ?? 'passed'}`,
    reason: `The rules point to ${rules}, but the page reads like ${finding.kind}.`,
  };
}

function sureOfTrouble({ article }: Page, first: Finding | undefined, kind: Kind): number {
  if (!first) return article ? SURE.troubleInArticle : SURE.trouble;
  if (!isDoubt(first)) return SURE.otherTrouble;
  const outage = RESULT_OF[kind] === 'failed';
  return outage ? SURE.outageRatherThanDoubt : SURE.troubleRatherThanDoubt;
}

/** The rules could not tell. Findings known to be harmless, such as an ended session, stay. */
export function isDoubt(first: Finding | undefined): boolean {
  return first?.kind === 'unknown' && IN_DOUBT.test(first.rule);
}

/** The page shows nothing beside its trouble. Its style alone does not clear an outage. */
export function showsNothing({ items, content, article, loginForm, seen }: Page): boolean {
  const fields = seen.outline?.fields ?? 0;
  return items < 1 && content < LEAST_CONTENT && fields === 0 && !article && !loginForm;
}

/** Data, a form or an article. Only these prove that the page works whatever its text says. */
export function worksBeside({ records, offers, content, article, loginForm, seen }: Page): boolean {
  const fields = seen.outline?.fields ?? 0;
  return records + offers + fields >= 1 || content >= MUCH_CONTENT || article || loginForm;
}

/** The rules know the words, but the page reads like a healthy one. Neither is proof. */
function contested(first: Finding | undefined): Finding | undefined {
  if (!first || RESULT_OF[first.kind] !== 'failed') return undefined;
  const reason = `The rules point to ${first.kind}, but the page reads like a healthy one.`;
  return { ...first, kind: 'unknown', rule: `unlike-${first.kind}`, reason };
}

/** A status or a missing marker counts by itself, and so does the text of a page with few words. */
function isHealthy(page: Page, first: Finding | undefined, margin: number): boolean {
  if ((page.seen.status ?? 200) >= 400 || page.expectation === 'missing') return false;
  // After a database failure a board still has its title and its menus.
  if (first?.rule.startsWith('database-') && !isProse(page)) return false;
  // The reader learned only Korean and English.
  if (first?.rule.startsWith('foreign-')) return false;
  if (page.said.plain.length + page.listed.plain.length < LEAST_SAID) return false;
  if (!isDoubt(first) && showsNothing(page)) return false;
  if (isDoubt(first)) return margin >= SURE.healthRatherThanDoubt;
  const message = PUT_TOGETHER.test(first?.rule ?? '');
  return margin >= (message ? SURE.healthRatherThanMessage : SURE.healthRatherThanPhrase);
}

function findingOf(page: Page, kind: Told, reason: string): Finding {
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
