import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ENVIRONMENT } from '#contract/environment';
import { MINUTE } from '#core/time/time';
import { useAmbient } from '#lambda/wiring/ambient';
import { type EmbeddedCloud, startCloud } from '#local/cloud/embedded-cloud';
import { loadHandler } from '#local/cloud/handlers';
import { QueueReader } from '#local/cloud/queue-reader';
import { resolveConfiguration } from '#local/configuration';
import { type Place, proveDeployment } from '#pipeline/prove/prove-deployment';
import { deployedPorts } from '../../../bin/deployed/deployed-ports.ts';
import { sayHops } from '../../../bin/deployed/end-to-end.ts';
import type { Call } from '../../iam/evaluate.ts';
import { recordCalls } from '../../iam/record-calls.ts';

const STAGE = 'dev';
const ACCOUNT = '000000000000';
const NOW = Date.parse('2026-11-23T12:00:00+09:00');

type Actor = 'machine' | 'prober' | 'evaluator';

/** What is broken. */
interface Break {
  /** Its trigger is switched off. */
  readonly stopped?: Actor;
  /** A call that is refused. */
  readonly refused?: (actor: Actor, call: Call) => boolean;
  /** The network of the prober ends before the web. */
  readonly offline?: boolean;
}

let cloud: EmbeddedCloud;
let site: Server;
let broken: Break = {};
let actor: Actor = 'machine';
let now = NOW;
let ports: Awaited<ReturnType<typeof deployedPorts>>;
let loaded: Parameters<typeof deployedPorts>[0];
const folder = mkdtempSync(join(tmpdir(), 'bonghwa-end-to-end-'));

beforeAll(async () => {
  site = createServer((_, response) => {
    if (broken.offline) response.destroy();
    else response.end('<html><body>Success</body></html>');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => site.once('listening', resolve));
  const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
  const context = { file: '', stage: STAGE, now: NOW };
  loaded = {
    ...resolveConfiguration({ controls: [{ url, marker: 'Success' }] }, context),
    path: '',
  };
  const file = join(folder, 'configuration.json');
  writeFileSync(file, JSON.stringify(loaded.configuration));
  cloud = await startCloud({ stage: STAGE });
  Object.assign(process.env, cloud.environment, { [ENVIRONMENT.configuration]: file });
  useAmbient({ clock: { now: () => now, secondsUntil: () => 0 }, write: () => {} });
  ports = await deployedPorts(loaded);
  recordCalls(ACCOUNT, (call) => broken.refused?.(actor, call) ?? false);
}, 60_000);

afterAll(async () => {
  vi.restoreAllMocks();
  await cloud.stop();
  site.close();
  rmSync(folder, { recursive: true });
});

/** What Lambda's triggers do. */
async function serve(): Promise<void> {
  for (const name of ['prober', 'evaluator'] as const) {
    if (broken.stopped === name) continue;
    const { probes, evaluations } = cloud.queues;
    const reader = new QueueReader(new SQSClient({}), name === 'prober' ? probes : evaluations);
    const records = await reader.receive();
    if (records.length === 0) continue;
    const handler = await loadHandler(name);
    actor = name;
    await handler({ Records: [...records] });
    actor = 'machine';
    for (const record of records) await reader.delete(record);
  }
}

async function prove() {
  const wait = async (ms: number) => {
    now += ms;
    await serve();
  };
  const clock = { now: () => now, secondsUntil: () => 0 };
  const { configuration } = loaded;
  const hops = await proveDeployment('moel', {
    ...ports,
    clock,
    configuration,
    language: 'en',
    wait,
  });
  return { hops, told: sayHops(hops, { stage: STAGE, language: 'en' }).join('\n') };
}

/** Notices of the check itself. That the network fails is told to engineers, as always. */
async function sent(): Promise<number> {
  const inbox = new QueueReader(new SQSClient({}), cloud.queues.inbox);
  return (await inbox.receive()).filter(({ body }) => body.includes('end-to-end')).length;
}

const queueOf =
  (name: string) =>
  (who: Actor, { action, resource }: Call) =>
    who === 'machine' && action === 'sqs:SendMessage' && resource.includes(name);

const ledgerPut = (who: Actor, { action, keys }: Call) =>
  who === 'evaluator' &&
  action === 'dynamodb:PutItem' &&
  `${keys['dynamodb:LeadingKeys']}`.startsWith('LEDGER#');

/** The first write passes, the later ones do not. */
function afterTheFirst(refused: NonNullable<Break['refused']>): NonNullable<Break['refused']> {
  let seen = 0;
  return (who, call) => {
    if (!refused(who, call)) return false;
    seen += 1;
    return seen > 1;
  };
}

const BROKEN: readonly [what: string, broken: Break, place: Place, says: string, look: string][] = [
  [
    'this machine may not ask for a run',
    { refused: queueOf('probes') },
    'probes',
    'refused',
    'credentials may send',
  ],
  ['the prober never starts', { stopped: 'prober' }, 'prober', 'within 120 s', 'dev-prober'],
  [
    'the prober may not store its result',
    { refused: (who, { action }) => who === 'prober' && action === 'dynamodb:PutItem' },
    'prober',
    'within 120 s',
    'dev-prober',
  ],
  ['the prober reaches no site', { offline: true }, 'prober', 'none of the controls', 'dev-prober'],
  [
    'this machine may not ask for an evaluation',
    { refused: queueOf('evaluations') },
    'evaluations',
    'refused',
    'credentials may send',
  ],
  [
    'the evaluator never starts',
    { stopped: 'evaluator' },
    'evaluator',
    'within 120 s',
    'dev-evaluator',
  ],
  [
    'the evaluator throws',
    { refused: (who, { action }) => who === 'evaluator' && action === 'dynamodb:GetItem' },
    'evaluator',
    'within 120 s',
    'dev-evaluator',
  ],
  [
    'the evaluator may not write the ledger',
    { refused: ledgerPut },
    'evaluator',
    'within 120 s',
    'dev-evaluator',
  ],
  [
    'the notice is written and not withheld',
    { refused: afterTheFirst(ledgerPut) },
    'evaluator',
    'written, but not marked as withheld on bus',
    'dev-evaluator',
  ],
];

describe('the end-to-end check over the embedded services', () => {
  beforeEach(async () => {
    broken = {};
    await serve();
    now += 10 * MINUTE;
  });

  it('finds the whole path good, and sends nothing', async () => {
    const { hops, told } = await prove();
    expect(hops.map(({ place, state }) => [place, state])).toEqual([
      ['probes', 'good'],
      ['prober', 'good'],
      ['evaluations', 'good'],
      ['evaluator', 'good'],
    ]);
    expect(told).toContain('The whole path works.');
    expect(await sent()).toBe(0);
  });

  it.each(BROKEN)('where %s, names the hop and what to roll back', async (...each) => {
    const [, fault, place, says, look] = each;
    broken = fault;
    const { hops, told } = await prove();
    const bad = hops.filter(({ state }) => state === 'bad');
    expect(bad.map((hop) => [hop.place, hop.says])).toEqual([
      [place, expect.stringContaining(says)],
    ]);
    expect(told).toContain(`Broken between ${bad[0]?.from} and ${bad[0]?.to}.`);
    expect(told).toContain(look);
    expect(told).toContain('npx cdk deploy bonghwa-dev-monitoring -c stage=dev');
    expect(await sent()).toBe(0);
  });
});
