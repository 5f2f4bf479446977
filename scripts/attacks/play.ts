import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { createStores } from '#adapters/dynamodb/stores';
import { ensureTable } from '#adapters/dynamodb/table';
import { mintToken } from '#adapters/secrets/mint-token';
import { DAY, type Instant, MINUTE, SECOND } from '#core/time/time';
import { createApp } from '#lambda/api/app';
import { type HttpEvent, toRequest, toResult } from '#lambda/http-event';
import { defaultConfiguration } from '#local/configuration';
import { evaluateGroup } from '#pipeline/evaluate/evaluate-group';
import { resultOf } from '../bench-history/seed-results.ts';
import { startDynalite } from '../dynamodb-backends.ts';

const BEGAN = Date.UTC(2024, 6, 18, 0, 14);
const GROUP = 'moel';

/** The API and the evaluator over one table. Only the attacker moves the clock. */
export interface Target {
  outage: string;
  /** The handler that Lambda would call. */
  readonly handler: (event: HttpEvent) => ReturnType<typeof toResult>;
  /** A token with both scopes. */
  readonly token: string;
  now: Instant;
  /** Evaluations that commands requested. */
  asked: number;
  send(method: string, path: string, body?: unknown): Promise<Response>;
  evaluate(): Promise<void>;
  /** Size of the group's state as written. */
  stateBytes(): Promise<number>;
  /** Digest of the outage without people's entries. */
  recordDigest(): Promise<string>;
  notesKept(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts with an outage of the whole group that has just been announced. */
export async function startTarget(): Promise<Target> {
  const backend = await startDynalite();
  await ensureTable(backend.client, 'attacks');
  const configuration = defaultConfiguration();
  const clock = { now: () => target.now, secondsUntil: () => 0 };
  const { client } = backend;
  const { retentionDays } = configuration;
  const stores = createStores({ client, table: 'attacks', clock, retentionDays });
  const { token, record } = mintToken({
    name: 'script',
    scopes: ['read', 'write'],
    createdAt: BEGAN,
    expiresAt: BEGAN + DAY,
  });
  const quiet = { info: () => {}, warn: () => {}, error: () => {} };
  const common = { ...stores, clock, log: quiet, configuration };
  const app = createApp({
    ...common,
    tokenClock: clock,
    tokens: { list: async () => [record] },
    evidence: { link: async (key) => `https://evidence.example/${key}` },
    evaluations: {
      send: async () => {
        target.asked += 1;
        await target.evaluate();
      },
    },
  });
  const evaluation = {
    ...common,
    stage: 'attack',
    channels: [],
    checkQueue: { send: async () => {} },
    metrics: { count: () => {} },
  };
  const outages = () => stores.outages.list({ limit: 5, state: 'open' });
  const target = {
    outage: '',
    token,
    handler: async (event: HttpEvent) => toResult(await app.fetch(toRequest(event))),
    now: BEGAN,
    asked: 0,
    send: async (method: string, path: string, body?: unknown) =>
      app.request(path, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    evaluate: async () => {
      await evaluateGroup({ v: 1, group: GROUP, at: target.now, reason: 'command' }, evaluation);
    },
    stateBytes: async () => deflateRawSync(JSON.stringify(await stores.groups.load(GROUP))).length,
    recordDigest: async () => {
      const { revision: _, timeline, ...record } = (await outages()).items[0] ?? { timeline: [] };
      const seen = timeline.filter((entry) => !('by' in entry) && entry.type !== 'withheld');
      return createHash('sha256').update(JSON.stringify({ record, seen })).digest('hex');
    },
    notesKept: async () =>
      (await stores.notes.list({ outage: target.outage, limit: 200 })).items.length,
    stop: () => backend.stop(),
  };
  await failEverything(target, stores, configuration.catalogue.checks);
  target.outage = (await outages()).items[0]?.id ?? '';
  return target;
}

type Stores = ReturnType<typeof createStores>;
type Checks = ReturnType<typeof defaultConfiguration>['catalogue']['checks'];

async function failEverything(target: Target, { results }: Stores, checks: Checks) {
  const probes = checks.filter(({ type, group }) => type === 'probe' && group === GROUP);
  for (let minute = 0; minute < 5; minute += 1) {
    const at = BEGAN + minute * MINUTE;
    for (const probe of probes) {
      const failed = { result: 'failed', kind: 'timeout', signature: '0f3a9c55d1e2b784' } as const;
      const evidence = [
        {
          type: 'page-text',
          key: `failed/${probe.service}`,
          bytes: 100,
          contentType: 'text/plain',
        },
      ] as const;
      const seen = minute === 0 ? { result: 'passed' as const } : { ...failed, evidence };
      await results.put({ ...resultOf(probe, at), ...seen });
    }
    target.now = at + 30 * SECOND;
    await target.evaluate();
  }
}

export interface Answers {
  readonly taken: number;
  readonly refused: Readonly<Record<number, number>>;
}

/** A reason of the maximum length, of letters that hardly compress. */
function noise(length: number, seed: number): string {
  let at = seed + 1;
  return Array.from({ length }, () => {
    at = (at * 48_271) % 2_147_483_647;
    return String.fromCharCode(0xac00 + (at % 11_172));
  }).join('');
}

/** A runaway script: silences, windows and acknowledgements without a pause, ten per second. */
export async function loopCommands(target: Target, requests: number): Promise<Answers> {
  const to = () => new Date(target.now + DAY).toISOString();
  const order = (index: number) => ({ group: GROUP, to: to(), reason: noise(200, index) });
  const from = () => new Date(target.now).toISOString();
  const moves: readonly ((index: number) => Promise<Response>)[] = [
    (index) => target.send('POST', '/v1/silences', order(index)),
    (index) =>
      target.send('POST', '/v1/maintenance', { ...order(index), type: 'once', from: from() }),
    () => target.send('POST', `/v1/outages/${target.outage}/ack`),
    () => target.send('DELETE', `/v1/outages/${target.outage}/ack`),
  ];
  return played(target, requests, async (index) => {
    const move = moves[index % moves.length];
    if (!move) throw new Error('no move');
    const response = await move(index);
    target.now += 100;
    return response;
  });
}

/** Long notes on one outage, sent again whenever the API allows it. */
export async function writeNotes(target: Target, notes: number): Promise<Answers> {
  return played(target, notes, async (index) => {
    const path = `/v1/outages/${target.outage}/notes`;
    const send = () => target.send('POST', path, { text: noise(2_000, index) });
    const response = await send();
    const wait = Number(response.headers.get('retry-after') ?? 0);
    if (wait === 0) return response;
    target.now += wait * SECOND;
    return send();
  });
}

async function played(
  target: Target,
  times: number,
  move: (index: number) => Promise<Response>,
): Promise<Answers> {
  let taken = 0;
  const refused: Record<number, number> = {};
  let minute = Math.floor(target.now / MINUTE);
  for (let index = 0; index < times; index += 1) {
    const { status } = await move(index);
    if (status === 202) taken += 1;
    else refused[status] = (refused[status] ?? 0) + 1;
    if (Math.floor(target.now / MINUTE) === minute) continue;
    minute = Math.floor(target.now / MINUTE);
    await target.evaluate();
  }
  await target.evaluate();
  return { taken, refused };
}
