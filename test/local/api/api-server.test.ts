import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiServer, serveApi } from '#local/api/api-server';

describe('the server in front of the handler', () => {
  let server: ApiServer;
  const seen: APIGatewayProxyEventV2[] = [];
  beforeAll(async () => {
    server = await serveApi(async (event) => {
      seen.push(event);
      if (event.rawPath === '/broken') throw new Error('secret of /srv/x.ts');
      return { statusCode: 200, headers: { 'content-type': 'text/plain' }, body: 'seen' };
    }, 0);
  });
  afterAll(() => server.stop());

  /** Raw bytes, because a client would normalise them. */
  function sent(request: string): Promise<string> {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write(request);
    return text(socket);
  }

  it('makes each request the event that Lambda would get', async () => {
    await fetch(`${server.url}/v1/outages?state=open`, { method: 'POST', body: 'x' });
    expect(seen.at(-1)).toMatchObject({
      rawPath: '/v1/outages',
      rawQueryString: 'state=open',
      body: 'eA==',
      isBase64Encoded: true,
    });
  });

  it('takes an address with its host, as proxies send it', async () => {
    await sent('GET http://x/v1/status?a=b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(seen.at(-1)).toMatchObject({ rawPath: '/v1/status', rawQueryString: 'a=b' });
  });

  it('refuses more than 10 MB without asking the handler', async () => {
    const before = seen.length;
    const body = new Uint8Array(10 * 1024 * 1024 + 1);
    const response = await fetch(server.url, { method: 'POST', body });
    expect(await response.json()).toMatchObject({ type: 'urn:bonghwa:problem:too-large' });
    expect([response.status, seen.length]).toEqual([413, before]);
  });

  it.each([
    ['NONSENSE\r\n\r\n', 400, 'invalid-request'],
    ['GET / HTTP/1.1\r\nHost: x\r\nBad Header: 1\r\n\r\n', 400, 'invalid-request'],
    [`GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431, 'too-long'],
  ])('answers what is no request with a problem', async (bytes, status, type) => {
    const answer = await sent(bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} .*application/problem\\+json`, 's'));
    expect(answer).toContain(`urn:bonghwa:problem:${type}`);
  });

  it('does not reveal the error behind a 500', async () => {
    const response = await fetch(`${server.url}/broken`);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      500,
      'application/problem+json',
    ]);
    expect(await response.text()).not.toContain('secret');
  });
});
