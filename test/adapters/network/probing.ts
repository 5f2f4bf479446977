import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createRawServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { createProber, type ProberOptions } from '#adapters/network/prober';
import type { RunRecord } from '#core/run/run-record';
import type { Target } from '#core/watch/catalogue';
import type { Limits } from '#core/watch/configuration';
import { DEFAULT_LIMITS } from '#core/watch/defaults';

export const CONTACT = 'https://monitor.example/contact';
export const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** The smallest page of a working portal, with the marker of `targetOf`. */
export const HEALTHY = `<!DOCTYPE html><title>고용24</title><header><a href="/login">로그인</a></header>
<nav><a href="/jobs">채용정보</a> <a href="/ei">실업급여</a> <a href="/hrd">직업훈련</a></nav>
<main><h1>고용24</h1><p>환영합니다. 일자리부터 지원금까지 한곳에서 찾아보세요.</p></main>`;

/** Listens on loopback until the test is over. Then closes all connections. */
export async function serve(server: Server, host = '127.0.0.1'): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
  });
  server.listen(0, host);
  await once(server, 'listening');
  onTestFinished(async () => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  });
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

/** The origin of an HTTP/1.1 server. */
export async function serveHttp(listener: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await serve(createServer(listener))}`;
}

/** The origin of a server that answers a request with arbitrary bytes. */
export async function serveRaw(onRequest: (socket: Socket) => void): Promise<string> {
  const server = createRawServer((socket) => {
    socket.once('data', () => onRequest(socket));
  });
  return `http://127.0.0.1:${await serve(server)}`;
}

export function targetOf(baseUrl: string, over: Partial<Target> = {}): Target {
  return {
    service: 'work24',
    baseUrl,
    alsoHosts: [],
    pages: { main: '/' },
    selectors: {},
    markers: { main: '로그인' },
    login: 'none',
    unseen: [],
    ...over,
  };
}

/** Limits that only a permanent hang reaches. A test may shorten each of them. */
export function limitsOf(probe: Partial<Limits['probe']> = {}): Limits {
  return { ...DEFAULT_LIMITS, probe: { ...DEFAULT_LIMITS.probe, ...probe } };
}

export function probe(
  target: Target,
  { limits = limitsOf(), ...options }: ProberOptions & { readonly limits?: Limits } = {},
): Promise<RunRecord> {
  return createProber(options).probe({ target, limits, userAgentContact: CONTACT });
}
