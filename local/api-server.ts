import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { InvalidInputError } from '#core/errors';
import type { Handlers } from '#local/cloud/handlers';
import { close, listen } from '#local/cloud/loopback';

export interface ApiServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** API Gateway's limit for a request body. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;

/** An HTTP API in front of the handler: each request becomes the event that Lambda would get. */
export async function serveApi(handler: Handlers['history-api'], port: number): Promise<ApiServer> {
  const server = createServer((request, response) => {
    answer(request, response, handler).catch(() => {
      if (!response.headersSent) response.writeHead(502);
      response.end();
    });
  });
  try {
    const bound = await listen(server, port);
    return { url: `http://127.0.0.1:${bound}`, stop: () => close(server) };
  } catch (error) {
    throw new InvalidInputError(
      `Port ${port} is in use.`,
      'Choose another with --port N, or leave it out for a free one.',
      { cause: error },
    );
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  handler: Handlers['history-api'],
): Promise<void> {
  const body = await buffer(request);
  if (body.length > MAX_BODY_BYTES) {
    response.writeHead(413).end();
    return;
  }
  const result = await handler(toEvent(request, body));
  write(response, result, request.method === 'HEAD');
}

function toEvent(request: IncomingMessage, body: Buffer): APIGatewayProxyEventV2 {
  const [path = '/', query = ''] = (request.url ?? '/').split(/\?(.*)/s);
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
