import { judgeBlank } from '#core/classify/blank';
import { shows } from '#core/classify/page';
import type { Judge } from '#core/classify/text-judges';
import { ISSUER_NOT_FETCHED } from '#core/run/observation';
import { NEEDS_BROWSER } from '#core/run/verdict';

/** Headers that Node's parser refuses and most browsers accept: a line without a colon. */
const UNREAD_HEAD = /^HPE_(UNEXPECTED_CONTENT_LENGTH|INVALID_HEADER_TOKEN)$/;

/** An answer for which the prober is too strict. */
export const judgeStrictProbe: Judge = ({ seen }) => {
  const { code = '' } = seen.fault ?? {};
  const reason = strictnessOf(code);
  if (reason === undefined) return undefined;
  return { kind: 'unknown', rule: NEEDS_BROWSER, reason, matched: code, cause: 'needs browser' };
};

function strictnessOf(code: string): string | undefined {
  if (UNREAD_HEAD.test(code))
    return 'The head of the answer is unusual. A browser may accept it, but a probe does not.';
  if (code === ISSUER_NOT_FETCHED)
    return 'An intermediate certificate is missing. A browser may know it, but a probe does not.';
  return undefined;
}

/**
 * A page that stays empty until its scripts run, which the prober does not run: an application or a
 * bot shield.
 */
export const judgeUnrunScripts: Judge = (page) => {
  if (!page.seen.unrunScripts || judgeBlank(page) === undefined) return undefined;
  // A script removes that spinner. A spinner sent by the server stays.
  if (shows(page.seen, 'spinner')) return undefined;
  const reason = 'The page is empty until its scripts run, and a probe runs no scripts.';
  return { kind: 'unknown', rule: NEEDS_BROWSER, reason, cause: 'needs browser' };
};
