import { once } from 'node:events';
import { request as http1Request, type IncomingMessage } from 'node:http';
import { connect as http2Connect, type IncomingHttpHeaders } from 'node:http2';
import type { Readable } from 'node:stream';
import type { Connection } from '#adapters/network/connection';

/** The head of an answer and its body, still to be read. */
export interface Answer {
  readonly status: number;
  /** Lower-case names, cookies left out. */
  readonly headers: Readonly<Record<string, string>>;
  readonly setCookie: readonly string[];
  readonly body: Readable;
}

const MAX_HEADER_BYTES = 65_536;

/** One GET over an open connection, HTTP/2 where the server chose it. */
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
  { socket }: Connection,
  url: URL,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const request = http1Request({
    createConnection: () => socket,
    path: `${url.pathname}${url.search}`,
    headers: { host: url.host, ...headers, connection: 'close' },
    maxHeaderSize: MAX_HEADER_BYTES,
    // Browsers read sloppy headers of old servers; strictness here would invent outages.
    insecureHTTPParser: true,
  });
  // Before anything is sent: head and broken body can come in one packet, error after answer.
  request.on('error', () => request.destroy());
  request.end();
  const [message] = (await once(request, 'response')) as [IncomingMessage];
  return { status: message.statusCode ?? 0, ...splitHeaders(message.headers), body: message };
}

async function sendHttp2(
  { socket }: Connection,
  url: URL,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const session = http2Connect(url.origin, { createConnection: () => socket });
  const failed = once(session, 'error').then(([error]) => Promise.reject(error));
  const stream = session.request({ ':path': `${url.pathname}${url.search}`, ...headers });
  stream.once('close', () => session.destroy());
  const answered = once(stream, 'response') as Promise<[IncomingHttpHeaders]>;
  const [head] = await Promise.race([answered, failed as Promise<never>]);
  stream.on('error', () => session.destroy());
  return { status: Number(head[':status'] ?? 0), ...splitHeaders(head), body: stream };
}

function splitHeaders(
  raw: Readonly<Record<string, string | string[] | number | undefined>>,
): Pick<Answer, 'headers' | 'setCookie'> {
  const entries = Object.entries(raw).filter(([name]) => !/^(:|set-cookie2?$)/.test(name));
  const cookies = raw['set-cookie'];
  return {
    headers: Object.fromEntries(
      entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : `${value}`]),
    ),
    setCookie: Array.isArray(cookies) ? cookies : [],
  };
}
