import type { Kind } from '#core/run/verdict';

/**
 * What a sentence may claim of the service that shows it: that it cannot be used now, because of a
 * failure or of planned work, or that it does not let this visitor in.
 */
export const TOLD = [
  'error-page',
  'maintenance',
  'waiting-room',
  'blocked',
  'login-rejected',
  'login-unavailable',
  'password-expired',
  'changed',
] as const satisfies readonly Kind[];

export type Told = (typeof TOLD)[number];

/** The last one claims nothing. */
export const CLAIMS = [...TOLD, 'passed'] as const;

export type Claim = (typeof CLAIMS)[number];

/** Failures of an answer as a whole. Their pages read like error pages. */
const READS_LIKE_ERROR: readonly Kind[] = ['http-error', 'timeout', 'blank'];

/** What a page of this kind claims. Undefined: nothing that words tell. */
export function claimOf(kind: Kind): Told | undefined {
  return READS_LIKE_ERROR.includes(kind) ? 'error-page' : TOLD.find((one) => one === kind);
}
