import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AttributeValue, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { ENVIRONMENT } from '#contract/environment';
import type { FunctionName } from '#contract/functions';
import { defined } from '#core/defined';
import { functionAssets, synth } from './runtime-api/cloud-assembly.ts';
import { LambdaProcess } from './runtime-api/lambda-process.ts';
import {
  checkRequest,
  type LoopbackWorld,
  sqsEvent,
  startWorld,
} from './runtime-api/loopback-world.ts';

/**
 * `npm run measure`: the time of one warm invocation of each bundled function, for
 * src/core/plan/usage.ts. Processor time, because wall time on a shared machine says nothing about
 * Lambda.
 */

const RUNS = 20;
/** Runs that are not counted: just-in-time compilation, connections, unpacking of the browser. */
const WARM_UP = 5;

interface Measured {
  readonly cpuMs: number;
  readonly wallMs: number;
}

async function main(): Promise<void> {
  const outdir = mkdtempSync(join(tmpdir(), 'bonghwa-measure-'));
  const browsers: LambdaProcess[] = [];
  const world = await startWorld(async (_name, event) =>
    browsers[0]?.invoke(event).then(({ answer }) => answer),
  );
  try {
    await synth(outdir);
    const assets = functionAssets(outdir, 'bonghwa-dev-');
    const minute = Math.floor(Date.now() / 60_000) * 60_000;
    const check = (id: string, depth?: string) => (run: number) =>
      sqsEvent({ ...checkRequest(world, id, minute - run * 1_000), ...defined({ depth }) });
    const measure = (name: FunctionName, event: (run: number) => unknown) =>
      measureFunction({ name, event, asset: assets.get(name) ?? '', world });
    console.log(
      `load average ${loadavg()
        .map((load) => load.toFixed(1))
        .join(' ')}`,
    );
    print('prober, data', await measure('prober', check('work24/probe')));
    const browser = await startBrowser(assets.get('browser') ?? '', world);
    browsers.push(browser);
    for (const depth of ['login-page', 'session']) {
      const before = browser.cpuMs;
      print(`runner, ${depth}`, await measure('runner', check('work24/login', depth)));
      const cpu = (browser.cpuMs - before) / (WARM_UP + RUNS);
      console.log(`browser, ${depth}: ${cpu.toFixed(0)} ms processor time, warm-up included`);
    }
    await browser.stop();
    const tick = () => ({ scheduledTime: new Date().toISOString() });
    print('dispatcher', await measure('dispatcher', tick));
    const evaluation = { v: 1, group: 'moel', at: minute, reason: 'tick' };
    print('evaluator', await measure('evaluator', () => sqsEvent(evaluation)));
    await printItems(world);
  } finally {
    await world.stop();
    rmSync(outdir, { recursive: true, force: true });
  }
}

async function startBrowser(asset: string, world: LoopbackWorld): Promise<LambdaProcess> {
  const lambda = new LambdaProcess({ name: 'browser', asset, environment: world.environment });
  await lambda.start();
  return lambda;
}

async function measureFunction(options: {
  readonly name: FunctionName;
  readonly asset: string;
  readonly event: (run: number) => unknown;
  readonly world: LoopbackWorld;
}): Promise<Measured> {
  const { name, asset, event, world } = options;
  const lambda = new LambdaProcess({
    name,
    asset,
    environment: world.environment,
  });
  await lambda.start();
  try {
    for (let run = 0; run < WARM_UP; run += 1) await lambda.invoke(event(run));
    const before = lambda.cpuMs;
    const walls: number[] = [];
    for (let run = WARM_UP; run < WARM_UP + RUNS; run += 1) {
      walls.push((await lambda.invoke(event(run))).billedMs);
    }
    return {
      cpuMs: (lambda.cpuMs - before) / RUNS,
      wallMs: walls.sort((a, b) => a - b)[RUNS / 2] ?? 0,
    };
  } finally {
    await lambda.stop();
  }
}

function print(what: string, { cpuMs, wallMs }: Measured): void {
  const cpu = cpuMs.toFixed(0).padStart(6);
  console.log(
    `${what.padEnd(20)} ${cpu} ms processor time, ${wallMs.toFixed(0).padStart(6)} ms wall (median)`,
  );
}

/** Mean size of stored items, by the beginning of their keys. */
async function printItems({ environment }: LoopbackWorld): Promise<void> {
  const { Items = [] } = await new DynamoDBClient({}).send(
    new ScanCommand({ TableName: environment[ENVIRONMENT.table] ?? '' }),
  );
  const sizes = Map.groupBy(
    Items,
    ({ pk, sk }) => `${pk?.S?.split('#')[0]} ${sk?.S?.split('#')[0]}`,
  );
  for (const [what, items] of sizes) {
    const bytes = items.reduce((sum, item) => sum + itemBytes(item), 0);
    console.log(
      `${what.padEnd(20)} ${items.length} items of ${Math.round(bytes / items.length)} bytes`,
    );
  }
  const { Contents = [] } = await new S3Client({ forcePathStyle: true }).send(
    new ListObjectsV2Command({ Bucket: environment[ENVIRONMENT.evidenceBucket] ?? '' }),
  );
  const bytes = Contents.reduce((sum, { Size = 0 }) => sum + Size, 0);
  console.log(`evidence             ${Contents.length} objects, ${bytes} bytes in all`);
}

/** As DynamoDB counts it: names and values. */
function itemBytes(item: Readonly<Record<string, AttributeValue>>): number {
  return Object.entries(item).reduce((sum, [name, { S, N, B }]) => {
    return sum + name.length + Buffer.byteLength(S ?? N ?? '') + (B?.length ?? 0);
  }, 0);
}

await main();
