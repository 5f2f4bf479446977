import type { Judge } from '#core/classify/text-judges';
import { TOO_LARGE } from '#core/run/observation';

/** The rest of the page may say anything, so the part that came proves nothing. */
export const judgeTooLarge: Judge = ({ seen: { fault } }) => {
  if (fault?.code !== TOO_LARGE) return undefined;
  const reason = 'The page is larger than the monitor reads.';
  return { kind: 'unknown', rule: 'too-large', reason, matched: fault.message, cause: 'too large' };
};
