import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { notListening, urlOf } from '#local/api/port';
import type { Handlers } from '#local/cloud/handlers';
import { close, listen } from '#local/cloud/loopback';

export interface ApiServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** API Gateway's limit for a request body. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;

/** An HTTP API in front of the handler. Each request becomes the event that Lambda would get. */
export async function serveApi(
  handler: Handlers['history-api'],
  port: number,
  host?: string,
): Promise<ApiServer> {
  const server = createServer((request, response) => {
    answer(request, response, handler).catch(() => refuse(response, 'internal'));
  });
  server.on('clientError', refuseUnread);
  try {
    const bound = await listen(server, port, host);
    return { url: urlOf(host, bound), stop: () => close(server) };
  } catch (error) {
    throw notListening(error, port, host);
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  handler: Handlers['history-api'],
): Promise<void> {
  const body = await bodyOf(request);
  if (!body) return refuse(response, 'too-large');
  write(response, await handler(toEvent(request, body)), request.method === 'HEAD');
}

/** Undefined if the body is too large. The rest is not read. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += (chunk as Buffer).length;
    if (length > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** Requests that never reach the handler get answers in the same format. */
const REFUSALS = {
  'invalid-request': { status: 400, title: 'The request is not HTTP.' },
  'too-large': { status: 413, title: 'The body is too large.' },
  'too-long': { status: 431, title: 'The address and headers are too long.' },
  internal: { status: 500, title: 'The request could not be answered.' },
} as const;

function refusalOf(reason: keyof typeof REFUSALS): string {
  return JSON.stringify({ type: `urn:bonghwa:problem:${reason}`, ...REFUSALS[reason] });
}

const REFUSAL_HEADERS = { 'Content-Type': 'application/problem+json', Connection: 'close' };

function refuse(response: ServerResponse, reason: keyof typeof REFUSALS): void {
  if (!response.headersSent) response.writeHead(REFUSALS[reason].status, REFUSAL_HEADERS);
  response.end(refusalOf(reason));
}

/** Bytes that Node cannot read as a request, or that are too large. */
function refuseUnread(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable) return;
  const reason = error.code === 'HPE_HEADER_OVERFLOW' ? 'too-long' : 'invalid-request';
  const body = refusalOf(reason);
  const headers = { ...REFUSAL_HEADERS, 'Content-Length': body.length };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${REFUSALS[reason].status} Refused\r\n${head.join('')}\r\n${body}`);
}

function toEvent(request: IncomingMessage, body: Buffer): APIGatewayProxyEventV2 {
  // Proxies may send the whole address here.
  const target = (request.url ?? '/').replace(/^https?:\/\/[^/?]*/i, '');
  const [path = '/', query = ''] = target.split(/\?(.*)/s);
  const method = request.method ?? 'GET';
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    ),
    requestContext: {
      accountId: 'loopback',
      apiId: 'loopback',
      domainName: request.headers.host ?? '127.0.0.1',
      domainPrefix: 'loopback',
      http: {
        method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: crypto.randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
    ...(body.length > 0 ? { body: body.toString('base64') } : {}),
    isBase64Encoded: body.length > 0,
  };
}

function write(
  response: ServerResponse,
  result: APIGatewayProxyStructuredResultV2,
  headOnly: boolean,
): void {
  response.statusCode = result.statusCode ?? 200;
  for (const [name, value] of Object.entries(result.headers ?? {})) {
    response.setHeader(name, String(value));
  }
  if (result.cookies?.length) response.setHeader('set-cookie', result.cookies);
  const encoding = result.isBase64Encoded ? 'base64' : 'utf8';
  response.end(headOnly ? undefined : Buffer.from(result.body ?? '', encoding));
}
