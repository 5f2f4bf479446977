import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { browserFiles } from '#adapters/chromium/browser-files';
import { launchBrowser } from '#adapters/chromium/launch';

const PRIVATE = [
  'http://169.254.169.254/latest/meta-data',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://192.168.0.1/',
  'http://[fd00:ec2::254]/',
  'http://[fc12::1]/',
  'http://[fe80::1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://100.64.0.1/',
  'http://[64:ff9b::10.0.0.1]/',
  'http://[2002:a00:1::1]/',
];

/** Requests to the portal. It redirects a visitor to the address in its path. */
const visited: string[] = [];
/** Requests to the Lambda runtime API. */
const asked: string[] = [];
let servers: readonly Server[];
let portal: string;
let runtimeApi: string;

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  const redirecting = createServer(({ url = '' }, response) => {
    visited.push(url);
    const location = decodeURIComponent(url.slice(1));
    if (location === '') return void response.end('<p>portal</p>');
    response.writeHead(302, { location }).end();
  });
  const runtime = createServer(({ url = '' }, response) => {
    asked.push(url);
    response.end('<p>invocation</p>');
  });
  servers = [redirecting, runtime];
  [portal, runtimeApi] = (await Promise.all(servers.map(listening))) as [string, string];
});

afterAll(() => {
  for (const server of servers) server.close();
});

/** What a browser with these allowed hosts reaches: the text of the page, or a network error. */
async function arrivals(named: readonly string[], addresses: readonly string[]) {
  vi.stubEnv('AWS_LAMBDA_RUNTIME_API', runtimeApi);
  const launched = await launchBrowser({
    files: await browserFiles(),
    processModel: 'multi',
    timeoutMs: 15_000,
    blockedHosts: [],
    named,
  });
  vi.unstubAllEnvs();
  try {
    const page = await launched.browser.newPage();
    const seen: string[] = [];
    for (const address of addresses) {
      const said = await page.goto(address, { timeout: 10_000 }).then(
        () => page.innerText('body'),
        (error: unknown) => /net::(\w+)/.exec(String(error))?.[1] ?? String(error),
      );
      seen.push(said);
    }
    return seen;
  } finally {
    await launched.end();
  }
}

describe('a real browser', () => {
  it('follows a named portal to no private address, and never to the Lambda runtime API', async () => {
    const onTo = (address: string) => `http://${portal}/${encodeURIComponent(address)}`;
    const inside = [...PRIVATE, `http://${runtimeApi}/2018-06-01/runtime/invocation/next`];
    const seen = await arrivals(['127.0.0.1'], [`http://${portal}/`, ...inside.map(onTo)]);
    expect(seen).toEqual(['portal', ...inside.map(() => 'ERR_NAME_NOT_RESOLVED')]);
    expect(visited.length).toBeGreaterThanOrEqual(inside.length + 1);
    expect(asked).toEqual([]);
  });

  it('reaches a name that begins like a private address', async () => {
    const [, port] = portal.split(':');
    const named = ['127.0.0.1'];
    expect(await arrivals(named, [`http://10.localhost:${port}/`])).toEqual(['portal']);
  });

  it('reaches nothing on its own machine when the operator named none of it', async () => {
    visited.length = 0;
    const [, port] = portal.split(':');
    const own = [
      `http://127.0.0.1:${port}/`,
      `http://localhost:${port}/`,
      `http://127.1:${port}/`,
      `http://[::1]:${port}/`,
    ];
    const seen = await arrivals(['portal.example'], own);
    expect(seen).toEqual(own.map(() => 'ERR_NAME_NOT_RESOLVED'));
    expect(visited).toEqual([]);
  });
});
