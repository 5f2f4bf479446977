import type { Finding } from '#core/classify/finding';
import type { Page } from '#core/classify/page';
import type { Kind } from '#core/run/verdict';

interface StatusRule {
  readonly rule: string;
  readonly covers: (status: number) => boolean;
  readonly kind: Kind;
  /** Words instead of the number, because signatures drop numbers. */
  readonly name: string;
}

/** First match wins. Source: RFC 9110; 403 and 429 are `blocked`. */
const STATUSES: readonly StatusRule[] = [
  {
    rule: 'status-refused',
    covers: among(401, 403, 429, 451),
    kind: 'blocked',
    name: 'refused',
  },
  { rule: 'status-timeout', covers: among(408), kind: 'timeout', name: 'request timeout' },
  { rule: 'status-internal', covers: among(500), kind: 'http-error', name: 'internal error' },
  { rule: 'status-gateway', covers: among(502), kind: 'http-error', name: 'bad gateway' },
  { rule: 'status-unavailable', covers: among(503), kind: 'http-error', name: 'unavailable' },
  {
    rule: 'status-gateway-timeout',
    covers: among(504, 522, 524),
    kind: 'http-error',
    name: 'gateway timeout',
  },
  { rule: 'status-server', covers: (status) => status >= 500, kind: 'http-error', name: 'other' },
];

function among(...wanted: readonly number[]): (status: number) => boolean {
  return (status) => wanted.includes(status);
}

const NOT_RUNNING = /webappisstopped|webapp.{0,40}iscurrentlystopped/u;

/** The status line alone; pages that explain themselves better are judged before. */
export function judgeStatus({ seen, body }: Pick<Page, 'seen' | 'body'>): Finding | undefined {
  const { status } = seen;
  if (status === undefined) return undefined;
  // Azure answers so when nobody is refused and the application is not running.
  if (status === 403 && NOT_RUNNING.test(body.compact)) return undefined;
  const rule = STATUSES.find(({ covers }) => covers(status));
  return (
    rule && {
      kind: rule.kind,
      rule: rule.rule,
      reason: `The server answered with status ${status}.`,
      matched: `HTTP ${status}`,
      cause: `status ${rule.name}`,
    }
  );
}
