import { DeadlineError } from '#adapters/chromium/deadline';
import { defined } from '#core/defined';
import { MonitorFaultError } from '#core/errors';
import type { Fault, FaultPhase, Obstacle } from '#core/run/observation';

/** The page was there but did not show or do what the step waited for. */
export class StepFailedError extends Error {
  override readonly name = 'StepFailedError';
  readonly timedOut: boolean;
  /** For an action: why the control could not be used. */
  readonly obstacle?: Obstacle;
  readonly code?: string;

  constructor(message: string, timedOut: boolean, obstacle?: Obstacle) {
    super(message);
    this.timedOut = timedOut;
    if (obstacle) this.obstacle = obstacle;
  }
}

/** Chromium's error names below the page, by phase. Source: net_error_list.h. */
const PHASES: readonly { readonly phase: FaultPhase; readonly code: RegExp }[] = [
  { phase: 'dns', code: /ERR_(NAME_|DNS_|ICANN_)/ },
  { phase: 'tls', code: /ERR_(CERT_|CERTIFICATE_|SSL_|BAD_SSL_)/ },
  { phase: 'body', code: /ERR_(CONTENT_LENGTH_MISMATCH|INCOMPLETE_|CONTENT_DECODING_)/ },
  {
    phase: 'response',
    code: /ERR_(EMPTY_RESPONSE|CONNECTION_(CLOSED|RESET|ABORTED)|TIMED_OUT|HTTP2_|QUIC_|INVALID_HTTP_RESPONSE)/,
  },
  { phase: 'connect', code: /ERR_(CONNECTION_|ADDRESS_|SOCKET_|PROXY_|TUNNEL_|INTERNET_)/ },
];

/** Playwright's texts for a browser that died during a call. */
const DEAD = new RegExp(
  [
    'Target (page, context or browser has been )?(closed|crashed)',
    'Page crashed',
    'browser has been closed',
    'Browser closed',
    'Failed to launch',
    'Connection closed',
  ].join('|'),
  'i',
);

/** A bug in a journey, or an invalid selector. */
const OUR_MISTAKE = /^(TypeError|ReferenceError|RangeError|SyntaxError) |while parsing .*selector/i;

/** The fault behind an error of a step. `opening`: the step waited for a document's answer. */
export function faultOf(error: unknown, opening: 'response' | 'body' | undefined): Fault {
  const message = firstLine(error);
  if (error instanceof MonitorFaultError) {
    return { phase: 'browser', message: `${message}: ${error.remedy}`, timedOut: false };
  }
  if (DEAD.test(message)) {
    return { phase: 'browser', message, timedOut: false };
  }
  if (OUR_MISTAKE.test(`${nameOf(error)} ${message}`)) {
    return { phase: 'monitor', message, timedOut: false };
  }
  const code = /net::ERR_\w+/.exec(message)?.[0];
  if (code) {
    const phase = PHASES.find((known) => known.code.test(code))?.phase ?? 'navigation';
    if (MACHINE.test(code)) {
      const remedy = 'make room in the temporary folder and in memory';
      return { phase, code, message: `${message}. Remedy: ${remedy}.`, timedOut: false };
    }
    return { phase, code, message, timedOut: /TIMED_OUT/.test(code) };
  }
  if (error instanceof StepFailedError) {
    const { obstacle, code, timedOut } = error;
    return { phase: opening ?? 'step', message, timedOut, ...defined({ obstacle, code }) };
  }
  const timedOut = isTimeout(error);
  return { phase: timedOut ? (opening ?? 'step') : 'step', message, timedOut };
}

const DIED = 'look at free memory; if it stays, run `npm ci` again';

/** Chromium's names for faults of its machine. */
const MACHINE = /ERR_(INSUFFICIENT_RESOURCES|OUT_OF_MEMORY|CACHE_\w+|FILE_\w+|ACCESS_DENIED)/;

/** Remedies, by the reason why the browser did not start. The first match is used. */
const REMEDIES: readonly { readonly about: RegExp; readonly remedy: string }[] = [
  { about: /ENOSPC|EDQUOT|EFBIG|no space/i, remedy: 'make room (300 MB) in the temporary folder' },
  { about: /EMFILE|ENFILE/, remedy: 'allow more open files (ulimit -n)' },
  {
    about: /EROFS|EACCES|EPERM|ENOENT.*mkdtemp|ENOTDIR/,
    remedy: 'set TMPDIR to a folder of yours from which programs may be started',
  },
  { about: /Cannot find (package|module)|ERR_MODULE/, remedy: 'run `npm ci` again' },
];

/** The fault if the browser did not start. It is always the monitor's. */
export function startFaultOf(error: unknown): Fault {
  if (error instanceof MonitorFaultError) return faultOf(error, undefined);
  const message = firstLine(error).replace(/\.$/, '');
  const remedy = REMEDIES.find(({ about }) => about.test(message))?.remedy ?? DIED;
  return { phase: 'browser', message: `${message}. Remedy: ${remedy}.`, timedOut: false };
}

/**
 * A time-out of Playwright or of ours. Compared by name, because the library is not loaded here.
 */
export function isTimeout(error: unknown): boolean {
  return error instanceof DeadlineError || nameOf(error) === 'TimeoutError';
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n')[0] ?? '').slice(0, 500);
}
