import type { FaultMode } from '#core/scenario/scenario';

/** The kind of a request. One request can have two: EPS logs in on its main page. */
export const ASKED = ['main', 'data', 'login', 'login-submit', 'logout', 'asset', 'other'] as const;

export type Asked = (typeof ASKED)[number];

/** Modes that answer a request. The others act on the connection or before HTTP. */
export type AnswerMode = Exclude<FaultMode, 'ok' | 'refuse' | 'monitor-crash' | 'monitor-gap'>;

const EVERY_PAGE: readonly Asked[] = ['main', 'data', 'login', 'login-submit', 'logout', 'other'];
/** Requests that need the database. The main page and the login page are cached. */
const DATABASE: readonly Asked[] = ['data', 'login-submit'];

/**
 * The requests that each mode hits, which defines how deep each fault is. `refuse` closes the
 * listener instead. A running target keeps its address, so `dns` and `tls-expired` redirect: to a
 * name that cannot be resolved, and to a listener with an expired certificate.
 */
export const SCOPE: Readonly<Record<AnswerMode, readonly Asked[]>> = {
  slow: EVERY_PAGE,
  hang: DATABASE,
  dns: EVERY_PAGE,
  'tls-expired': EVERY_PAGE,
  'http-500': EVERY_PAGE,
  'http-503': EVERY_PAGE,
  'db-error-page': DATABASE,
  'generic-error-page': EVERY_PAGE,
  'maintenance-page': EVERY_PAGE,
  'waiting-room': ['data', 'login'],
  'blocked-page': EVERY_PAGE,
  'login-rejected': ['login-submit'],
  'login-option-absent': ['login'],
  'password-expired': ['login-submit'],
  'changed-form': ['login'],
  'blank-page': EVERY_PAGE,
  spinner: DATABASE,
  'large-response-stall': [...EVERY_PAGE, 'asset'],
};
