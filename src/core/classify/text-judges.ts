import { isElsewhere } from '#core/classify/exceptions';
import type { Finding } from '#core/classify/finding';
import { troubleShareOf } from '#core/classify/lines';
import { oncePerPage, type Page } from '#core/classify/page';
import { passageOf } from '#core/classify/page-text';
import { POP_UP, type Reading, SOME_ITEMS } from '#core/classify/page-weight';
import type { Phrase } from '#core/classify/phrase';
import { type Evidence, weigh } from '#core/classify/phrase-weight';
import type { Kind } from '#core/run/verdict';

/** Judges a page by its text. */
export type Judge = (page: Page) => Finding | undefined;

/** Score from which a phrase class is believed. Lower if an expected element is missing. */
const SURE = { missing: 1.5, 'not-asked': 3.7, seen: 3.7, found: 5 } as const;
/** A page that is only about trouble needs a lower score. */
const NOTHING_ELSE = { share: 0.8, score: 2.5 } as const;
/** With a larger share of trouble the page is doubtful, not healthy. */
const DOUBT_SHARE = 0.45;
/** A lower score means polite words, which healthy pages have too. */
const LEAST_DOUBT = 1.2;

export interface PhraseClass extends Reading {
  readonly kind: Kind;
  readonly phrases: readonly Phrase[];
  readonly reason: string;
  /** Input of the signature. Without it, the rule with the highest weight. */
  readonly cause?: string;
  /** Where this is true, the phrases mean something else. */
  readonly unless?: (text: string, page: Page) => boolean;
}

const evidenceOf = oncePerPage((page, words: PhraseClass): Evidence => {
  const own = page.seen.outline ? [page.said, page.listed] : [page.body];
  const texts = [page.title, ...own, ...page.dialogs].map(({ compact }) => compact);
  const otherwise = words.unless?.(texts.join('\n'), page) ?? false;
  const evidence = weigh(page, words.phrases, words);
  return otherwise ? { ...evidence, score: 0 } : evidence;
});

function findingOf(words: PhraseClass, evidence: Evidence): Finding {
  const { kind, reason, machine } = words;
  const { rule, matched, statement } = evidence;
  const cause = words.cause ?? (machine ? `${rule} ${statement}` : rule);
  return { kind, rule, reason, matched, cause };
}

/** No marker speaks for the page or against it. */
function isUnproven({ expectation }: Page): boolean {
  return expectation === 'not-asked' || expectation === 'seen';
}

function sureOf(page: Page, machine = false): number {
  const { items, article, loginForm, troubleShare } = page;
  // Machine error text counts even beside a marker.
  if (page.expectation === 'found' && machine) return SURE['not-asked'];
  const more = items > 0 || article || loginForm || troubleShare < NOTHING_ELSE.share;
  return isUnproven(page) && !more ? NOTHING_ELSE.score : SURE[page.expectation];
}

/** Believes the phrases if they weigh enough. */
export function judgePhrases(words: PhraseClass): Judge {
  return (page) => {
    const evidence = evidenceOf(page, words);
    return evidence.score >= sureOf(page, words.machine) ? findingOf(words, evidence) : undefined;
  };
}

/**
 * A failing status whose page says in words that something broke. `http-error` is for an answer
 * that says nothing but its status, and for the pages of servers themselves.
 */
export function judgeWordedStatus(words: readonly PhraseClass[], server: PhraseClass): Judge {
  return (page) => {
    if ((page.seen.status ?? 0) < 500 || evidenceOf(page, server).weight >= SERVERS_OWN)
      return undefined;
    const told = words.map((own) => ({ own, evidence: evidenceOf(page, own) }));
    const best = told.find(({ evidence }) => evidence.score >= SURE.missing);
    return best && findingOf(best.own, best.evidence);
  };
}

/** Weight of what only a server writes. */
const SERVERS_OWN = 2;

/** Reports doubt instead of a guess for a page that is neither healthy nor surely bad. */
export function judgeDoubt(classes: readonly PhraseClass[]): Judge {
  return (page) => {
    const told = isList(page) ? { ...page, listed: NOTHING_LISTED } : page;
    const doubts = classes
      .map((words) => ({ words, evidence: evidenceOf(told, words) }))
      .filter(({ evidence }) => evidence.weight >= LEAST_DOUBT)
      .filter(({ evidence }) => evidence.score >= SURE[page.expectation] * DOUBT_SHARE)
      .sort((one, other) => other.evidence.score - one.evidence.score);
    const [worst] = doubts;
    if (!worst) return undefined;
    const { rule, matched } = worst.evidence;
    const reason = `Some words point to ${worst.words.kind}, but the evidence is too weak.`;
    return { kind: 'unknown', rule: `doubt-${rule}`, reason, matched, cause: `doubt ${rule}` };
  };
}

const MOSTLY = 0.4;
/** Longest page, in characters, that counts as one message. */
const MESSAGE_LENGTH = 300;

const MANY_ROWS = 3;
const NOTHING_LISTED = passageOf('');

/** The trouble stands in the rows of a list, and the page's own text does not mention it. */
function isList({ listed, said }: Page): boolean {
  return listed.lines.length >= MANY_ROWS && troubleShareOf(said) === 0;
}

/** No phrase weighs enough, but the page says hardly anything except trouble. */
export const judgeTroubled: Judge = (page) => {
  const { body, article, loginForm, troubleShare } = page;
  if (page.expectation === 'found' || article || loginForm) return undefined;
  if (page.items >= SOME_ITEMS || (page.seen.outline?.fields ?? 0) > 1) return undefined;
  if (POP_UP.test(body.compact) || isElsewhere(body.compact)) return undefined;
  if (page.offers > 0 || page.records > 0 || isList(page)) return undefined;
  if (troubleShare < MOSTLY || page.content > MESSAGE_LENGTH) return undefined;
  const reason = 'The page is mostly about trouble, in words that no rule knows.';
  const rule = 'mostly-trouble';
  return { kind: 'unknown', rule, reason, matched: body.plain, cause: 'mostly trouble' };
};
