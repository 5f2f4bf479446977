import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStores } from '#adapters/dynamodb/stores';
import { ENVIRONMENT } from '#contract/environment';
import { FUNCTIONS } from '#contract/functions';
import { ASSET_LIMIT_BYTES, folderBytes } from '#lib/browser-parts';
import { functionAssets, synth } from '../../scripts/runtime-api/cloud-assembly.ts';
import { LambdaProcess } from '../../scripts/runtime-api/lambda-process.ts';
import {
  checkRequest,
  type LoopbackWorld,
  sqsEvent,
  startWorld,
} from '../../scripts/runtime-api/loopback-world.ts';

const MEGABYTE = 1024 * 1024;
const outdir = mkdtempSync(join(tmpdir(), 'bonghwa-assembly-'));
let assets: ReadonlyMap<string, string>;

beforeAll(async () => {
  await synth(outdir);
  assets = functionAssets(outdir, 'bonghwa-dev-');
}, 120_000);

afterAll(() => rmSync(outdir, { recursive: true, force: true }));

function asset(name: string): string {
  const folder = assets.get(name);
  if (!folder) throw new Error(`no asset of ${name}; there are ${[...assets.keys()].join(', ')}`);
  return folder;
}

/**
 * The page is off until a configuration names its contact; the log reader is off until it names
 * logs.
 */
const OFF = ['page', 'log-reader'];
const DEPLOYED = Object.keys(FUNCTIONS).filter((name) => !OFF.includes(name));

describe('what `cdk synth` bundles', () => {
  it('is one asset for every function of the contract that is on by default', () => {
    expect([...assets.keys()].sort()).toEqual(DEPLOYED.toSorted());
  });

  it.each(DEPLOYED)('brings the resolved configuration beside the code of %s', (name) => {
    expect(readdirSync(asset(name))).toEqual(
      expect.arrayContaining(['configuration.json', 'index.mjs']),
    );
  });

  it('stays under the limits: 250 MB for the browser, 1 MB of code for every other', () => {
    const sizes = [...assets].map(([name, folder]) => ({
      name,
      code: statSync(join(folder, 'index.mjs')).size,
      unzipped: folderBytes(folder),
    }));
    for (const { name, code, unzipped } of sizes) {
      console.log(
        `${name}: ${(code / MEGABYTE).toFixed(2)} MB of code, asset ${(unzipped / MEGABYTE).toFixed(1)} MB`,
      );
    }
    expect(sizes.filter(({ unzipped }) => unzipped >= ASSET_LIMIT_BYTES)).toEqual([]);
    expect(sizes.filter(({ code }) => code > MEGABYTE)).toEqual([]);
  });

  it('gives Chromium and the Korean font to the browser function alone', () => {
    const withBrowser = [...assets].filter(([, folder]) =>
      existsSync(join(folder, 'node_modules')),
    );
    expect(withBrowser.map(([name]) => name)).toEqual(['browser']);
    const browser = readdirSync(join(asset('browser'), 'node_modules/@sparticuz/chromium/bin'));
    expect(browser).toContain('chromium.zst');
    expect(browser).not.toContain('chromium.br');
    const font = '@expo-google-fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf';
    expect(existsSync(join(asset('browser'), 'node_modules', font))).toBe(true);
  });
});

/**
 * The variables that `lib/` sets, without credentials. The deployed role can only write its log.
 */
function browserEnvironment({ environment }: LoopbackWorld) {
  return { [ENVIRONMENT.configuration]: environment[ENVIRONMENT.configuration] ?? '' };
}

describe('runner and browser, each alone in a read-only folder under the Lambda Runtime API', () => {
  let world: LoopbackWorld;
  let lambda: LambdaProcess;
  let browser: LambdaProcess;
  const browsed: number[] = [];

  beforeAll(async () => {
    world = await startWorld(async (_name, event) => {
      const { answer, billedMs } = await browser.invoke(event);
      browsed.push(billedMs);
      return answer;
    });
    browser = new LambdaProcess({
      name: 'browser',
      asset: asset('browser'),
      environment: browserEnvironment(world),
    });
    await browser.start();
    lambda = new LambdaProcess({
      name: 'runner',
      asset: asset('runner'),
      environment: world.environment,
    });
    await lambda.start();
  }, 60_000);

  afterAll(async () => {
    await lambda?.stop();
    await browser?.stop();
    await world?.stop();
  });

  it('logs in to a simulated portal cold and warm, and stores both results', async () => {
    const requests = ['work24/login', 'hrd-net/login'].map((id) => checkRequest(world, id));
    const times: number[] = [];
    for (const request of requests) {
      const { answer, billedMs } = await lambda.invoke(sqsEvent(request));
      expect(answer, lambda.output).toEqual({ batchItemFailures: [] });
      times.push(Math.round(billedMs));
    }
    const added = times.map((ms, index) => Math.round(ms - (browsed[index] ?? 0)));
    console.log(
      `runner: cold ${times[0]} ms, warm ${times[1]} ms; ${added.join(' and ')} ms of them for ` +
        'secret, call, evidence and result (`npm run bench:check` measures the call alone)',
    );
    const { results } = createStores({
      client: new DynamoDBClient({}),
      table: world.environment[ENVIRONMENT.table] ?? '',
      clock: { now: Date.now, secondsUntil: () => 0 },
      retentionDays: world.configuration.retentionDays,
    });
    const stored = await Promise.all(requests.map(({ service, run }) => results.get(service, run)));
    expect(stored.map((result) => [result?.result, result?.layer, result?.reason])).toEqual([
      ['passed', 'session', expect.anything()],
      ['passed', 'session', expect.anything()],
    ]);
  });

  it('keeps from the browser what would open anything: no name, no key, no endpoint', () => {
    const environment = browserEnvironment(world);
    expect(Object.keys(environment)).toEqual([ENVIRONMENT.configuration]);
    expect(browsed.length).toBeGreaterThan(0);
  });

  it('writes its metrics so that CloudWatch finds them among JSON logs', () => {
    const lines = lambda.output.split('\n').filter((line) => line.startsWith('{'));
    const metrics = lines.map((line) => JSON.parse(line)).filter((line) => line._aws);
    expect(metrics).toMatchObject([
      { ResultStored: 1, service: 'work24', stage: 'dev' },
      { ResultStored: 1, service: 'hrd-net', stage: 'dev' },
    ]);
  });

  it('leaves no browser profile or core file in /tmp', () => {
    expect(browser.leftovers.filter((name) => /playwright|core|profile/.test(name))).toEqual([]);
  });
});
