import { judgeBlank } from '#core/classify/blank';
import { shows } from '#core/classify/page';
import type { Judge } from '#core/classify/text-judges';
import { NEEDS_BROWSER } from '#core/run/verdict';

/** Heads that Node's parser refuses and browsers read for the most part: a line without a colon. */
const UNREAD_HEAD = /^HPE_(UNEXPECTED_CONTENT_LENGTH|INVALID_HEADER_TOKEN)$/;

/** An answer that the prober is too strict for. */
export const judgeUnreadHead: Judge = ({ seen }) => {
  const { code = '' } = seen.fault ?? {};
  if (!UNREAD_HEAD.test(code)) return undefined;
  const reason = 'The head of the answer is odd; browsers may read it, and a probe does not.';
  const cause = 'needs browser';
  return { kind: 'unknown', rule: NEEDS_BROWSER, reason, matched: code, cause };
};

/** A page that is empty until its scripts have run, seen by who runs none: an application, a shield. */
export const judgeUnrunScripts: Judge = (page) => {
  if (!page.seen.unrunScripts || judgeBlank(page) === undefined) return undefined;
  // That one is drawn by a script; where the server itself sends it, none is going to take it away.
  if (shows(page.seen, 'spinner')) return undefined;
  const reason = 'The page shows nothing until its scripts run, and a probe runs none.';
  return { kind: 'unknown', rule: NEEDS_BROWSER, reason, cause: 'needs browser' };
};
