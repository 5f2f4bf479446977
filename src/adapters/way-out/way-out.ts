import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';

/** A secret. */
export interface ProxyAccount {
  readonly user: string;
  readonly password: string;
}

/** How this machine reaches the web, if not directly. */
export interface WayOut {
  /** A forward proxy. */
  readonly proxy?: {
    /** `http://proxy.example.kr:3128`, without the account, so that it may be printed. */
    readonly server: string;
    readonly account?: ProxyAccount;
    /** Hosts that bypass the proxy. `.example.kr` covers all below. */
    readonly bypass: readonly string[];
  };
  /** True if certificates of additional authorities, which Node knows, are accepted. */
  readonly ownAuthorities?: boolean;
}

/** The proxy for a host. Undefined if the host is reached directly. */
export function proxyFor(host: string, { proxy }: WayOut): URL | undefined {
  if (!proxy || isLoopback(host)) return undefined;
  const isBypassed = proxy.bypass.some((entry) =>
    entry.startsWith('.') ? host.endsWith(entry) : host === entry,
  );
  return isBypassed ? undefined : new URL(proxy.server);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

/** The proxy did not connect. */
export class TunnelRefusedError extends Error {
  override readonly name = 'TunnelRefusedError';
  /** HTTP status of the proxy's answer. */
  readonly status: number;

  constructor(authority: string, status: number) {
    super(`the proxy answered ${status} for ${authority}`);
    this.status = status;
  }
}

/** Headers for the proxy itself. */
export function proxyHeaders({ proxy }: WayOut): Readonly<Record<string, string>> {
  if (!proxy?.account) return {};
  const { user, password } = proxy.account;
  const both = Buffer.from(`${user}:${password}`).toString('base64');
  return { 'proxy-authorization': `Basic ${both}` };
}

/** Makes the proxy connect to `authority`. Throws TunnelRefusedError. */
export async function openTunnel(socket: Socket, authority: string, wayOut: WayOut): Promise<void> {
  const asked = request({
    method: 'CONNECT',
    path: authority,
    headers: { host: authority, ...proxyHeaders(wayOut) },
    createConnection: () => socket,
  });
  asked.end();
  const [{ statusCode = 0 }] = (await once(asked, 'connect')) as [IncomingMessage];
  if (statusCode !== 200) throw new TunnelRefusedError(authority, statusCode);
}
