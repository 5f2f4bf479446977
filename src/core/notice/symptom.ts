import type { Cause } from '#core/outage/outage';
import type { Kind } from '#core/run/verdict';

/** The symptom in one or two words. */
export type Symptom =
  | 'unreachable'
  | 'silent'
  | 'login-failed'
  | 'error-page'
  | 'certificate'
  | 'blank'
  | 'slow'
  | 'queue'
  | 'maintenance'
  | 'abnormal';

const BY_KIND: Readonly<Record<Kind, Symptom>> = {
  dns: 'unreachable',
  connect: 'unreachable',
  tls: 'certificate',
  timeout: 'silent',
  'http-error': 'error-page',
  'error-page': 'error-page',
  blank: 'blank',
  slow: 'slow',
  'waiting-room': 'queue',
  maintenance: 'maintenance',
  blocked: 'abnormal',
  'login-rejected': 'login-failed',
  'login-unavailable': 'login-failed',
  'password-expired': 'login-failed',
  changed: 'abnormal',
  'monitor-fault': 'abnormal',
  unknown: 'abnormal',
};

/** If the login fails, the symptom is a failed login, whatever the kind. */
const LOGIN_KINDS: readonly Kind[] = ['timeout', 'http-error', 'error-page', 'blank', 'unknown'];

/** The symptom that citizens see, from the failures of the checks. */
export function symptomOf(cause: Pick<Cause, 'layer' | 'kind'>): Symptom {
  if (cause.layer === 'session' && LOGIN_KINDS.includes(cause.kind)) return 'login-failed';
  if (cause.layer === 'host' && cause.kind === 'timeout') return 'unreachable';
  return BY_KIND[cause.kind];
}
