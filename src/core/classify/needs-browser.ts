import { judgeBlank } from '#core/classify/blank';
import { shows } from '#core/classify/page';
import type { Judge } from '#core/classify/text-judges';
import { NEEDS_BROWSER } from '#core/run/verdict';

/** Headers that Node's parser refuses and most browsers accept: a line without a colon. */
const UNREAD_HEAD = /^HPE_(UNEXPECTED_CONTENT_LENGTH|INVALID_HEADER_TOKEN)$/;

/** An answer for which the prober's parser is too strict. */
export const judgeUnreadHead: Judge = ({ seen }) => {
  const { code = '' } = seen.fault ?? {};
  if (!UNREAD_HEAD.test(code)) return undefined;
  const reason =
    'The head of the answer is unusual. A browser may accept it, but a probe does not.';
  const cause = 'needs browser';
  return { kind: 'unknown', rule: NEEDS_BROWSER, reason, matched: code, cause };
};

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
