import { createSecureServer, type ServerHttp2Stream } from 'node:http2';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createRawServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify/classify';
import { DAY, HOUR } from '#core/time/time';
import { type CertificateOrder, makeCertificate } from '#local/portals/certificate';
import { HEALTHY, HTML, limitsOf, probe, serve, serveRaw, targetOf } from './probing.ts';

/** OpenSSL judges the chain by the machine's own clock. */
const NOW = Date.now();
const LONG = { notBefore: NOW - 30 * DAY, notAfter: NOW + 60 * DAY + HOUR };
const authority = makeCertificate({ commonName: 'CA', hosts: [], authority: true, ...LONG });
const authorities = [authority.pem];

function issue(over: Partial<CertificateOrder> = {}) {
  const order = { commonName: 'portal', hosts: ['127.0.0.1', 'localhost'], ...LONG };
  const { keyPem, pem } = makeCertificate({ ...order, issuer: authority, ...over });
  return { key: keyPem, cert: pem };
}

function selfSigned() {
  const { keyPem, pem } = makeCertificate({ commonName: 'self', hosts: ['127.0.0.1'], ...LONG });
  return { key: keyPem, cert: pem };
}

async function serveHttps(keys = issue()): Promise<string> {
  const server = createHttpsServer(keys, (_, response) => {
    response.writeHead(200, HTML).end(HEALTHY);
  });
  return `https://127.0.0.1:${await serve(server)}`;
}

/** Answers each HTTP/2 stream with the test's handler. */
async function serveHttp2(onStream: (stream: ServerHttp2Stream) => void): Promise<string> {
  const server = createSecureServer(issue());
  server.on('stream', (stream) => {
    stream.on('error', () => stream.destroy());
    onStream(stream);
  });
  server.on('session', (session) => session.on('error', () => session.destroy()));
  return `https://127.0.0.1:${await serve(server)}`;
}

async function judged(baseUrl: string, now = NOW, limits = limitsOf()) {
  const record = await probe(targetOf(baseUrl), { authorities, now: () => now, limits });
  const { fault } = record.observation;
  return { ...record, fault, verdict: classify(record.observation) };
}

describe('a certificate', () => {
  it('that is right passes and tells its days left', async () => {
    const origin = await serveHttps();
    const { certificates, phases, verdict } = await judged(origin);
    expect(verdict.result).toBe('passed');
    expect(certificates).toEqual({ [new URL(origin).host]: 60 });
    expect(phases).toHaveProperty('tls');
  });

  it('of every host on the way is told', async () => {
    const last = await serveHttps();
    const soon = issue({ notAfter: NOW + 5 * DAY + HOUR });
    const first = createHttpsServer(soon, (_, response) => {
      response.writeHead(302, { location: last }).end();
    });
    const origin = `https://127.0.0.1:${await serve(first)}`;
    const { certificates, fault } = await judged(origin);
    expect(fault).toBeUndefined();
    expect(certificates).toEqual({ [new URL(origin).host]: 5, [new URL(last).host]: 60 });
  });

  it.each([
    ['expired', NOW + 61 * DAY, issue(), 'CERT_HAS_EXPIRED'],
    ['not yet valid', NOW - 31 * DAY, issue(), 'CERT_NOT_YET_VALID'],
    ['of another host', NOW, issue({ hosts: ['other.example'] }), 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['signed by itself', NOW, selfSigned(), 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ])('%s is told as such', async (_, now, keys, code) => {
    const { fault, passedLayers, requests, verdict } = await judged(await serveHttps(keys), now);
    expect(fault).toMatchObject({ phase: 'tls', code, timedOut: false });
    expect(verdict).toMatchObject({ result: 'failed', kind: 'tls', layer: 'host' });
    expect(passedLayers).toEqual([]);
    expect(requests).toEqual({});
  });

  it('of an unknown authority is not trusted', async () => {
    const stranger = makeCertificate({ commonName: 'X', hosts: [], authority: true, ...LONG });
    const { fault, verdict } = await judged(await serveHttps(issue({ issuer: stranger })));
    expect(fault).toMatchObject({ phase: 'tls', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
    expect(verdict).toMatchObject({ result: 'failed', kind: 'tls' });
  });

  it('for an address alone is one for that address', async () => {
    const origin = await serveHttps(issue({ hosts: ['127.0.0.1'] }));
    expect((await judged(origin)).verdict.result).toBe('passed');
  });

  it('is asked for by name', async () => {
    const origin = (await serveHttps()).replace('127.0.0.1', 'localhost');
    expect((await judged(origin)).verdict.result).toBe('passed');
  });
});

describe('the TLS handshake', () => {
  it('that is never finished is a time-out of TLS', async () => {
    const origin = (await serveRaw(() => undefined)).replace('http:', 'https:');
    const { fault, phases, verdict } = await judged(origin, NOW, limitsOf({ tlsMs: 150 }));
    expect(fault).toMatchObject({ phase: 'tls', timedOut: true });
    expect(Object.keys(phases ?? {})).toEqual(['dns', 'connect']);
    expect(verdict).toMatchObject({ result: 'failed', kind: 'tls', layer: 'host' });
  });

  it.each([
    ['plain HTTP answers', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
    ['nothing but the end comes', ''],
  ])('where %s is a fault of TLS', async (_, bytes) => {
    const origin = await serveRaw((socket) => socket.end(bytes));
    const { fault, verdict } = await judged(origin.replace('http:', 'https:'));
    expect(fault).toMatchObject({ phase: 'tls', timedOut: false });
    expect(verdict).toMatchObject({ result: 'failed', kind: 'tls', layer: 'host' });
  });

  it('that is reset is one too', async () => {
    const server = createRawServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
    const { verdict } = await judged(`https://127.0.0.1:${await serve(server)}`);
    expect(verdict).toMatchObject({ result: 'failed', kind: 'tls', layer: 'host' });
  });
});

describe('over HTTP/2 a probe', () => {
  it('reads a packed page and follows with cookies', async () => {
    const asked: unknown[] = [];
    const server = createSecureServer(issue(), (request, response) => {
      asked.push([request.httpVersion, request.url, request.headers.cookie]);
      if (request.url === '/') {
        response.writeHead(302, { location: '/end', 'set-cookie': ['A=1; Secure', 'B=2'] }).end();
      } else {
        response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end(gzipSync(HEALTHY));
      }
    });
    const { phases, verdict } = await judged(`https://127.0.0.1:${await serve(server)}`);
    expect(verdict.result).toBe('passed');
    expect(asked).toEqual([
      ['2.0', '/', undefined],
      ['2.0', '/end', 'A=1; B=2'],
    ]);
    expect(Object.keys(phases ?? {})).toEqual(['dns', 'connect', 'tls', 'firstByte', 'body']);
  });

  it('sees a body that stalls', async () => {
    const origin = await serveHttp2((stream) => {
      stream.respond({ ':status': 200, ...HTML });
      stream.write(HEALTHY.padEnd(1_024, ' '));
    });
    const { fault, observation, verdict } = await judged(origin, NOW, limitsOf({ bodyMs: 150 }));
    expect(fault).toMatchObject({ phase: 'body', timedOut: true });
    expect(observation.pending).toHaveLength(1);
    expect(observation.text).toContain('고용24');
    expect(verdict).toMatchObject({ result: 'failed', kind: 'timeout' });
  });

  it('sees that no answer comes', async () => {
    const origin = await serveHttp2(() => undefined);
    const { verdict } = await judged(origin, NOW, limitsOf({ firstByteMs: 150 }));
    expect(verdict).toMatchObject({ result: 'failed', kind: 'timeout' });
  });

  it.each<[string, (stream: ServerHttp2Stream) => void]>([
    ['a stream closed without a word', (stream) => stream.close(0)],
    ['a stream refused', (stream) => stream.close(7)],
    ['a session sent away', (stream) => stream.session?.destroy()],
    ['a session ended in error', (stream) => stream.session?.goaway(2)],
    ['a socket cut', (stream) => stream.session?.socket.destroy()],
  ])('takes %s for a broken connection', async (_, onStream) => {
    const { fault, verdict } = await judged(await serveHttp2(onStream));
    expect(fault).toMatchObject({ phase: 'response', timedOut: false });
    expect(verdict).toMatchObject({ result: 'failed', kind: 'connect', layer: 'static' });
  });

  it.each<[string, (stream: ServerHttp2Stream) => void]>([
    ['a stream reset', (stream) => stream.destroy(new Error('the test breaks off'))],
    ['a session sent away', (stream) => stream.session?.destroy()],
    ['a socket cut', (stream) => stream.session?.socket.destroy()],
  ])('takes %s in the middle of the page for one too', async (_, cut) => {
    const origin = await serveHttp2((stream) => {
      stream.respond({ ':status': 200, ...HTML });
      stream.write('<h1>고용24</h1>', () => setTimeout(() => cut(stream), 50));
    });
    const { fault, observation, verdict } = await judged(origin);
    expect(fault).toMatchObject({ phase: 'body', timedOut: false });
    expect(observation.text).toBe('고용24');
    expect(verdict).toMatchObject({ result: 'failed', kind: 'connect' });
  });
});
