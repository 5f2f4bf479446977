import { X509Certificate } from 'node:crypto';
import { createServer as createHttpsServer } from 'node:https';
import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify/classify';
import { DAY, HOUR } from '#core/time/time';
import type { Target } from '#core/watch/catalogue';
import { type Certificate, makeCertificate } from '#local/portals/certificate';
import { HEALTHY, HTML, probe, serve, serveHttp, targetOf } from './probing.ts';

const dates = { notBefore: Date.now() - DAY, notAfter: Date.now() + 60 * DAY + HOUR };
const authority = { hosts: [], authority: true, ...dates } as const;
const known = makeCertificate({ commonName: 'known', ...authority });
const unknown = makeCertificate({ commonName: 'unknown', ...authority });

/** A portal that leaves out the certificate between its own and the authority's. */
async function portalBelow(issuer: Certificate, answer?: string | Uint8Array) {
  const middle = makeCertificate({ commonName: 'middle', issuer, ...authority });
  let asked = 0;
  const origin = await serveHttp((_request, response) => {
    asked += 1;
    response.end(answer ?? new X509Certificate(middle.pem).raw);
  });
  const leaf = makeCertificate({
    commonName: 'portal',
    hosts: ['127.0.0.1'],
    issuer: middle,
    issuerAt: `${origin}/middle.crt`,
    ...dates,
  });
  const keys = { key: leaf.keyPem, cert: leaf.pem };
  const server = createHttpsServer(keys, (_request, response) => {
    response.writeHead(200, HTML).end(HEALTHY);
  });
  const baseUrl = `https://127.0.0.1:${await serve(server)}`;
  return { baseUrl, requests: () => asked };
}

async function judged(baseUrl: string, pages: Target['pages'] = { main: '/' }) {
  const record = await probe(targetOf(baseUrl, { pages }), { authorities: [known.pem] });
  return { ...record, verdict: classify(record.observation) };
}

describe('an intermediate certificate that the portal leaves out', () => {
  it('is fetched as browsers do, and a note says so', async () => {
    const { baseUrl } = await portalBelow(known);
    const { certificates, note, verdict } = await judged(baseUrl);
    expect(verdict.result).toBe('passed');
    expect(note?.ko).toBe('중간 인증서 누락(브라우저는 자동으로 보완)');
    expect(certificates).toEqual({ [new URL(baseUrl).host]: 60 });
  });

  it('is fetched once in a run', async () => {
    const { baseUrl, requests } = await portalBelow(known);
    await judged(baseUrl, { main: '/', data: '/data' });
    expect(requests()).toBe(1);
  });

  it('does not make an unknown authority trusted', async () => {
    const { baseUrl } = await portalBelow(unknown);
    expect((await judged(baseUrl)).verdict).toMatchObject({ result: 'failed', kind: 'tls' });
  });

  it.each([
    ['no certificate', '<h1>404</h1>'],
    ['the certificate of another', known.pem],
  ])('leaves the verdict to a browser if its address answers with %s', async (_, answer) => {
    const { baseUrl } = await portalBelow(known, answer);
    const { verdict } = await judged(baseUrl);
    expect(verdict).toMatchObject({ result: 'inconclusive', rule: 'needs-browser' });
  });
});
