import { constants } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { isIP, type Socket, connect as tcpConnect } from 'node:net';
import type { Duplex } from 'node:stream';
import { getCACertificates, connect as tlsConnect } from 'node:tls';
import { type Budget, ExchangeError } from '#adapters/network/budget';
import { CHAIN_CUT, viewCertificate } from '#adapters/network/certificate';
import { ChainCutError } from '#adapters/network/missing-issuers';
import type { Stopwatch } from '#adapters/network/stopwatch';
import {
  openTunnel,
  proxyFor,
  proxyHeaders,
  TunnelRefusedError,
  type WayOut,
} from '#adapters/way-out/way-out';
import { defined } from '#core/defined';
import type { Localised } from '#core/time/duration';
import type { Instant } from '#core/time/time';
import type { Limits } from '#core/watch/configuration';
import { mayReach, refusalOf } from '#core/watch/private-address';

/** Smallest value that Node accepts. */
const SHORTEST_ATTEMPT_MS = 10;

/** The addresses of a name, IPv4. Rejects with a resolver's code, e.g. `ENOTFOUND`. */
export type NameLookup = (host: string) => Promise<readonly string[]>;

export interface ConnectionOrder {
  readonly url: URL;
  readonly limits: Limits['probe'];
  readonly budget: Budget;
  readonly stopwatch: Stopwatch;
  /** The host refuses HTTP/2 although it chose it. */
  readonly http1Only: boolean;
  /** For the certificate's dates. */
  readonly now: Instant;
  /** PEM; instead of the public authorities. */
  readonly authorities?: readonly string[];
  /** Certificates (PEM) that the host leaves out of its chain. */
  readonly issuers?: readonly string[];
  /** Hosts that the user named. Only these may be private addresses. */
  readonly named: readonly string[];
  /** Instead of the system's resolver. */
  readonly lookup?: NameLookup;
  readonly wayOut?: WayOut;
}

export interface Connection {
  readonly socket: Duplex;
  readonly http2: boolean;
  /**
   * A proxy forwards the request itself. It needs the whole address and these headers of its own.
   */
  readonly forwarded?: Readonly<Record<string, string>>;
  readonly certificateDays?: number;
  readonly note?: Localised;
}

/** DNS, TCP and, for https, TLS. Throws ExchangeError. */
export async function openConnection(order: ConnectionOrder): Promise<Connection> {
  const { url, limits, budget, stopwatch, wayOut = {} } = order;
  const host = hostOf(url);
  const proxy = proxyFor(host, wayOut);
  if (proxy) return throughProxy(proxy, order);
  const found = await stopwatch.time('dns', () =>
    budget.phase('dns', limits.dnsMs, addressesOf(host, order.lookup ?? systemLookup)),
  );
  const addresses = found.filter((address) => mayAsk(order, host, address));
  if (addresses.length === 0) throw new ExchangeError(refusalOf(host));
  const socket = connectAny(order, url, addresses);
  // Phases have their own listeners. An error between two phases must not end the process.
  socket.on('error', () => socket.destroy());
  try {
    await stopwatch.time('connect', () =>
      budget.phase('connect', limits.connectMs, once(socket, 'connect')),
    );
    return url.protocol === 'https:' ? await secure(order, host, socket) : { socket, http2: false };
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

/** The proxy resolves the name and connects. Throws ExchangeError. */
async function throughProxy(proxy: URL, order: ConnectionOrder): Promise<Connection> {
  const { url, limits, budget, stopwatch, wayOut = {} } = order;
  const dialling = async () => {
    const addresses = await budget.phase(
      'dns',
      limits.dnsMs,
      addressesOf(hostOf(proxy), order.lookup ?? systemLookup),
    );
    const socket = connectAny(order, proxy, addresses);
    socket.on('error', () => socket.destroy());
    await budget.phase('connect', limits.connectMs, once(socket, 'connect'));
    return socket;
  };
  const socket = await dialling().catch((error: unknown) => {
    throw proxyFault(error);
  });
  try {
    if (url.protocol !== 'https:') {
      return { socket, http2: false, forwarded: proxyHeaders(wayOut) };
    }
    const tunnel = openTunnel(socket, `${url.hostname}:${url.port || 443}`, wayOut).catch(refused);
    await stopwatch.time('connect', () => budget.phase('connect', limits.connectMs, tunnel));
    return await secure(order, hostOf(url), socket);
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

/**
 * The proxy's answers about the other side. Other answers are about us: an account, or its own
 * rule.
 */
const ABOUT_THEM = [502, 503, 504];

function refused(error: unknown): never {
  if (!(error instanceof TunnelRefusedError)) throw error;
  const { message, status } = error;
  const phase = ABOUT_THEM.includes(status) ? 'connect' : 'monitor';
  throw new ExchangeError({ phase, message, timedOut: status === 504 });
}

/** A proxy that cannot be reached says nothing about the site behind it. */
function proxyFault(error: unknown): ExchangeError {
  const why = error instanceof Error ? error.message : String(error);
  const message = `the proxy cannot be reached: ${why}`;
  return new ExchangeError({ phase: 'monitor', message, timedOut: false });
}

/**
 * Never connects to a private address of a public name, or to the Lambda runtime API. Citizens
 * reach the name by its other addresses.
 */
function mayAsk({ named, url }: ConnectionOrder, host: string, address: string): boolean {
  if (`${address}:${url.port}` === process.env.AWS_LAMBDA_RUNTIME_API) return false;
  return mayReach({ host, address, named });
}

/**
 * Tries one address after another, as browsers do, because one dead machine of a pair is no outage.
 */
function connectAny({ limits }: ConnectionOrder, url: URL, addresses: readonly string[]): Socket {
  return tcpConnect({
    host: hostOf(url),
    port: Number(url.port) || (url.protocol === 'https:' ? 443 : 80),
    noDelay: true,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: Math.max(
      SHORTEST_ATTEMPT_MS,
      Math.floor(limits.connectMs / addresses.length),
    ),
    lookup: (_host, _options, found) => {
      found(
        null,
        addresses.map((address) => ({ address, family: 4 })),
      );
    },
  });
}

async function secure(order: ConnectionOrder, host: string, plain: Duplex): Promise<Connection> {
  const { budget, issuers, limits, now, stopwatch } = order;
  const socket = tlsConnect({
    socket: plain,
    ...(isIP(host) ? {} : { servername: host }),
    ALPNProtocols: order.http1Only ? ['http/1.1'] : ['h2', 'http/1.1'],
    // Judged below, to tell an expired, a foreign and an untrusted certificate apart.
    rejectUnauthorized: false,
    checkServerIdentity: () => undefined,
    // Browsers accept servers without secure renegotiation. OpenSSL 3 alone refuses them.
    secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
    ...defined({ ca: authoritiesOf(order) }),
  });
  socket.on('error', () => socket.destroy());
  await stopwatch.time('tls', () =>
    budget.phase('tls', limits.tlsMs, once(socket, 'secureConnect')),
  );
  const { days, fault, lacksIssuer } = viewCertificate(socket, host, now);
  if (fault) {
    const cause = lacksIssuer && new ChainCutError(lacksIssuer);
    throw new ExchangeError({ phase: 'tls', timedOut: false, ...fault }, { cause });
  }
  return {
    socket,
    http2: socket.alpnProtocol === 'h2',
    certificateDays: days,
    ...(issuers ? { note: CHAIN_CUT } : {}),
  };
}

/** OpenSSL trusts no chain that ends with an issuer that is not an authority itself. */
function authoritiesOf({ authorities, issuers }: ConnectionOrder): string[] | undefined {
  if (!issuers) return authorities && [...authorities];
  return [...(authorities ?? getCACertificates('default')), ...issuers];
}

/**
 * Only IPv4, because Lambda has no other way out. `localhost` and names below it are loopback (RFC
 * 6761), whatever a resolver says.
 */
async function addressesOf(host: string, resolve: NameLookup): Promise<readonly string[]> {
  if (isIP(host) === 6) {
    const message = 'the address is an IPv6 one; this prober speaks IPv4 alone';
    throw new ExchangeError({ phase: 'monitor', message, timedOut: false });
  }
  if (isIP(host)) return [host];
  if (host === 'localhost' || host.endsWith('.localhost')) return ['127.0.0.1'];
  const found = await resolve(host);
  if (found.length > 0) return found;
  const message = `the name ${host} has no address`;
  throw new ExchangeError({ phase: 'dns', code: 'ENODATA', message, timedOut: false });
}

async function systemLookup(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { family: 4, all: true });
  return found.map(({ address }) => address);
}

/** `URL` keeps the brackets of an IPv6 address. */
function hostOf(url: URL): string {
  return url.hostname.replaceAll(/^\[|\]$/g, '');
}
