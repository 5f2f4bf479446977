import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { PAGE_HEADERS } from '#core/page/headers';
import type { Instant } from '#core/time/time';
import { notListening, urlOf } from '#local/api/port';
import { close, listen } from '#local/cloud/loopback';

export interface StoredFile {
  readonly body: Uint8Array;
  readonly contentType: string;
  readonly cacheControl?: string;
}

export interface PageServerOptions {
  /** Undefined if the file does not exist. */
  readonly read: (path: string) => Promise<StoredFile | undefined>;
  /** Time of the `Date` header. Browsers calculate the page's age from it, also in a replay. */
  readonly now: () => Instant;
  readonly port: number;
  /** Address to listen on. Loopback if absent. */
  readonly host?: string | undefined;
}

export interface PageServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** The page as the CDN serves it: the same headers, and the same answer for missing files. */
export async function servePage(options: PageServerOptions): Promise<PageServer> {
  const server = createServer((request, response) => {
    answer(request, response, options).catch(() => response.writeHead(500).end());
  });
  try {
    const port = await listen(server, options.port, options.host);
    return { url: urlOf(options.host, port), stop: () => close(server) };
  } catch (error) {
    throw notListening(error, options.port, options.host);
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { read, now }: PageServerOptions,
): Promise<void> {
  const path = pathOf(request);
  const found = path === undefined ? undefined : await read(path);
  const file = found ?? (await read('404.html'));
  response.statusCode = found ? 200 : 404;
  for (const [name, value] of Object.entries(headersOf(file))) response.setHeader(name, value);
  response.setHeader('Date', new Date(now()).toUTCString());
  const wantsGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const packed = file && wantsGzip && !file.contentType.startsWith('image/png');
  if (packed) response.setHeader('Content-Encoding', 'gzip');
  const body = packed ? gzipSync(file.body) : file?.body;
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The file of an address. For a folder, its index page. */
function pathOf({ url = '/' }: IncomingMessage): string | undefined {
  const parsed = URL.parse(url, 'http://page.invalid');
  if (!parsed) return undefined;
  const path = parsed.pathname.slice(1);
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

function headersOf(file: StoredFile | undefined): Readonly<Record<string, string>> {
  return {
    'Content-Type': file?.contentType ?? 'text/plain',
    'Cache-Control': file?.cacheControl ?? 'no-store',
    'Content-Security-Policy': PAGE_HEADERS.contentSecurityPolicy,
    'Referrer-Policy': PAGE_HEADERS.referrerPolicy,
    'Permissions-Policy': PAGE_HEADERS.permissionsPolicy,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  };
}
