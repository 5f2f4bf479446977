import { CODE_RULES } from '#core/classify/fault-codes';
import { type Finding, NO_ANSWER } from '#core/classify/finding';
import type { Page } from '#core/classify/page';
import { type Part, patternOf } from '#core/classify/part';
import type { Fault } from '#core/run/observation';
import { SECRET_MISSING } from '#core/run/secret';
import type { Kind } from '#core/run/verdict';

/** Words of a dying browser. Source: Playwright's error texts. */
export const BROWSER_DEATHS: readonly Part[] = [
  {
    name: 'death',
    is: 'Target page, context or browser has been closed',
    not: 'page.goto: Timeout 30000ms exceeded',
    any: [
      /target (page, context or browser has been )?(closed|crashed)|page crashed/u,
      /browser has been closed|browser (has )?disconnected|failed to launch/u,
      /protocol error .*(session|target) closed/u,
    ],
  },
];
const BROWSER_DEATH = patternOf(BROWSER_DEATHS, 'iu');

const BY_PHASE: Partial<Record<Fault['phase'], { readonly kind: Kind; readonly reason: string }>> =
  {
    dns: { kind: 'dns', reason: 'The host name could not be resolved.' },
    connect: { kind: 'connect', reason: 'The host did not accept a connection.' },
    tls: { kind: 'tls', reason: 'The secure connection could not be made.' },
    response: { kind: 'connect', reason: 'The connection broke before an answer came.' },
    body: { kind: 'connect', reason: 'The connection broke in the middle of the answer.' },
  };

function finding(fault: Fault, rule: string, kind: Kind, reason: string): Finding {
  return {
    kind,
    rule,
    reason,
    matched: fault.code ?? fault.message,
    cause: kind === 'timeout' ? NO_ANSWER : `transport ${kind}`,
  };
}

function codeOf(fault: Fault): string {
  return fault.code ?? /\bnet::ERR_\w+/u.exec(fault.message)?.[0] ?? '';
}

/** Statuses that only our own network gives. Sources: RFC 9110, 15.5.8; RFC 6585, 6. */
const OF_OUR_NETWORK: Readonly<Record<number, Finding>> = {
  407: {
    kind: 'monitor-fault',
    rule: 'proxy-account',
    reason: 'The proxy refused the account of the monitor.',
    matched: 'HTTP 407',
    cause: 'proxy account',
  },
  511: {
    kind: 'monitor-fault',
    rule: 'network-login',
    reason: 'The network of the monitor asks for a login.',
    matched: 'HTTP 511',
    cause: 'network login',
  },
};

/** The monitor's own faults come first: a broken monitor proves nothing about the service. */
export function judgeMonitor({ seen }: Pick<Page, 'seen'>): Finding | undefined {
  const { fault } = seen;
  const ofOurs = OF_OUR_NETWORK[seen.status ?? 0];
  if (ofOurs) return ofOurs;
  if (!fault) return undefined;
  if (fault.phase === 'monitor' || fault.phase === 'browser') {
    if (fault.code === SECRET_MISSING) {
      return finding(fault, SECRET_MISSING, 'monitor-fault', 'Its user id or password is not set.');
    }
    const reason = 'The monitor itself failed. This says nothing about the service.';
    return finding(fault, `phase-${fault.phase}`, 'monitor-fault', reason);
  }
  if (BROWSER_DEATH.test(fault.message)) {
    return finding(fault, 'browser-death', 'monitor-fault', 'The browser died during the run.');
  }
  const code = CODE_RULES.find(
    (rule) => rule.kind === 'monitor-fault' && rule.code.test(codeOf(fault)),
  );
  return code && finding(fault, code.rule, code.kind, code.reason);
}

/** Faults of name resolution, connection, TLS and HTTP exchange: no page came. */
export function judgeTransport({ seen }: Pick<Page, 'seen'>): Finding | undefined {
  const { fault } = seen;
  if (!fault || fault.phase === 'step') return undefined;
  const phase = BY_PHASE[fault.phase];
  if (fault.timedOut && (fault.phase === 'response' || fault.phase === 'body')) {
    const reason =
      fault.phase === 'response'
        ? 'No answer came in time.'
        : 'The answer began but did not end in time.';
    return finding(fault, `${fault.phase}-timed-out`, 'timeout', reason);
  }
  const code = CODE_RULES.find((rule) => rule.code.test(codeOf(fault)));
  if (
    code &&
    !(phase && phase.kind !== code.kind && fault.phase !== 'response' && fault.phase !== 'body')
  ) {
    return finding(fault, code.rule, code.kind, code.reason);
  }
  if (phase) return finding(fault, `phase-${fault.phase}`, phase.kind, phase.reason);
  return undefined;
}
