import { once } from 'node:events';
import { createServer as createHttp, type RequestListener } from 'node:http';
import { createSecureServer, type Http2Stream, type ServerHttp2Stream } from 'node:http2';
import { createServer as createHttps } from 'node:https';
import { createServer as createTcp, type Server, type Socket } from 'node:net';
import type { SecureVersion } from 'node:tls';
import { defined } from '#core/defined';
import { DAY } from '#core/time/time';
import { type Certificate, makeCertificate } from '#local/portals/certificate';

/** The text that a citizen should see. Prober and browser look for it. */
export const WELCOME = '환영합니다';
export const PAGE = `<!DOCTYPE html><html lang="ko"><meta charset="utf-8"><title>고용24</title><body>
<header><a href="/">고용24</a> <a href="/login">로그인</a></header>
<nav><a href="/jobs">채용정보</a> <a href="/ei">실업급여</a> <a href="/hrd">직업훈련</a></nav>
<main><h1>고용24</h1><p>${WELCOME}. 일자리부터 지원금까지 한곳에서 찾아보세요.</p>
<form><label>검색 <input type="search"></label></form></main></body></html>`;
export const HTML = { 'content-type': 'text/html; charset=utf-8' } as const;

const open = new Map<Server, Set<Socket>>();

export async function listen(server: Server, host = '127.0.0.1'): Promise<number> {
  const sockets = new Set<Socket>();
  open.set(server, sockets);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
  });
  server.listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

/** Stops all servers. */
export function closeAll(): void {
  for (const [server, sockets] of open) {
    server.close();
    for (const socket of sockets) socket.destroy();
  }
  open.clear();
}

export async function http(listener: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listen(createHttp({ maxHeaderSize: 2 ** 20 }, listener))}`;
}

/** Answers a request with arbitrary bytes. */
export async function raw(onRequest: (socket: Socket) => void): Promise<string> {
  const server = createTcp((socket) => {
    socket.once('data', () => onRequest(socket));
  });
  return `http://127.0.0.1:${await listen(server)}`;
}

/** One answer, byte for byte. Then the connection ends. */
export function says(...parts: readonly (string | Uint8Array)[]): Promise<string> {
  return raw((socket) => {
    socket.end(Buffer.concat(parts.map((part) => Buffer.from(part as string))));
  });
}

export interface Secured {
  readonly certificate?: Certificate;
  readonly versions?: readonly [SecureVersion, SecureVersion];
  readonly ciphers?: string;
}

const now = Date.now();

export function certificateOf(over: Partial<Parameters<typeof makeCertificate>[0]> = {}) {
  return makeCertificate({
    commonName: 'zoo',
    hosts: ['127.0.0.1', 'localhost', 'zoo.localhost'],
    notBefore: now - DAY,
    notAfter: now + 90 * DAY,
    ...over,
  });
}

/** The only authority that prober and browser trust. */
export const ROOT = certificateOf({ commonName: 'zoo root', hosts: [], authority: true });
export const TRUSTED = certificateOf({ issuer: ROOT });

export async function https(listener: RequestListener, secured: Secured = {}): Promise<string> {
  const { certificate = TRUSTED, ciphers, versions } = secured;
  const server = createHttps(
    {
      key: certificate.keyPem,
      cert: certificate.pem,
      ...(versions ? { minVersion: versions[0], maxVersion: versions[1] } : {}),
      ...defined({ ciphers }),
    },
    listener,
  );
  return `https://127.0.0.1:${await listen(server)}`;
}

/** HTTP/2, and HTTP/1.1 for clients that fall back to it. */
export async function http2(
  onStream: (stream: ServerHttp2Stream, connection: number) => void,
): Promise<string> {
  let connections = 0;
  const server = createSecureServer(
    { key: TRUSTED.keyPem, cert: TRUSTED.pem, allowHTTP1: true },
    (request, response) => {
      if (request.httpVersionMajor === 1) response.writeHead(200, HTML).end(PAGE);
    },
  );
  server.on('session', () => {
    connections += 1;
  });
  server.on('stream', (stream: Http2Stream) => {
    stream.on('error', () => undefined);
    onStream(stream as ServerHttp2Stream, connections);
  });
  server.on('sessionError', () => undefined);
  return `https://127.0.0.1:${await listen(server as unknown as Server)}`;
}

export const welcome: RequestListener = (_request, response) => {
  response.writeHead(200, HTML).end(PAGE);
};
