import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createOwnNetwork } from '#adapters/network/own-network';
import { createProber } from '#adapters/network/prober';
import { DAY, HOUR } from '#core/time/time';
import type { Target } from '#core/watch/catalogue';
import { DEFAULT_LIMITS } from '#core/watch/defaults';
import { makeCertificate } from '#local/portals/certificate';
import { anObservation, aRecord } from '../support/builders.ts';
import { type BrokenMonitor, type Ending, endingOf, type Lab } from './lab.ts';

const NOBODY = 'http://127.0.0.1:1';

function control(baseUrl: string): Target {
  return {
    service: 'control',
    baseUrl,
    alsoHosts: [],
    pages: { main: '/' },
    selectors: {},
    markers: { main: '고용24' },
    login: 'none',
    unseen: [],
  };
}

/** A folder whose configuration has that control. */
function asking(lab: Lab, baseUrl: string): string {
  const at = join(lab.folder, `asking-${Math.random()}`);
  mkdirSync(at);
  const source = JSON.stringify({ controls: [{ url: `${baseUrl}/`, marker: '고용24' }] });
  writeFileSync(join(at, 'bonghwa.config.ts'), `export default ${source};`);
  return at;
}

/** Other sites' names that all lead to one local server, as behind the login page of a café. */
async function inCaptivity(lab: Lab): Promise<Ending> {
  const now = Date.now();
  const { keyPem, pem } = makeCertificate({
    commonName: 'Wi-Fi',
    hosts: ['wifi.example'],
    notBefore: now - DAY,
    notAfter: now + DAY,
  });
  const server: Server = createServer({ key: keyPem, cert: pem }, (_request, response) => {
    response.end('<h1>Wi-Fi 로그인</h1>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const hosts = join(lab.folder, 'hosts');
  writeFileSync(hosts, '127.0.0.1 portal.example control.example\n');
  try {
    return await lab.inspectApart({
      url: `https://portal.example:${port}/`,
      cwd: asking(lab, `https://control.example:${port}`),
      shell: `exec unshare -m bash -c 'mount --bind ${hosts} /etc/hosts && exec "$@"' bash "$@"`,
    });
  } finally {
    server.close();
  }
}

export const brokenNetworks: readonly BrokenMonitor[] = [
  {
    name: 'no name is resolved, of a probe',
    ends: 'monitor-fault',
    cheap: true,
    run: async () => {
      const order = { limits: DEFAULT_LIMITS, userAgentContact: '' };
      const target = { ...control('http://portal.invalid'), service: 'work24' };
      const record = await createProber().probe({ ...order, target });
      return endingOf(
        await createOwnNetwork({ controls: [control('http://control.invalid')] })(record),
      );
    },
  },
  {
    name: 'no name is resolved, of a journey',
    ends: 'monitor-fault',
    run: (lab) =>
      lab.inspectApart({
        url: 'http://portal.invalid/',
        cwd: asking(lab, 'http://control.invalid'),
      }),
  },
  {
    name: 'there is no route to anywhere',
    ends: 'monitor-fault',
    administrator: true,
    run: (lab) =>
      lab.inspectApart({
        url: 'http://192.0.2.1/',
        cwd: asking(lab, 'http://192.0.2.2'),
        shell: 'exec unshare -n "$@"',
      }),
  },
  {
    name: 'every name leads to the login page of a Wi-Fi',
    ends: 'monitor-fault',
    administrator: true,
    run: inCaptivity,
  },
  {
    name: 'proxy variables lead nowhere',
    ends: 'passed',
    run: (lab) =>
      lab.inspectApart({
        environment: {
          HTTP_PROXY: NOBODY,
          HTTPS_PROXY: NOBODY,
          ALL_PROXY: NOBODY,
          http_proxy: NOBODY,
          all_proxy: NOBODY,
          NODE_USE_ENV_PROXY: '1',
        },
      }),
  },
  ...[DAY, -DAY].map(
    (skew): BrokenMonitor => ({
      name: `the clock is a day ${skew > 0 ? 'ahead' : 'behind'}`,
      ends: 'monitor-fault',
      cheap: true,
      run: async (lab) => {
        const now = () => Date.now() + skew;
        const network = createOwnNetwork({ controls: [control(lab.url)], now });
        return endingOf(await network(refusedByDate(skew)));
      },
    }),
  ),
];

/** The observation of a browser whose wrong clock makes a valid certificate look expired. */
function refusedByDate(skew: number) {
  const { status: _, ...seen } = anObservation({ layer: 'host', text: '', title: '' });
  const message = `net::ERR_CERT_DATE_INVALID, ${skew / HOUR} hours off`;
  const fault = {
    phase: 'tls',
    code: 'net::ERR_CERT_DATE_INVALID',
    message,
    timedOut: false,
  } as const;
  return aRecord({ observation: { ...seen, fault } });
}
