import { once } from 'node:events';
import { request as http1Request, type IncomingMessage } from 'node:http';
import {
  type ClientHttp2Stream,
  constants,
  connect as http2Connect,
  type IncomingHttpHeaders,
} from 'node:http2';
import { Readable } from 'node:stream';
import type { Connection } from '#adapters/network/connection';

/** The headers of an answer, and its unread body. */
export interface Answer {
  readonly status: number;
  /** Lower-case names, without cookies. */
  readonly headers: Readonly<Record<string, string>>;
  readonly setCookie: readonly string[];
  readonly body: Readable;
}

/** Chromium's limit. Source: net/http/http_stream_parser.h. */
const MAX_HEADER_BYTES = 262_144;
/** Chromium has no such limit, but Node requires one. */
const MAX_HEADERS = 4_000;

/** One GET over an open connection, with HTTP/2 if the server chose it. */
export function sendRequest(
  connection: Connection,
  url: URL,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  return connection.http2
    ? sendHttp2(connection, url, headers)
    : sendHttp1(connection, url, headers);
}

async function sendHttp1(
  { socket, forwarded }: Connection,
  url: URL,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const path = `${url.pathname}${url.search}`;
  const request = http1Request({
    createConnection: () => socket,
    path: forwarded ? `${url.origin}${path}` : path,
    headers: { host: url.host, ...headers, ...forwarded, connection: 'close' },
    maxHeaderSize: MAX_HEADER_BYTES,
    // Browsers accept invalid headers of old servers. A strict parser would invent outages.
    insecureHTTPParser: true,
  });
  // Headers and a broken body can arrive in one packet: the error follows the answer at once.
  request.once('response', (message: IncomingMessage) => {
    request.on('error', (error) => {
      // Bytes after the end of the page are not part of it.
      if (!message.complete) message.destroy(error);
    });
  });
  request.end();
  const [message] = (await once(request, 'response')) as [IncomingMessage];
  return { status: message.statusCode ?? 0, ...splitHeaders(message.headers), body: message };
}

async function sendHttp2(
  { socket }: Connection,
  url: URL,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const session = http2Connect(url.origin, {
    createConnection: () => socket,
    settings: { enablePush: false, maxHeaderListSize: MAX_HEADER_BYTES },
    maxHeaderListPairs: MAX_HEADERS,
  });
  const stream = session.request({ ':path': `${url.pathname}${url.search}`, ...headers });
  const { promise, reject, resolve } = Promise.withResolvers<IncomingHttpHeaders>();
  // Both listeners stay until the end, because an unhandled error would end the process.
  session.on('error', reject);
  stream.on('error', (error) => {
    const wanted = stream.rstCode === constants.NGHTTP2_HTTP_1_1_REQUIRED;
    reject(wanted ? new Http1RequiredError() : error);
  });
  stream.once('response', resolve);
  stream.once('close', () => {
    session.destroy();
    reject(new BrokenStreamError('the stream was closed before an answer'));
  });
  const head = await promise;
  return { status: Number(head[':status'] ?? 0), ...splitHeaders(head), body: wholeOf(stream) };
}

/** The server chose HTTP/2 and then requires HTTP/1.1. Source: RFC 9113, 7. */
export class Http1RequiredError extends Error {
  override readonly name = 'Http1RequiredError';
  readonly code = 'ERR_HTTP_1_1_REQUIRED';
}

/** In Node, a cut HTTP/2 connection looks like the end of the page. */
class BrokenStreamError extends Error {
  override readonly name = 'BrokenStreamError';
  readonly code = 'ECONNRESET';
}

function wholeOf(stream: ClientHttp2Stream): Readable {
  async function* read(): AsyncGenerator<Buffer> {
    yield* stream as AsyncIterable<Buffer>;
    if (stream.rstCode !== constants.NGHTTP2_NO_ERROR) {
      throw new BrokenStreamError('the stream was closed in the middle of the answer');
    }
  }
  return Readable.from(read(), { objectMode: false });
}

/** Browsers refuse such an answer, but Node's lenient parser accepts it. */
class ZeroByteError extends Error {
  override readonly name = 'ZeroByteError';
  readonly code = 'HPE_ZERO_BYTE';
  override readonly message = 'a header holds a zero byte';
}

function splitHeaders(
  raw: Readonly<Record<string, string | string[] | number | undefined>>,
): Pick<Answer, 'headers' | 'setCookie'> {
  if (Object.values(raw).some((value) => String(value).includes('\0'))) throw new ZeroByteError();
  const entries = Object.entries(raw).filter(([name]) => !/^(:|set-cookie2?$)/.test(name));
  const cookies = raw['set-cookie'];
  return {
    headers: Object.fromEntries(
      entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : `${value}`]),
    ),
    setCookie: Array.isArray(cookies) ? cookies : [],
  };
}
