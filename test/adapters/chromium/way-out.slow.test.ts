import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createJourneyRunner } from '#adapters/chromium/journey-runner';
import type { WayOut } from '#adapters/way-out/way-out';
import { judged } from '#core/classify/judged';
import { DAY } from '#core/time/time';
import { DEFAULT_LIMITS } from '#core/watch/defaults';
import { type Certificate, makeCertificate } from '#local/portals/certificate';
import { ownWayOut } from '#local/watch/own-way-out';
import { inspectionOnly } from '#portals/inspection';
import { type ForwardProxy, startForwardProxy } from '../../support/forward-proxy.ts';

const INNER = 'inner.bonghwa.test';
const dates = { notBefore: Date.now() - DAY, notAfter: Date.now() + 90 * DAY };
const authority = makeCertificate({ commonName: 'Own CA', hosts: [], authority: true, ...dates });

let folder: string;
let good: Server;
let expired: Server;
let proxy: ForwardProxy;

async function serve({ keyPem, pem }: Certificate): Promise<Server> {
  const server = createServer({ key: keyPem, cert: pem }, (_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end('<h1>사내 포털</h1><p>오늘의 공지 두 건</p><a href="/a">목록</a>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bonghwa-authorities-'));
  writeFileSync(join(folder, 'ca.pem'), authority.pem);
  const order = { commonName: INNER, hosts: [INNER, 'localhost'], issuer: authority };
  good = await serve(makeCertificate({ ...order, ...dates }));
  const past = { notBefore: Date.now() - 90 * DAY, notAfter: Date.now() - DAY };
  expired = await serve(makeCertificate({ ...order, ...past }));
  proxy = await startForwardProxy(portOf(good));
});

afterAll(() => {
  proxy.stop();
  for (const server of [good, expired]) server.close();
  rmSync(folder, { recursive: true, force: true });
});

const portOf = (server: Server) => (server.address() as AddressInfo).port;

async function look(baseUrl: string, wayOut: WayOut) {
  const record = await createJourneyRunner({ journeys: inspectionOnly, wayOut }).run({
    target: {
      service: 'inspection',
      baseUrl,
      alsoHosts: [],
      pages: { main: '/' },
      markers: { main: '사내 포털' },
      selectors: {},
      login: 'none',
      unseen: [],
    },
    journey: 'inspect',
    depth: 'static',
    limits: DEFAULT_LIMITS,
    userAgentContact: '',
    blockedHosts: [],
  });
  return { ...judged(record.observation), fault: record.observation.fault };
}

describe('a browser', () => {
  it("trusts an authority of one's own once this machine is told of it, and no expired certificate", async () => {
    expect((await look(`https://localhost:${portOf(good)}`, {})).fault?.phase).toBe('tls');
    const wayOut = await ownWayOut({ caFile: join(folder, 'ca.pem') }, {});
    expect(await look(`https://localhost:${portOf(good)}`, wayOut)).toMatchObject({
      result: 'passed',
    });
    expect((await look(`https://localhost:${portOf(expired)}`, wayOut)).fault?.phase).toBe('tls');
  });

  it('goes through the proxy', async () => {
    const wayOut = { ownAuthorities: true, proxy: { server: proxy.server, bypass: [] } };
    const seen = await look(`https://${INNER}`, wayOut);

    expect(seen).toMatchObject({ result: 'passed' });
    expect(proxy.asked).toContain(`CONNECT ${INNER}:443`);
  });

  it("goes through a proxy with an account, and an account that it refuses is the monitor's fault", async () => {
    proxy.account = 'kim@corp:p@ss';
    const by = async (account: string, scheme = 'https') => {
      const server = proxy.server.replace('//', `//${account}@`);
      const own = { smtp: [], commands: [], proxy: { server, bypass: [] } };
      return look(`${scheme}://${INNER}`, { ...(await ownWayOut(own, {})), ownAuthorities: true });
    };
    expect(await by('kim%40corp:p%40ss')).toMatchObject({ result: 'passed' });
    const refused = await by('kim%40corp:wrong');
    expect(refused).toMatchObject({ kind: 'monitor-fault' });
    expect(JSON.stringify(refused)).not.toContain('wrong');
    expect(await by('kim%40corp:wrong', 'http')).toMatchObject({ kind: 'monitor-fault' });
    proxy.account = undefined;
  });

  it("without its proxy is the monitor's fault", async () => {
    const gone = { proxy: { server: 'http://127.0.0.1:1', bypass: [] } };
    expect(await look(`https://${INNER}`, gone)).toMatchObject({ kind: 'monitor-fault' });
  });
});
