import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import type { Behaviour } from './behaviour.ts';
import { HTML, http, listen, PAGE, raw, says, WELCOME } from './servers.ts';

const OWN_STRICTNESS =
  'Node reads no such head. The probe is inconclusive, and the journey decides.';
const FOLLOWED =
  'Chromium refuses a whole zstd that other bytes follow; Node reads it, and the journey sees the rest.';
/** 5 MB of text. */
const LONG = `<p>${'채용 '.repeat(20_000)}</p>`.repeat(36);
const TYPE = 'Content-Type: text/html; charset=utf-8\r\n';
const LENGTH = `Content-Length: ${Buffer.byteLength(PAGE)}\r\n`;
const OK = `HTTP/1.1 200 OK\r\n${TYPE}`;
const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
const CHUNKED = `${OK}Transfer-Encoding: chunked\r\n\r\n`;

const packed = (encoding: string, body: Uint8Array) => () =>
  http((_request, response) => {
    response.writeHead(200, { ...HTML, 'content-encoding': encoding }).end(body);
  });
const typed = (contentType: string | undefined, body: string | Uint8Array) => () =>
  http((_request, response) => {
    response
      .writeHead(200, contentType === undefined ? {} : { 'content-type': contentType })
      .end(body);
  });
const status = (code: number) => () =>
  http((_request, response) => {
    response.writeHead(code, HTML).end(PAGE);
  });

/** A page with "환영합니다" in EUC-KR. */
const EUC_KR = (head: string) =>
  Buffer.concat([
    Buffer.from(
      `<!DOCTYPE html>${head}<title>t</title><body><nav><a href="/a">a</a></nav><main><p>`,
    ),
    Buffer.from('c8afbfb5c7d5b4cfb4d9', 'hex'),
    Buffer.from('</p><form><input type="search"></form></main></body>'),
  ]);
const UTF_16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(PAGE, 'utf16le')]);
/** A gzip header with extra bytes, a name, a comment and a checksum. Source: RFC 1952. */
const WITH_EVERYTHING = Buffer.concat([
  Buffer.from([0x1f, 0x8b, 8, 2 + 4 + 8 + 16, 0, 0, 0, 0, 0, 3, 2, 0, 1, 2]),
  Buffer.from('page.html\0a comment\0'),
  Buffer.from([0, 0]),
  gzipSync(PAGE).subarray(10),
]);

async function slowly(socket: Socket, text: string, pauseMs: number): Promise<void> {
  for (let at = 0; at < text.length && !socket.destroyed; at += 64) {
    socket.write(text.slice(at, at + 64));
    await new Promise((done) => setTimeout(done, pauseMs));
  }
  socket.end();
}

export const answers: readonly Behaviour[] = [
  {
    name: 'an answer without a reason',
    start: () => says(`HTTP/1.1 200\r\n${TYPE}${LENGTH}\r\n`, PAGE),
  },
  {
    name: 'an answer in HTTP/1.0 until the end',
    start: () => says(`HTTP/1.0 200 OK\r\n${TYPE}\r\n`, PAGE),
  },
  {
    name: 'lines that end without a carriage return',
    start: () => says(`${OK}${LENGTH}\r\n`.replaceAll('\r', ''), PAGE),
  },
  {
    name: 'headers without a blank',
    start: () => says(`HTTP/1.1 200 OK\r\nContent-Type:text/html;charset=utf-8\r\n\r\n`, PAGE),
  },
  {
    name: 'a header folded over two lines',
    start: () => says(`${OK}X-Folded: a\r\n  b\r\n${LENGTH}\r\n`, PAGE),
  },
  {
    name: 'a header with letters that are not allowed',
    start: () => says(`${OK}X-Odd: \x01\x02 값\r\n${LENGTH}\r\n`, PAGE),
  },
  {
    name: 'a header with a zero byte',
    start: () => says(`${OK}X-Odd: a\0b\r\n${LENGTH}\r\n`, PAGE),
  },
  {
    name: 'a header without a colon',
    differs: OWN_STRICTNESS,
    start: () => says(`${OK}nonsense\r\n${LENGTH}\r\n`, PAGE),
  },
  {
    name: 'a header of 100 KB',
    start: () => says(`${OK}X-Long: ${'x'.repeat(100_000)}\r\n${LENGTH}\r\n`, PAGE),
  },
  {
    name: 'a header of 300 KB',
    start: () => says(`${OK}X-Long: ${'x'.repeat(300_000)}\r\n${LENGTH}\r\n`, PAGE),
  },
  {
    name: '500 headers',
    start: () => says(`${OK}${'X-Many: a\r\n'.repeat(500)}${LENGTH}\r\n`, PAGE),
  },
  {
    name: 'the same length twice',
    differs: OWN_STRICTNESS,
    start: () => says(`${OK}${LENGTH}${LENGTH}\r\n`, PAGE),
  },
  {
    name: 'two different lengths',
    differs: OWN_STRICTNESS,
    start: () => says(`${OK}${LENGTH}Content-Length: 5\r\n\r\n`, PAGE),
  },
  {
    name: 'two different addresses to lead to',
    start: () => says('HTTP/1.1 302 Found\r\nLocation: /a\r\nLocation: /b\r\n\r\n'),
  },
  {
    name: 'a length and chunks',
    start: () => says(`${OK}${LENGTH}Transfer-Encoding: chunked\r\n\r\n${chunk(PAGE)}0\r\n\r\n`),
  },
  { name: 'a page longer than its length', start: () => says(`${OK}${LENGTH}\r\n`, PAGE, 'more') },
  {
    name: 'a page shorter than its length',
    start: () => says(`${OK}Content-Length: 99999\r\n\r\n`, PAGE),
  },
  { name: 'a page until the end', start: () => says(`${OK}\r\n`, PAGE) },
  {
    name: 'chunks with extensions and trailers',
    start: () =>
      says(CHUNKED, chunk(PAGE).replace('\r\n', ';a=b\r\n'), '0\r\nX-Trailer: a\r\n\r\n'),
  },
  { name: 'chunks without an end', start: () => says(CHUNKED, chunk(PAGE)) },
  {
    name: 'chunks with a length that is none',
    start: () => says(CHUNKED, `zz\r\n${PAGE}\r\n0\r\n\r\n`),
  },
  {
    name: '100 and then the page',
    start: () => says('HTTP/1.1 100 Continue\r\n\r\n', `${OK}${LENGTH}\r\n`, PAGE),
  },
  {
    name: '103 twice and then the page',
    start: () =>
      says('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'.repeat(2), `${OK}${LENGTH}\r\n`, PAGE),
  },
  { name: 'a blank line before the answer', start: () => says(`\r\n${OK}${LENGTH}\r\n`, PAGE) },
  { name: 'what is no HTTP', start: () => says('SSH-2.0-OpenSSH_9.6\r\n') },
  { name: 'nothing, and the end', start: () => raw((socket) => socket.end()) },
  { name: 'nothing, broken off', start: () => raw((socket) => socket.resetAndDestroy()) },
  { name: 'nothing at all', start: () => raw(() => undefined) },
  {
    name: 'a page broken off',
    start: () =>
      raw((socket) => {
        socket.write(`${OK}${LENGTH}\r\n${PAGE.slice(0, 80)}`, () => socket.resetAndDestroy());
      }),
  },
  {
    name: 'an answer after a second and a half',
    start: () => raw((socket) => setTimeout(() => socket.end(`${OK}\r\n${PAGE}`), 1_500)),
  },
  {
    name: 'headers in slow drops',
    start: () => raw((socket) => void slowly(socket, `${OK}${LENGTH}\r\n${PAGE}`, 60)),
  },
  {
    name: 'a page that stalls in the middle',
    start: () => raw((socket) => socket.write(`${OK}${LENGTH}\r\n${PAGE.slice(0, 80)}`)),
  },
  {
    name: 'a page of 5 MB, the words at its top',
    start: typed(HTML['content-type'], `${PAGE.replace('</body></html>', '')}${LONG}`),
  },
  {
    name: 'a page of 5 MB, the words at its end',
    differs: 'A probe reads 2 MB and says so in its note; the journey reads it all.',
    start: typed(
      HTML['content-type'],
      `<!DOCTYPE html><meta charset="utf-8"><title>t</title>${LONG}<p>${WELCOME}</p>`,
    ),
  },
  ...(
    [
      ['gzip', gzipSync(PAGE)],
      ['x-gzip', gzipSync(PAGE)],
      ['deflate', deflateSync(PAGE)],
      ['deflate', deflateRawSync(PAGE)],
      ['br', brotliCompressSync(PAGE)],
      ['zstd', zstdCompressSync(PAGE)],
      ['gzip, br', brotliCompressSync(gzipSync(PAGE))],
      ['GZIP', gzipSync(PAGE)],
      ['identity', Buffer.from(PAGE)],
      ['unheard-of', Buffer.from(PAGE)],
      ['gzip', Buffer.from(PAGE)],
      ['gzip', Buffer.concat([gzipSync(PAGE), Buffer.from('more')])],
      ['gzip', Buffer.concat([gzipSync(PAGE), gzipSync('<p>more</p>')])],
      ['gzip', Buffer.concat([gzipSync('<!DOCTYPE html>'), gzipSync(PAGE)])],
      ['gzip', WITH_EVERYTHING],
      ['deflate', Buffer.concat([deflateSync(PAGE), Buffer.from('more')])],
      ['br', Buffer.concat([brotliCompressSync(PAGE), Buffer.from('more')])],
      ['zstd', Buffer.concat([zstdCompressSync(PAGE), Buffer.from('more')])],
      ['gzip', gzipSync(PAGE).subarray(0, -6)],
      ['br', brotliCompressSync(PAGE).subarray(0, -4)],
    ] as const
  ).map(([encoding, body], index) => ({
    name: `packed as ${encoding} (${index + 1})`,
    start: packed(encoding, body),
    ...(index === 17 ? { differs: FOLLOWED } : {}),
  })),
  { name: 'EUC-KR by the header', start: typed('text/html; charset=euc-kr', EUC_KR('')) },
  {
    name: 'EUC-KR by a meta element',
    start: typed('text/html', EUC_KR('<meta charset="euc-kr">')),
  },
  {
    name: 'EUC-KR called ks_c_5601-1987',
    start: typed('text/html; charset=ks_c_5601-1987', EUC_KR('')),
  },
  { name: 'EUC-KR that nobody names', start: typed('text/html', EUC_KR('')) },
  { name: 'UTF-16 with a mark', start: typed('text/html', UTF_16) },
  {
    name: 'UTF-8 with a mark, called EUC-KR',
    start: typed('text/html; charset=euc-kr', `\ufeff${PAGE}`),
  },
  {
    name: 'UTF-8 called ISO-8859-1',
    differs:
      'A probe reads what can be read; citizens see broken letters, which the journey judges.',
    start: typed('text/html; charset=iso-8859-1', PAGE),
  },
  { name: 'a page without a type', start: typed(undefined, PAGE) },
  { name: 'a page called text/plain', start: typed('text/plain; charset=utf-8', PAGE) },
  {
    name: 'a page called XHTML',
    start: typed(
      'application/xhtml+xml; charset=utf-8',
      `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body><p>${WELCOME}</p></body></html>`,
    ),
  },
  { name: 'a page to be stored', start: typed('application/octet-stream', PAGE) },
  ...[201, 203, 206, 400, 401, 403, 404, 500, 502, 503].map((code) => ({
    name: `status ${code} with the page`,
    start: status(code),
  })),
  { name: 'status 204', start: status(204) },
  { name: 'a name that does not exist', start: async () => 'http://nowhere.invalid' },
  { name: 'a name that is too long', start: async () => `http://${'a'.repeat(70)}.example` },
  { name: 'a port where nobody is', start: async () => 'http://127.0.0.1:1' },
  {
    name: 'a name whose first address is dead',
    start: async () =>
      (await http((_request, response) => response.writeHead(200, HTML).end(PAGE))).replace(
        '127.0.0.1',
        'localhost',
      ),
  },
  {
    name: 'a host with an IPv6 address alone',
    differs: 'Lambda speaks IPv4 alone, and a probe says so: a fault of the monitor.',
    start: async () => {
      const server = createServer((_request, response) => response.writeHead(200, HTML).end(PAGE));
      return `http://[::1]:${await listen(server, '::1')}`;
    },
  },
];
