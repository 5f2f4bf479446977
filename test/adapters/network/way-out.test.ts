import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createPlain, type Server } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createProber } from '#adapters/network/prober';
import { proxyFor, type WayOut } from '#adapters/way-out/way-out';
import { judged } from '#core/classify/judged';
import { DAY } from '#core/time/time';
import { DEFAULT_LIMITS } from '#core/watch/defaults';
import { makeCertificate } from '#local/portals/certificate';
import { ownWayOut } from '#local/watch/own-way-out';
import { type ForwardProxy, startForwardProxy } from '../../support/forward-proxy.ts';

const INNER = 'inner.bonghwa.test';
const dates = { notBefore: Date.now() - DAY, notAfter: Date.now() + 90 * DAY };
const authority = makeCertificate({ commonName: 'Own CA', hosts: [], authority: true, ...dates });
const certificate = makeCertificate({
  commonName: INNER,
  hosts: [INNER, 'localhost'],
  issuer: authority,
  ...dates,
});

let folder: string;
let secure: Server;
let plain: Server;
let proxy: ForwardProxy;
let plainProxy: ForwardProxy;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bonghwa-authorities-'));
  writeFileSync(join(folder, 'ca.pem'), authority.pem);
  const answer = (_: unknown, response: { end(text: string): void }) => {
    response.end('<h1>사내 포털</h1><p>오늘의 공지 두 건</p>');
  };
  secure = createServer({ key: certificate.keyPem, cert: certificate.pem }, answer);
  plain = createPlain(answer);
  for (const server of [secure, plain]) {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  }
  proxy = await startForwardProxy(portOf(secure));
  plainProxy = await startForwardProxy(portOf(plain));
});

beforeEach(() => {
  proxy.asked.splice(0);
  proxy.refuses = undefined;
  for (const one of [proxy, plainProxy]) one.account = undefined;
});

afterAll(() => {
  for (const one of [proxy, plainProxy]) one.stop();
  for (const server of [secure, plain]) server.close();
  rmSync(folder, { recursive: true, force: true });
});

const portOf = (server: Server) => (server.address() as AddressInfo).port;

async function probe(baseUrl: string, wayOut: WayOut) {
  const target = {
    service: 'inner',
    baseUrl,
    alsoHosts: [],
    pages: { main: '/' },
    markers: { main: '사내 포털' },
    selectors: {},
    login: 'none',
    unseen: [],
  };
  const order = { target, limits: DEFAULT_LIMITS, userAgentContact: '' };
  const { observation } = await createProber({ wayOut }).probe(order);
  return { ...judged(observation), fault: observation.fault };
}

/** Before any test has made this process trust the authority. */
const own = { smtp: [], commands: [] };
const through = (one: ForwardProxy): WayOut => ({ proxy: { server: one.server, bypass: [] } });

describe('a probe', () => {
  it("does not trust an authority of one's own until it is told of it", async () => {
    const before = await probe(`https://localhost:${portOf(secure)}`, {});
    expect(before).toMatchObject({ result: 'failed', fault: { phase: 'tls' } });
    await ownWayOut({ ...own, caFile: join(folder, 'ca.pem') }, {});
    const after = await probe(`https://localhost:${portOf(secure)}`, {});
    expect(after.result).toBe('passed');
  });

  it('goes through the proxy, which looks the name up, and checks the certificate itself', async () => {
    expect(await probe(`https://${INNER}`, through(proxy))).toMatchObject({ result: 'passed' });
    expect(proxy.asked).toEqual([`CONNECT ${INNER}:443`]);
    const other = await probe('https://other.bonghwa.test', through(proxy));
    expect(other).toMatchObject({ result: 'failed', fault: { phase: 'tls' } });
  });

  it('has the proxy forward what is not secure', async () => {
    expect(await probe(`http://${INNER}`, through(plainProxy))).toMatchObject({ result: 'passed' });
    expect(plainProxy.asked).toEqual([`GET http://${INNER}/`]);
  });

  it.each([403, 407, 500])(
    "that the proxy itself refuses with %i is the monitor's fault",
    async (status) => {
      proxy.refuses = status;
      expect(await probe(`https://${INNER}`, through(proxy))).toMatchObject({
        kind: 'monitor-fault',
      });
    },
  );

  it.each([502, 504])('that the proxy cannot connect (%i) fails', async (status) => {
    proxy.refuses = status;
    const seen = await probe(`https://${INNER}`, through(proxy));

    expect(seen).toMatchObject({ result: 'failed' });
  });

  it.each([
    ['https', () => proxy],
    ['http', () => plainProxy],
  ])(
    'over %s goes through a proxy with an account, and one that it refuses is no outage',
    async (scheme, which) => {
      which().account = 'kim@corp:p@ss:word';
      const by = async (account: string) => {
        const server = which().server.replace('//', `//${account}@`);
        return probe(
          `${scheme}://${INNER}`,
          await ownWayOut({ ...own, proxy: { server, bypass: [] } }, {}),
        );
      };
      expect(await by('kim%40corp:p%40ss%3Aword')).toMatchObject({ result: 'passed' });
      const refused = await by('kim%40corp:wrong');
      expect(refused).toMatchObject({ kind: 'monitor-fault' });
      expect(JSON.stringify(refused)).not.toContain('wrong');
      expect(await probe(`${scheme}://${INNER}`, through(which()))).toMatchObject({
        kind: 'monitor-fault',
      });
    },
  );

  it("without its proxy is the monitor's fault", async () => {
    const gone = { proxy: { server: 'http://127.0.0.1:1', bypass: [] } };
    expect(await probe(`https://${INNER}`, gone)).toMatchObject({ kind: 'monitor-fault' });
  });
});

describe('the way out', () => {
  const wayOut = { proxy: { server: 'http://proxy:3128', bypass: ['a.kr', '.inner.kr'] } };

  it.each([
    ['b.kr', true],
    ['a.kr', false],
    ['x.inner.kr', false],
    ['inner.kr', true],
    ['localhost', false],
    ['127.0.0.1', false],
  ])('to %s is by the proxy: %s', (host, byProxy) => {
    expect(proxyFor(host, wayOut) !== undefined).toBe(byProxy);
  });

  it('is refused with authorities that are none', async () => {
    writeFileSync(join(folder, 'no.pem'), 'nothing');
    for (const name of ['no.pem', 'missing.pem']) {
      const caFile = join(folder, name);
      await expect(ownWayOut({ ...own, caFile }, {})).rejects.toThrow(
        /The authorities in .* cannot be used/,
      );
    }
  });
});
