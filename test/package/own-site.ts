import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface OwnSite {
  readonly origin: string;
  /** While set, everything is answered with HTTP 503. */
  broken: boolean;
  stop(): Promise<void>;
}

export interface OwnSiteOptions {
  /** A sentence that the first page shows. */
  readonly marker: string;
  readonly password: string;
  readonly charset: 'utf-8' | 'euc-kr';
}

/** A small site with a login by a form, on loopback. */
export async function startOwnSite(options: OwnSiteOptions): Promise<OwnSite> {
  const site = { origin: '', broken: false };
  const server = createServer((request, response) => {
    if (site.broken) response.writeHead(503).end('<h1>Service Unavailable</h1>');
    else answer(request, response, options);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return Object.assign(site, { stop });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { marker, password, charset }: OwnSiteOptions,
): Promise<void> {
  const body = pageOf(
    request.url ?? '/',
    marker,
    request.method === 'POST' ? await text(request) : '',
    password,
  );
  const html = `<!doctype html><html lang="ko"><head><meta charset="${charset}"><title>${marker}</title></head>
<body><header><h1>${marker}</h1></header><main>${body}</main></body></html>`;
  response.setHeader('Content-Type', `text/html; charset=${charset}`);
  response.end(charset === 'utf-8' ? html : inEucKr(html));
}

function pageOf(path: string, marker: string, form: string, password: string): string {
  if (path === '/enter') {
    const given = new URLSearchParams(form);
    return given.get('id') === 'monitor' && given.get('password') === password
      ? '<p>환영합니다. 최근 내역 세 건이 있습니다.</p><a id="logout" href="/">로그아웃</a>'
      : '<p>아이디 또는 비밀번호가 일치하지 않습니다.</p>';
  }
  if (path === '/login') {
    return `<form action="/enter" method="post"><label>아이디 <input id="id" name="id"></label>
<label>비밀번호 <input id="password" name="password" type="password"></label>
<button id="submit">로그인</button></form>`;
  }
  return `<p>${marker}: 오늘 접수한 내역과 처리 결과를 확인할 수 있습니다.</p><ul><li>공지 하나</li>
<li>공지 둘</li></ul><a href="/login">로그인</a>`;
}

/** An EUC-KR encoder, built from Node's decoder, because Node has no encoder. */
function inEucKr(html: string): Buffer {
  const decoder = new TextDecoder('euc-kr');
  const codes = new Map<string, readonly [number, number]>();
  for (let high = 0xa1; high <= 0xfe; high += 1) {
    for (let low = 0xa1; low <= 0xfe; low += 1) {
      codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
    }
  }
  return Buffer.from([...html].flatMap((char) => codes.get(char) ?? [char.charCodeAt(0)]));
}
