import { ACCEPTED_ENCODINGS, BodyReader } from '#adapters/network/body';
import { type Budget, ExchangeError } from '#adapters/network/budget';
import { type Connection, type NameLookup, openConnection } from '#adapters/network/connection';
import { Cookies } from '#adapters/network/cookies';
import { refreshOf } from '#adapters/network/lead-on';
import { ChainCutError, fetchIssuers } from '#adapters/network/missing-issuers';
import { type Answer, Http1RequiredError, sendRequest } from '#adapters/network/request';
import { Stopwatch } from '#adapters/network/stopwatch';
import type { WayOut } from '#adapters/way-out/way-out';
import { defined } from '#core/defined';
import { noteCertificate } from '#core/run/certificates';
import { type Fault, ISSUER_NOT_FETCHED } from '#core/run/observation';
import type { PhaseTimings } from '#core/run/result';
import type { Localised } from '#core/time/duration';
import type { Instant } from '#core/time/time';
import type { Limits } from '#core/watch/configuration';

/** The limit of Chromium, measured with `npm run zoo`. */
const MAX_REDIRECTS = 19;

/** The parts that all requests of one run share. */
export interface Visitor {
  readonly limits: Limits['probe'];
  readonly budget: Budget;
  readonly userAgent: string;
  readonly cookies: Cookies;
  /** Hosts that chose HTTP/2 but need HTTP/1.1. */
  readonly http1Hosts: Set<string>;
  /** Certificates (PEM) that hosts leave out of their chains, fetched in this run. */
  readonly fetched: Map<string, readonly string[]>;
  /** Requests sent so far, by host. */
  readonly requests: Record<string, number>;
  /** Of every host so far, as in a run's record. */
  readonly certificates: Record<string, number>;
  readonly now: Instant;
  readonly authorities?: readonly string[];
  /** Hosts that the user named. Only these may be private addresses. */
  readonly named: readonly string[];
  readonly lookup?: NameLookup;
  readonly wayOut?: WayOut;
}

/** One requested page with its redirects: everything seen until it ended or broke off. */
export interface Visit {
  readonly finalUrl: URL;
  /** Name, port and certificate of the first host worked. */
  readonly connected: boolean;
  readonly status?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly truncated: boolean;
  readonly fault?: Fault;
  /** Of the last exchange. */
  readonly phases: PhaseTimings;
  readonly note?: Localised;
  readonly elapsedMs: number;
}

type Seen = { -readonly [Key in keyof Visit]: Visit[Key] };

/** Never throws. Errors are in `fault`. */
export async function visit(url: URL, visitor: Visitor): Promise<Visit> {
  const started = performance.now();
  const seen: Seen = {
    finalUrl: url,
    connected: false,
    headers: {},
    body: new Uint8Array(),
    truncated: false,
    phases: {},
    elapsedMs: 0,
  };
  try {
    await follow(seen, visitor);
  } catch (error) {
    seen.fault = error instanceof ExchangeError ? error.fault : monitorFault(error);
  }
  seen.elapsedMs = Math.round(performance.now() - started);
  return seen;
}

async function follow(seen: Seen, visitor: Visitor): Promise<void> {
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const next = await exchange(seen, visitor);
    if (!next) return;
    seen.finalUrl = next;
  }
  const message = `more than ${MAX_REDIRECTS} redirects`;
  throw new ExchangeError({
    phase: 'response',
    code: 'ERR_TOO_MANY_REDIRECTS',
    message,
    timedOut: false,
  });
}

/** One request and its answer. Returns the next address if it leads on. */
async function exchange(seen: Seen, visitor: Visitor): Promise<URL | undefined> {
  const url = seen.finalUrl;
  const stopwatch = new Stopwatch();
  seen.headers = {};
  delete seen.status;
  let connection: Connection | undefined;
  try {
    const http1Only = visitor.http1Hosts.has(url.host);
    const issuers = visitor.fetched.get(url.host);
    const order = { ...visitor, url, stopwatch, http1Only, ...defined({ issuers }) };
    connection = await openConnection(order);
    noteConnection(seen, connection, visitor);
    const answer = await ask(connection, url, visitor, stopwatch);
    seen.status = answer.status;
    seen.headers = answer.headers;
    visitor.cookies.remember(url, answer.setCookie);
    const next = redirectOf(answer, url);
    if (next) return next;
    await readBody(seen, answer, visitor, stopwatch);
    const { headers, setCookie } = answer;
    const body = Buffer.from(seen.body);
    return refreshOf({ headers, body, gaveCookies: setCookie.length > 0 }, url);
  } catch (error) {
    if (await isMended(error, url, visitor)) return url;
    throw error;
  } finally {
    seen.phases = stopwatch.timings;
    connection?.socket.destroy();
  }
}

/** True if the next try will do what a browser does here. */
async function isMended(error: unknown, url: URL, visitor: Visitor): Promise<boolean> {
  const { cause } = error instanceof ExchangeError ? error : { cause: error };
  const { fetched, http1Hosts } = visitor;
  if (cause instanceof Http1RequiredError && !http1Hosts.has(url.host)) {
    http1Hosts.add(url.host);
    return true;
  }
  if (!(cause instanceof ChainCutError) || fetched.has(url.host)) return false;
  const issuers = await fetchIssuers(cause.last, (address) => readFile(address, visitor));
  if (!issuers) throw new ExchangeError({ ...UNFETCHED, message: cause.message });
  fetched.set(url.host, issuers);
  return issuers.length > 0;
}

const UNFETCHED = { phase: 'tls', code: ISSUER_NOT_FETCHED, timedOut: false } as const;

async function readFile(address: URL, visitor: Visitor): Promise<Uint8Array | undefined> {
  const cookies = new Cookies(visitor.now);
  const { body, fault, status } = await visit(address, { ...visitor, cookies });
  return fault || status !== 200 ? undefined : body;
}

function noteConnection(
  seen: Seen,
  { certificateDays: days, note }: Connection,
  { certificates }: Visitor,
): void {
  seen.connected = true;
  if (days !== undefined) noteCertificate(certificates, seen.finalUrl.host, days);
  if (note !== undefined) seen.note = note;
}

function ask(
  connection: Connection,
  url: URL,
  visitor: Visitor,
  stopwatch: Stopwatch,
): Promise<Answer> {
  const { budget, cookies, limits, requests, userAgent } = visitor;
  requests[url.host] = (requests[url.host] ?? 0) + 1;
  const headers = {
    'user-agent': userAgent,
    accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5',
    'accept-language': 'ko-KR,ko;q=0.9',
    'accept-encoding': ACCEPTED_ENCODINGS,
    ...cookies.headerFor(url),
  };
  return stopwatch.time('firstByte', () =>
    budget.phase('response', limits.firstByteMs, sendRequest(connection, url, headers)),
  );
}

async function readBody(
  seen: Seen,
  answer: Answer,
  { budget, limits }: Visitor,
  stopwatch: Stopwatch,
): Promise<void> {
  const reader = new BodyReader(limits.maxBytes);
  try {
    const reading = reader.read(answer.body, answer.headers['content-encoding']);
    await stopwatch.time('body', () => budget.phase('body', limits.bodyMs, reading));
  } finally {
    seen.body = reader.bytes;
    seen.truncated = reader.truncated;
  }
}

function redirectOf({ headers, status }: Answer, from: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || !headers.location) return undefined;
  const next = URL.parse(asUtf8(headers.location), from.href);
  if (next && /^https?:$/.test(next.protocol)) return next;
  throw new ExchangeError({
    phase: 'response',
    code: 'ERR_INVALID_REDIRECT',
    message: 'the redirect leads to no web address',
    timedOut: false,
  });
}

/** Node reads headers byte by byte. Browsers read the bytes of a location as UTF-8. */
function asUtf8(header: string): string {
  const text = Buffer.from(header, 'latin1').toString('utf8');
  return text.includes('\ufffd') ? header : text;
}

function monitorFault(error: unknown): Fault {
  const message = error instanceof Error ? error.message : String(error);
  return { phase: 'monitor', message, timedOut: false };
}
