import type { IncomingMessage } from 'node:http';
import type { PortalRequest } from '#portals/simulated/site';

const MAX_FORM_BYTES = 10_000;

function cookiesOf(header: string | undefined): ReadonlyMap<string, string> {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('=', 2));
  return new Map(pairs.map(([name = '', value = '']) => [name, value]));
}

async function formOf(message: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= MAX_FORM_BYTES) chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

/** Path and query of a request line; `http://portal` only completes it. */
function addressOf(message: IncomingMessage): URL {
  return URL.parse(message.url ?? '/', 'http://portal') ?? new URL('http://portal/');
}

export async function readRequest(message: IncomingMessage): Promise<PortalRequest> {
  const { pathname, searchParams } = addressOf(message);
  return {
    method: message.method ?? 'GET',
    path: pathname,
    query: searchParams,
    cookies: cookiesOf(message.headers.cookie),
    form: message.method === 'POST' ? await formOf(message) : new URLSearchParams(),
  };
}
