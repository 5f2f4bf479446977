import { type Finding, NO_ANSWER } from '#core/classify/finding';
import type { Page } from '#core/classify/page';
import type { Fault } from '#core/run/observation';
import { SECRET_MISSING } from '#core/run/secret';
import type { Kind } from '#core/run/verdict';

interface CodeRule {
  readonly rule: string;
  readonly kind: Kind;
  readonly code: RegExp;
  readonly reason: string;
}

/** First match wins. Codes: Chromium's net_error_list.h, Node's and undici's own names. */
const CODES: readonly CodeRule[] = [
  {
    rule: 'code-own-network',
    kind: 'monitor-fault',
    code: /ERR_(INTERNET_DISCONNECTED|NETWORK_(CHANGED|IO_SUSPENDED|ACCESS_DENIED)|INSUFFICIENT_RESOURCES|OUT_OF_MEMORY|PROXY_\w+|TUNNEL_\w+|NO_SUPPORTED_PROXIES|SOCKS_\w+|BLOCKED_BY_(CLIENT|ADMINISTRATOR)|CACHE_\w+|FILE_\w+|ACCESS_DENIED)|^(ENETDOWN|ENETUNREACH|EADDRNOTAVAIL|EMFILE|ENFILE|ENOMEM|ENOSPC|EACCES|EPERM)$/u,
    reason: 'The network or the machine of the monitor failed.',
  },
  {
    rule: 'code-own-address',
    kind: 'monitor-fault',
    code: /ERR_(INVALID_URL|UNKNOWN_URL_SCHEME|DISALLOWED_URL_SCHEME|UNSAFE_PORT|INVALID_ARGUMENT)/u,
    reason: 'The configured address cannot be opened.',
  },
  {
    rule: 'code-dns',
    kind: 'dns',
    code: /ERR_(NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|DNS_\w+|ICANN_NAME_COLLISION)|^(ENOTFOUND|EAI_\w+|ENODATA|ESERVFAIL|ENODOMAIN|EBADRESP|ETIMEOUT)$/u,
    reason: 'The host name could not be resolved.',
  },
  {
    rule: 'code-tls',
    kind: 'tls',
    code: /ERR_(CERT_\w+|CERTIFICATE_\w+|SSL_\w+|BAD_SSL_\w+|TLS_\w+)|CERT_|_CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|EPROTO/u,
    reason: 'The secure connection could not be made.',
  },
  {
    rule: 'code-connect-timeout',
    kind: 'connect',
    code: /ERR_CONNECTION_TIMED_OUT|UND_ERR_CONNECT_TIMEOUT/u,
    reason: 'The host did not accept a connection in time.',
  },
  {
    rule: 'code-timeout',
    kind: 'timeout',
    code: /ERR_TIMED_OUT|^ETIMEDOUT$|UND_ERR_(HEADERS|BODY)_TIMEOUT/u,
    reason: 'The server did not answer in time.',
  },
  {
    rule: 'code-redirect-loop',
    kind: 'http-error',
    code: /ERR_TOO_MANY_REDIRECTS/u,
    reason: 'The server redirects in a circle.',
  },
  {
    rule: 'code-broken-answer',
    kind: 'http-error',
    code: /ERR_(INVALID_(HTTP_)?RESPONSE|RESPONSE_HEADERS_\w+|CONTENT_DECODING_\w+|INVALID_REDIRECT|UNSAFE_REDIRECT|HTTP_RESPONSE_CODE_FAILURE)|^HPE_/u,
    reason: 'The server sent an answer that is not HTTP.',
  },
  {
    rule: 'code-connect',
    kind: 'connect',
    code: /ERR_(CONNECTION_\w+|ADDRESS_\w+|EMPTY_RESPONSE|HTTP2_\w+|QUIC_\w+|SOCKET_\w+|CONTENT_LENGTH_MISMATCH|INCOMPLETE_\w+|HOST_\w+)|^(ECONN\w+|EHOST\w+|EPIPE|UND_ERR_SOCKET)$/u,
    reason: 'The connection was refused or broken off.',
  },
];

/** Words of a dying browser. Source: Playwright's error texts. */
const BROWSER_DEATH =
  /target (page, context or browser has been )?(closed|crashed)|page crashed|browser has been closed|browser (has )?disconnected|failed to launch|protocol error .*(session|target) closed/iu;

const BY_PHASE: Partial<Record<Fault['phase'], { readonly kind: Kind; readonly reason: string }>> =
  {
    dns: { kind: 'dns', reason: 'The host name could not be resolved.' },
    connect: { kind: 'connect', reason: 'The host did not accept a connection.' },
    tls: { kind: 'tls', reason: 'The secure connection could not be made.' },
    response: { kind: 'connect', reason: 'The connection was broken off before an answer came.' },
    body: { kind: 'connect', reason: 'The connection was broken off in the middle of the answer.' },
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

/** Ours first: whatever else was seen, a broken monitor proves nothing about the service. */
export function judgeMonitor({ seen }: Pick<Page, 'seen'>): Finding | undefined {
  const { fault } = seen;
  if (!fault) return undefined;
  if (fault.phase === 'monitor' || fault.phase === 'browser') {
    if (fault.code === SECRET_MISSING) {
      return finding(fault, SECRET_MISSING, 'monitor-fault', 'Its user id or password is not set.');
    }
    const reason = 'The monitor itself failed; this says nothing about the service.';
    return finding(fault, `phase-${fault.phase}`, 'monitor-fault', reason);
  }
  if (BROWSER_DEATH.test(fault.message)) {
    return finding(fault, 'browser-death', 'monitor-fault', 'The browser died during the run.');
  }
  const code = CODES.find((rule) => rule.kind === 'monitor-fault' && rule.code.test(codeOf(fault)));
  return code && finding(fault, code.rule, code.kind, code.reason);
}

/** Faults of name resolution, connection, TLS and HTTP exchange: no page came. */
export function judgeTransport({ seen }: Pick<Page, 'seen'>): Finding | undefined {
  const { fault } = seen;
  if (!fault || fault.phase === 'step') return undefined;
  const phase = BY_PHASE[fault.phase];
  if (fault.timedOut && (fault.phase === 'response' || fault.phase === 'body')) {
    const reason =
      fault.phase === 'response' ? 'No answer came in time.' : 'The answer began and then stalled.';
    return finding(fault, `${fault.phase}-timed-out`, 'timeout', reason);
  }
  const code = CODES.find((rule) => rule.code.test(codeOf(fault)));
  if (
    code &&
    !(phase && phase.kind !== code.kind && fault.phase !== 'response' && fault.phase !== 'body')
  ) {
    return finding(fault, code.rule, code.kind, code.reason);
  }
  if (phase) return finding(fault, `phase-${fault.phase}`, phase.kind, phase.reason);
  return undefined;
}
