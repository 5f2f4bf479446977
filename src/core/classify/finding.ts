import type { Kind, Outcome } from '#core/run/verdict';

/** A judge's finding about a page. */
export interface Finding {
  readonly kind: Kind;
  /** Id of the rule that decided. */
  readonly rule: string;
  /** One English sentence for people. */
  readonly reason: string;
  /** The words on the page that decided. */
  readonly matched?: string;
  /** Input of the signature: the same words wherever this cause shows. */
  readonly cause: string;
  /** Only if the kind does not decide the result (a waiting room past its budget). */
  readonly result?: Outcome;
  readonly peopleAhead?: number;
}

/** Signature text of every timeout, independent of which limit noticed it. */
export const NO_ANSWER = 'no answer in time';

/** Kind to result. Declared maintenance windows are applied later. */
export const RESULT_OF: Readonly<Record<Kind, Outcome>> = {
  dns: 'failed',
  connect: 'failed',
  tls: 'failed',
  timeout: 'failed',
  'http-error': 'failed',
  'error-page': 'failed',
  blank: 'failed',
  slow: 'degraded',
  'waiting-room': 'degraded',
  maintenance: 'failed',
  blocked: 'inconclusive',
  'login-rejected': 'inconclusive',
  'login-unavailable': 'inconclusive',
  'password-expired': 'inconclusive',
  changed: 'inconclusive',
  'monitor-fault': 'inconclusive',
  unknown: 'inconclusive',
};
