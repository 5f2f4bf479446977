import { isProgramText } from '#core/classify/exceptions';
import type { Finding } from '#core/classify/finding';
import type { Page } from '#core/classify/page';
import { POP_UP, SOME_ITEMS } from '#core/classify/page-weight';
import { isMemberForm } from '#core/classify/phrase-classes';
import { announcesLater, type Evidence, toldBy, weighMessage } from '#core/classify/phrase-weight';
import { ALL_SIGNS, type Signs } from '#core/classify/signs/all-signs';
import { ERROR_SIGNS } from '#core/classify/signs/error-signs';
import type { Kind } from '#core/run/verdict';

/** Longest page, in characters, that counts as one message. */
const MESSAGE_LENGTH = 450;

/** Share of the page's text that must belong to the message. */
const MOST_OF_IT = 0.5;
/** Share that is enough if the words are unambiguous. */
const MUCH_OF_IT = 0.35;
const CLEARLY = 1;
const PLAIN = 3.5;
/** Kinds that a page with a form, or with more content, may also report. */
const AT_THE_DOOR: readonly Kind[] = ['login-rejected', 'login-unavailable', 'password-expired'];

/** Said about visitors. Drivers say the same about programs. */
const NOT_OF_PROGRAMS: readonly Kind[] = [...AT_THE_DOOR, 'blocked'];

const PARTICULAR = ALL_SIGNS.filter(
  ({ kind }) => !['error-page', 'timeout', 'changed'].includes(kind),
);

interface Weighed extends Signs {
  readonly evidence: Evidence;
}

/**
 * The last judge before doubt. On a page that is one message, the subject and its state are enough
 * in any wording.
 */
export function judgeMessage(page: Page): Finding | undefined {
  return judgeAmong(page, ALL_SIGNS);
}

/** Kinds worded like errors that are none. They come before errors if they are plain. */
export function judgeParticular(page: Page): Finding | undefined {
  return judgeAmong(page, PARTICULAR);
}

function judgeAmong(page: Page, among: readonly Signs[]): Finding | undefined {
  const { said, article, expectation } = page;
  if (expectation === 'found' || article || said.compact.length > MESSAGE_LENGTH) return undefined;
  const weighed = among
    .filter(({ kind, unless }) => mayBe(page, kind) && !unless?.(said.compact))
    .map((signs) => ({ ...signs, evidence: weighMessage(page, signs.phrases) }))
    .filter(({ evidence, enough }) => evidence.score >= enough);
  const general = weighed.find(({ kind }) => kind === 'error-page');
  const particular = weighed
    .filter(({ kind }) => kind !== 'error-page')
    .reduce<Weighed | undefined>(heavier, undefined);
  const best = particular ?? general;
  if (!best) return undefined;
  const clear = best.evidence.score >= best.enough + CLEARLY;
  if (shareOf(page, best) < (clear ? MUCH_OF_IT : MOST_OF_IT)) return undefined;
  if (page.loginForm && best.kind === 'error-page' && !isPlain(page, best)) return undefined;
  const { kind, evidence } = best;
  return {
    kind,
    rule: `message-${evidence.rule}`,
    reason: `The page is one message, and its words together mean ${kind}.`,
    matched: evidence.matched,
    cause: `message ${evidence.rule}`,
  };
}

/** A login form may stand below an announcement. Then the form works. */
function isPlain({ said }: Page, { evidence }: Weighed): boolean {
  return evidence.score >= PLAIN && !/점검|작업|공사|예정/u.test(said.compact);
}

/** A page with input fields or much content is working. */
function mayBe(page: Page, kind: Kind): boolean {
  if (NOT_OF_PROGRAMS.includes(kind) && isProgramText(page.body.compact)) return false;
  if (kind !== 'password-expired' && POP_UP.test(page.body.compact)) return false;
  if (kind === 'login-rejected' && isMemberForm(page)) return false;
  if (AT_THE_DOOR.includes(kind)) return true;
  if (kind === 'maintenance' && announcesLater(page)) return false;
  const fields = page.seen.outline?.fields ?? 0;
  if (page.records > 0 && (kind === 'changed' || kind === 'error-page')) return false;
  if (page.loginForm) return kind === 'error-page';
  return page.items < SOME_ITEMS && fields < 2;
}

/** Share of the page's text that belongs to the message. */
function shareOf(page: Page, { phrases }: Signs): number {
  const all = [...phrases, ...ERROR_SIGNS];
  const told = toldBy(page, all);
  const total = sum(told.map(({ text }) => text));
  if (total === 0) return page.title.compact === '' ? 0 : 1;
  return sum(told.filter(({ spoken }) => spoken).map(({ text }) => text)) / total;
}

function sum(texts: readonly string[]): number {
  return texts.reduce((length, text) => length + text.length, 0);
}

function heavier(one: Weighed | undefined, other: Weighed): Weighed {
  return one && one.evidence.score - one.enough >= other.evidence.score - other.enough
    ? one
    : other;
}
