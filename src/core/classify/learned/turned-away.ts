import type { Finding } from '#core/classify/finding';
import type { Reading } from '#core/classify/learned/sentence-reader';
import { isOfOtherThings, saysOneOf } from '#core/classify/learned/signs/signs';
import type { Page } from '#core/classify/page';
import { isRule } from '#core/classify/quoted-speech';
import type { Kind } from '#core/run/verdict';

/** The reader is sure that the sentence refuses the visitor. Heuristic. */
const SURE = 1.2;

/** What such a sentence is about, the most telling first. */
const WAYS: readonly { readonly kind: Kind; readonly says: (text: string) => boolean }[] = [
  { kind: 'password-expired', says: saysOneOf('expired-password') },
  { kind: 'waiting-room', says: saysOneOf('crowd') },
  { kind: 'changed', says: saysOneOf('moved') },
  { kind: 'blocked', says: saysOneOf('refused') },
];
const LOGIN = saysOneOf('credentials', 'login');

/**
 * A refusal that the rules do not know. It accuses nobody, so the learned reader may tell it, and
 * the words name its kind.
 */
export function turnedAway(
  page: Page,
  { text: matched, margin, place }: Reading,
): Finding | undefined {
  if (margin < SURE || page.article || page.records > 1) return undefined;
  if (isRule(matched) || isOfOtherThings(matched)) return undefined;
  const way = WAYS.find(({ says }) => says(matched))?.kind;
  const login = page.loginForm && place === 'dialog' && LOGIN(matched);
  const kind = way ?? (login ? 'login-rejected' : undefined);
  if (!kind) return undefined;
  const reason = 'A sentence reads like the refusal of this visitor.';
  return { kind, rule: `sentence-like-${kind}`, reason, matched, cause: `sentence ${kind}` };
}
