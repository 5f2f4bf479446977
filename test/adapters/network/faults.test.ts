import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify/classify';
import type { Limits } from '#core/watch/configuration';
import { HEALTHY, HTML, limitsOf, probe, serve, serveHttp, serveRaw, targetOf } from './probing.ts';

const SHORT_MS = 150;
const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n';

function judged(baseUrl: string, limits: Partial<Limits['probe']> = {}) {
  return probe(targetOf(baseUrl), { limits: limitsOf(limits) }).then((record) => ({
    ...record,
    fault: record.observation.fault,
    verdict: classify(record.observation),
  }));
}

/** A port that was free a moment ago. */
async function closedPort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return address !== null && typeof address === 'object' ? address.port : 1;
}

describe('a name', () => {
  it('that does not resolve is a fault of DNS at the host', async () => {
    const { fault, passedLayers, requests, verdict } = await judged('http://nobody-here.invalid/');
    expect(fault).toMatchObject({ phase: 'dns' });
    expect(verdict).toMatchObject({ result: 'failed', kind: 'dns', layer: 'host' });
    expect(passedLayers).toEqual([]);
    expect(requests).toEqual({});
  });

  const never = () => new Promise<never>(() => undefined);
  const fails = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
  it.each([
    ['is unknown', fails('ENOTFOUND'), { code: 'ENOTFOUND', timedOut: false }],
    ['has servers that fail', fails('ESERVFAIL'), { code: 'ESERVFAIL', timedOut: false }],
    ['has no address', () => Promise.resolve([]), { code: 'ENODATA', timedOut: false }],
    ['gets no answer', never, { timedOut: true }],
  ])('that %s is a fault of DNS', async (_, lookup, fault) => {
    const limits = limitsOf({ dnsMs: SHORT_MS });
    const { observation } = await probe(targetOf('http://portal.example'), { limits, lookup });
    expect(observation.fault).toMatchObject({ phase: 'dns', ...fault });
    expect(classify(observation)).toMatchObject({ result: 'failed', kind: 'dns', layer: 'host' });
  });
});

describe('a connection', () => {
  it('refused is told as such', async () => {
    const { fault, verdict } = await judged(`http://127.0.0.1:${await closedPort()}`);
    expect(fault).toMatchObject({ phase: 'connect', code: 'ECONNREFUSED', timedOut: false });
    expect(verdict).toMatchObject({ result: 'failed', kind: 'connect', layer: 'host' });
  });

  it.each([
    ['reset before an answer', (socket: Socket) => socket.resetAndDestroy()],
    ['closed before an answer', (socket: Socket) => socket.end()],
    ['closed within the head', (socket: Socket) => socket.end('HTTP/1.1 20')],
  ])('%s is a failed connection', async (_, onRequest) => {
    const { fault, verdict } = await judged(await serveRaw(onRequest));
    expect(fault).toMatchObject({ phase: 'response', timedOut: false });
    expect(verdict).toMatchObject({ result: 'failed', kind: 'connect', layer: 'static' });
  });

  it('reset in the middle of the page keeps what had come', async () => {
    const origin = await serveRaw((socket) => {
      socket.write(`${HEAD}Content-Length: 99999\r\n\r\n<h1>고용24</h1>`, () => {
        setTimeout(() => socket.resetAndDestroy(), 50);
      });
    });
    const { fault, observation, verdict } = await judged(origin);
    expect(fault).toMatchObject({ phase: 'body', timedOut: false });
    expect(observation.text).toBe('고용24');
    expect(verdict).toMatchObject({ result: 'failed', kind: 'connect' });
  });

  it('closed before the announced length is a failed one', async () => {
    const origin = await serveRaw((socket) =>
      socket.end(`${HEAD}Content-Length: 99999\r\n\r\n${HEALTHY}`),
    );
    const { fault, verdict } = await judged(origin);
    expect(fault).toMatchObject({ phase: 'body', timedOut: false });
    expect(verdict.result).toBe('failed');
  });
});

describe('an answer', () => {
  it.each([
    ['never comes (half-open)', () => undefined],
    [
      'begins its head and leaves it there',
      (socket: Socket) => socket.write('HTTP/1.1 200 OK\r\nX-A: '),
    ],
    [
      'sends its head letter by letter',
      (socket: Socket) => {
        socket.write('HTTP/1.1 200 OK\r\nX-A: ');
        const timer = setInterval(() => socket.write('a'), 10);
        socket.once('close', () => clearInterval(timer));
      },
    ],
  ])('that %s is a time-out of the response', async (_, onRequest) => {
    const origin = await serveRaw(onRequest);
    const { fault, observation, passedLayers, steps, verdict } = await judged(origin, {
      firstByteMs: SHORT_MS,
    });
    expect(fault).toMatchObject({ phase: 'response', timedOut: true, code: 'ETIMEDOUT' });
    expect(observation.pending).toMatchObject([{ url: `${origin}/`, resource: 'document' }]);
    expect(verdict).toMatchObject({ result: 'failed', kind: 'timeout', layer: 'static' });
    expect(passedLayers).toEqual(['host']);
    expect(steps).toMatchObject([
      { status: 'failed', error: `response: nothing within ${SHORT_MS} ms` },
    ]);
  });

  it('whose body stalls after the first kilobyte is a time-out of the body', async () => {
    const origin = await serveHttp((_, response) => {
      response.writeHead(200, { ...HTML, 'content-length': 60_000 });
      response.write(HEALTHY.padEnd(1_024, ' '));
    });
    const { fault, observation, passedLayers, verdict } = await judged(origin, {
      bodyMs: SHORT_MS,
    });
    expect(fault).toMatchObject({ phase: 'body', timedOut: true });
    expect(observation.pending).toMatchObject([{ url: `${origin}/`, resource: 'document' }]);
    expect(observation.pending[0]?.waitedMs).toBe(observation.elapsedMs);
    expect(observation.bodyBytes).toBeGreaterThanOrEqual(1_024);
    expect(observation.text).toContain('고용24');
    expect(verdict).toMatchObject({ result: 'failed', kind: 'timeout', layer: 'static' });
    expect(passedLayers).toEqual(['host']);
  });

  it('that dribbles on and on is a time-out of the answer', async () => {
    const origin = await serveHttp((_, response) => {
      response.writeHead(200, HTML);
      const timer = setInterval(() => response.write('<p>'), 10);
      response.once('close', () => clearInterval(timer));
    });
    const { fault, verdict } = await judged(origin, { bodyMs: SHORT_MS });
    expect(fault).toMatchObject({ phase: 'body', timedOut: true });
    expect(verdict).toMatchObject({ result: 'failed', kind: 'timeout' });
  });

  it('that redirects slowly, again and again, ends with the sum of the time-outs', async () => {
    const origin = await serveHttp((_, response) => {
      setTimeout(() => response.writeHead(302, { location: '/' }).end(), 120);
    });
    const { fault } = await judged(origin, {
      dnsMs: 100,
      connectMs: 100,
      tlsMs: 0,
      firstByteMs: 200,
      bodyMs: 0,
    });
    expect(fault).toMatchObject({ timedOut: true });
  });

  it.each([
    ['SSH', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['nonsense', '\u0000\u0001\u0002 nonsense \r\n\r\n'],
    ['a bad status line', 'HTTP/1.1 abc\r\n\r\n'],
    ['broken chunks in the packet of the head', `${HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\n`],
  ])('of %s is an error of the server and ends nothing else', async (_, bytes) => {
    const { verdict } = await judged(await serveRaw((socket) => socket.end(bytes)));
    expect(verdict).toMatchObject({ result: 'failed', kind: 'http-error' });
  });

  it('with headers beyond all measure is one too', async () => {
    const origin = await serveRaw((socket) => {
      socket.end(`${HEAD}X-Long: ${'x'.repeat(300_000)}\r\n\r\n${HEALTHY}`);
    });
    expect((await judged(origin)).verdict).toMatchObject({ result: 'failed', kind: 'http-error' });
  });
});

describe('after a probe', () => {
  it.each<[string, Partial<Limits['probe']>, (response: ServerResponse) => void]>([
    ['that passed', {}, (response) => response.writeHead(200, HTML).end(HEALTHY)],
    ['of a silent server', { firstByteMs: SHORT_MS }, () => undefined],
    ['of a stalling one', { bodyMs: SHORT_MS }, (response) => response.writeHead(200).write('a')],
    ['of a circle', {}, (response) => response.writeHead(302, { location: '/' }).end()],
    ['of too large a page', { maxBytes: 9 }, (response) => response.writeHead(200).write(HEALTHY)],
  ])('%s no connection stays open', async (_, limits, answer) => {
    const closed: Promise<unknown>[] = [];
    const server = createServer((_request, response) => answer(response));
    server.on('connection', (socket) => closed.push(once(socket, 'close')));
    await judged(`http://127.0.0.1:${await serve(server)}`, limits);
    expect(closed.length).toBeGreaterThan(0);
    await Promise.all(closed);
  });
});
