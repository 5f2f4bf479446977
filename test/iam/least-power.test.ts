import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { encodeRecord } from '#adapters/browser-function/record-wire';
import { mintToken } from '#adapters/secrets/mint-token';
import { formatTokens } from '#adapters/secrets/token-records';
import { ENVIRONMENT } from '#contract/environment';
import { resourceNames } from '#contract/names';
import { TABLE } from '#contract/table';
import { emptyGroupState } from '#core/detection/empty-state';
import { checkRequest } from '#core/detection/schedule';
import type { LedgerRow } from '#core/notice/notice';
import { MINUTE, SECOND } from '#core/time/time';
import { useAmbient } from '#lambda/wiring/ambient';
import { evaluatorPorts } from '#lambda/wiring/evaluator';
import { deliveryLog } from '#local/cloud/delivery-log';
import { type EmbeddedCloud, startCloud } from '#local/cloud/embedded-cloud';
import { loadHandler } from '#local/cloud/handlers';
import { QueueReader } from '#local/cloud/queue-reader';
import { resolveConfiguration } from '#local/configuration';
import { NOW, synthesize } from '../lib/synthesize.ts';
import { anObservation, aRecord } from '../support/builders.ts';
import { aRecordOf } from '../support/records.ts';
import { HANGS, resultOf } from '../support/results.ts';
import { applies, type Call, decide, type Statement } from './evaluate.ts';
import { functionPolicies } from './policies.ts';
import { type Recorder, recordCalls } from './record-calls.ts';

const STAGE = 'dev';
const ACCOUNT = '000000000000';
const HOME = 'ap-northeast-2';
const INPUT = {
  permissions: [
    {
      service: 'work24',
      grantedBy: '한국고용정보원',
      reference: '2026-1',
      validUntil: new Date(NOW + 90 * 86_400_000).toISOString(),
    },
  ],
  regions: { alert: HOME, vantages: ['ap-northeast-1'] },
  page: { operator: '운영팀', contact: 'ops@example.kr' },
  subscribers: [{ protocol: 'email' as const, endpoint: 'team@example.kr' }],
  smsDeliveryLogs: [`sns/${HOME}/${ACCOUNT}/DirectPublishToPhoneNumber/Failure`],
  webhooks: [{ id: 'programs', format: 'json' as const }],
  chat: [
    {
      id: 'ops',
      type: 'slack' as const,
      workspaceId: 'T012ABCDEF',
      channelId: 'C012ABCDEF',
    },
  ],
};

/** Grants that our code does not use, and what uses them. */
const NOT_OURS: Readonly<Record<string, string>> = {
  'logs:CreateLogStream': "Lambda's runtime writes the log",
  'logs:PutLogEvents': "Lambda's runtime writes the log",
  'sqs:ReceiveMessage': "Lambda's poller reads the queue with the function's role",
  'sqs:DeleteMessage': "Lambda's poller reads the queue with the function's role",
  'sqs:GetQueueAttributes': "Lambda's poller reads the queue with the function's role",
};

const made = new Map<string, Call[]>();
let policies: ReadonlyMap<string, readonly Statement[]>;
let cloud: EmbeddedCloud;
let recorder: Recorder;
let refusing: (call: Call) => boolean = () => false;
let now = NOW;
/** Whether the portal works, according to the browser. */
let works = false;
const folder = mkdtempSync(join(tmpdir(), 'bonghwa-iam-'));

/** Records the calls of a function while `act` runs. */
async function as<T>(name: string, act: () => Promise<T>): Promise<T> {
  recorder.take();
  const outcome = await act();
  made.set(name, [...(made.get(name) ?? []), ...recorder.take()]);
  return outcome;
}

beforeAll(async () => {
  const { template } = synthesize(INPUT, STAGE);
  const place = { account: ACCOUNT, region: HOME };
  policies = new Map(
    ['monitoring', 'alert'].flatMap((stack) => [...functionPolicies(template(stack), place)]),
  );
  const { configuration } = resolveConfiguration(INPUT, { file: '', stage: STAGE, now: NOW });
  const file = join(folder, 'configuration.json');
  writeFileSync(file, JSON.stringify(configuration));
  const body = Buffer.from('seen');
  cloud = await startCloud({
    stage: STAGE,
    chat: ['ops'],
    invoke: async () =>
      encodeRecord(
        aRecord({
          observation: anObservation(works ? {} : { status: 500, text: 'Internal Server Error' }),
          artefacts: [{ type: 'page-text', contentType: 'text/plain', body }],
        }),
      ),
  });
  Object.assign(process.env, cloud.environment, { [ENVIRONMENT.configuration]: file });
  useAmbient({ clock: { now: () => now, secondsUntil: () => 0 }, write: () => {} });
  recorder = recordCalls(ACCOUNT, (call) => refusing(call));
  await play();
}, 120_000);

afterAll(async () => {
  vi.restoreAllMocks();
  await cloud.stop();
  rmSync(folder, { recursive: true });
});

async function play(): Promise<void> {
  const { configuration } = resolveConfiguration(INPUT, { file: '', stage: STAGE, now: NOW });
  const [dispatcher, runner, prober, evaluator, api] = await Promise.all([
    loadHandler('dispatcher'),
    loadHandler('runner'),
    loadHandler('prober'),
    loadHandler('evaluator'),
    loadHandler('history-api'),
  ]);
  const check = (id: string) => {
    const found = configuration.catalogue.checks.find((one) => one.id === id);
    if (!found) throw new Error(id);
    return found;
  };
  const asked = (id: string, at: number) =>
    checkRequest(
      { check: check(id), at, trigger: 'sibling', urgent: true },
      undefined,
      configuration,
    );
  const sqs = (...bodies: readonly unknown[]) => ({
    Records: bodies.map((body, index) => aRecordOf(body, `m${index}`)),
  });
  const evaluate = async () => {
    await as('evaluator', () => evaluator(sqs({ v: 1, group: 'moel', at: now, reason: 'tick' })));
  };

  // A state in pieces, as for a large group.
  const noise = Array.from({ length: 60_000 }, (_, i) => Math.sin(i).toString(36)).join('');
  const large = { ...emptyGroupState('moel', now), version: 1, noise };
  await as('evaluator', () => evaluatorPorts().groups.commit(large));
  await as('evaluator', () => evaluatorPorts().groups.load('moel'));

  await as('dispatcher', () => dispatcher({ scheduledTime: new Date(now).toISOString() }));

  // The secret is missing, then it exists. One message fails, another is garbage.
  await as('runner', () => runner(sqs(asked('work24/login', now))));
  const { loginSecret, apiTokensSecret } = resourceNames(STAGE);
  cloud.secrets.put(loginSecret('work24'), JSON.stringify({ userId: 'a', password: 'b' }));
  await as('runner', () => runner(sqs(asked('work24/login', now - SECOND))));
  works = true;
  await as('runner', () => runner(sqs(asked('work24/login', now - 2 * SECOND))));
  refusing = ({ action }) => action === 'dynamodb:PutItem';
  await as('runner', () => runner(sqs(asked('work24/login', now - 3 * SECOND), 'garbage')));
  await as('prober', () => prober(sqs(asked('control/probe', now - 3 * SECOND))));
  refusing = () => false;
  const target = configuration.catalogue.controls[0];
  if (!target) throw new Error('no control');
  await as('prober', () => prober(sqs(asked('control/probe', now))));

  // An outage opens, the first topic refuses until the fallback is used, the outage ends.
  const store = (id: string, at: number, seen = {}) =>
    evaluatorPorts().results.put(
      resultOf(asked(id, at), { startedAt: at, durationMs: 1_000 }, seen),
    );
  refusing = ({ action, resource }) =>
    action === 'sns:Publish' && resource === process.env[ENVIRONMENT.topic];
  for (let minute = 0; minute < 12; minute += 1) {
    for (const id of ['work24/probe', 'eps/probe', 'work24/login'])
      await store(id, now, minute < 8 ? HANGS : {});
    await evaluate();
    now += MINUTE;
  }
  refusing = () => false;
  for (let minute = 0; minute < 8; minute += 1) {
    for (const id of ['work24/probe', 'eps/probe']) await store(id, now);
    await evaluate();
    now += MINUTE;
  }
  // A carrier's failure, and an SMS of another system.
  const [opened] = (await evaluatorPorts().outages.list({ limit: 1 })).items;
  const ledger = await evaluatorPorts().ledger.ofOutage(opened?.id ?? '');
  const told = ledger.find(({ notice, channel }) => channel === 'sns' && notice.sms);
  recorder.take();
  const answer = { destination: '+821000000000', delivered: false, providerResponse: 'Blocked' };
  const log = [told?.messageId ?? '', 'not-ours'].map((messageId) => ({ ...answer, messageId }));
  const read = await loadHandler('log-reader');
  expect(await as('log-reader', () => read(deliveryLog(log)))).toEqual({ forwarded: 1 });
  const answered = await waiting();
  await as('evaluator', () => evaluator(sqs(answered)));
  const after = await evaluatorPorts().ledger.get(told as LedgerRow);
  expect(after?.carriers).toMatchObject({ answers: [{ delivered: false }] });

  const proof = { v: 1, group: 'moel', at: now, reason: 'end-to-end' };
  await as('evaluator', () => evaluator(sqs(proof)));
  refusing = ({ action }) => action === 'dynamodb:GetItem';
  await evaluate();
  refusing = () => false;

  const page = await loadHandler('page');
  const stray = {
    Bucket: process.env[ENVIRONMENT.pageBucket],
    Key: 'badges/gone.svg',
    Body: 'old',
  };
  await new S3Client({ forcePathStyle: true }).send(new PutObjectCommand(stray));
  for (let left = 2; left > 0; left -= 1) {
    await as('page', () => page({ scheduledTime: new Date(now).toISOString() }));
    now += MINUTE;
  }

  // Actions of people: read everything, open evidence, silence.
  const { token, record } = mintToken({
    name: 'test',
    scopes: ['read', 'write'],
    createdAt: Date.now(),
    expiresAt: Date.now() + 60 * MINUTE,
  });
  cloud.secrets.put(apiTokensSecret, formatTokens([record]));
  const ask = (method: string, path: string, body?: unknown) =>
    as('history-api', async () => {
      const [rawPath, rawQueryString = ''] = path.split('?');
      const answer = await api({
        rawPath,
        rawQueryString,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        requestContext: { http: { method } },
        ...(body ? { body: JSON.stringify(body) } : {}),
      } as never);
      expect(answer.statusCode, `${method} ${path}: ${answer.body}`).toBeLessThan(400);
      noteLink(answer.headers?.location ?? '');
      return answer.body ?? '';
    });
  await ask('GET', '/v1/status');
  await ask('GET', '/v1/outages');
  await ask('GET', '/v1/services/work24/results?result=failed');
  await ask('GET', '/v1/services/work24/uptime');
  const runs = await evaluatorPorts().results.since('work24', NOW - MINUTE);
  recorder.take();
  for (const { run } of runs.filter(({ evidence }) => evidence.length > 0)) {
    const result = await ask('GET', `/v1/services/work24/results/${run}`);
    for (const [path] of result.matchAll(/\/v1\/evidence\/[\w/.]+/g)) await ask('GET', path);
  }
  for (const path of READ) await ask('GET', path);
  const during = {
    services: ['eps'],
    from: new Date(now).toISOString(),
    to: new Date(now + 60 * MINUTE).toISOString(),
    reason: 'test',
  };
  const silence = JSON.parse(await ask('POST', '/v1/silences', during));
  await ask('DELETE', `/v1/silences/${silence.silence}`);
  const declared = JSON.parse(await ask('POST', '/v1/maintenance', { type: 'once', ...during }));
  await ask('DELETE', `/v1/maintenance/${declared.window}`);
  await ask('POST', '/v1/services/eps/login-reset');
  // Notes of an outage that is over.
  const outage = `/v1/outages/${opened?.id}`;
  const { note } = JSON.parse(await ask('POST', `${outage}/notes`, { text: 'the disk was full' }));
  await ask('DELETE', `${outage}/notes/${note}`);
  await ask('POST', `${outage}/updates`, { status: 'identified', ko: '원인을 파악했습니다.' });
  await ask('GET', outage);
  await evaluate();
}

/** What dashboards and reports ask for. */
const READ: readonly string[] = [
  '/healthz',
  '/v1/feed.atom',
  '/v1/statistics',
  '/v1/services/eps/withheld',
  '/v1/metrics',
  '/v1/uptime',
  '/v1/maintenance',
  '/v1/silences',
  '/v1/services/eps/layers',
  '/v1/badges/eps.svg',
];

/** Messages that the log reader put into the evaluator's queue. */
async function waiting(): Promise<unknown> {
  const reader = new QueueReader(new SQSClient({}), cloud.queues.evaluations);
  for (;;) {
    const records = await reader.receive();
    const found = records.map(({ body }) => JSON.parse(body)).find(({ carrier }) => carrier);
    if (found || records.length === 0) return found;
    // Messages in flight block the rest of their group.
    for (const record of records) await reader.delete(record);
  }
}

/** A signed link is a call with the rights of its signer. */
function noteLink(link: unknown): void {
  const [, bucket, key] =
    `${link}`.match(/\/(bonghwa-[\w-]+)\/((?:passed|failed)\/[\w.]+)\?/) ?? [];
  if (bucket === undefined) return;
  const resource = `arn:aws:s3:::${bucket}/${key}`;
  made.set('history-api', [
    ...(made.get('history-api') ?? []),
    { action: 's3:GetObject', resource, keys: {} },
  ]);
}

describe('what the functions call', () => {
  it('is something, of every function that has rights', () => {
    expect([...made.keys()].sort()).toEqual(
      ['dispatcher', 'evaluator', 'history-api', 'log-reader', 'page', 'prober', 'runner'].sort(),
    );
    expect([...made.values()].flat().length).toBeGreaterThan(100);
  });

  it('is allowed, every call with its resource and its keys', () => {
    const denied = [...made].flatMap(([name, calls]) =>
      calls
        .filter((call) => decide(call, policies.get(name) ?? []) !== 'allowed')
        .map((call) => `${name} ${call.action} ${call.resource} ${JSON.stringify(call.keys)}`),
    );
    expect([...new Set(denied)]).toEqual([]);
  });

  it('uses every grant, but for those that are used by others for a stated reason', () => {
    const unused = [...policies].flatMap(([name, statements]) =>
      statements
        .filter(({ effect }) => effect === 'Allow')
        .flatMap((statement) =>
          statement.actions.flatMap((action) =>
            statement.resources
              .map((resource) => ({ ...statement, actions: [action], resources: [resource] }))
              .filter((grant) => !(made.get(name) ?? []).some((call) => applies(grant, call)))
              .map((grant) => `${name} ${action} ${grant.resources[0]}`),
          ),
        )
        .filter((line) => NOT_OURS[line.split(' ')[1] ?? ''] === undefined),
    );
    expect(unused).toEqual([]);
  });
});

describe('what the policies refuse', () => {
  const tableCall = (action: string, key: string): Call => ({
    action: `dynamodb:${action}`,
    resource: `arn:aws:dynamodb:${HOME}:${ACCOUNT}:table/bonghwa-dev`,
    keys: { 'dynamodb:LeadingKeys': [key] },
  });
  const of = (name: string, call: Call) => decide(call, policies.get(name) ?? []);

  it('the API cannot replace the state of a group, and a checker can only write results', () => {
    const people = `${TABLE.peoplePrefix}moel`;
    expect(of('history-api', tableCall('PutItem', people))).toBe('allowed');
    expect(of('history-api', tableCall('PutItem', 'GROUP#moel'))).toBe('denied implicitly');
    for (const name of ['runner', 'prober']) {
      expect(of(name, tableCall('PutItem', 'SERVICE#eps'))).toBe('allowed');
      expect(of(name, tableCall('PutItem', 'GROUP#moel'))).toBe('denied implicitly');
      expect(of(name, tableCall('GetItem', 'SERVICE#eps'))).toBe('denied implicitly');
    }
  });

  it('a request without a partition key passes no condition on it', () => {
    const bare = { ...tableCall('PutItem', ''), keys: {} };
    expect(of('runner', bare)).toBe('denied implicitly');
  });

  it('the runner cannot read the tokens of the API, and the browser can do nothing', () => {
    const secret = (name: string): Call => ({
      action: 'secretsmanager:GetSecretValue',
      resource: `arn:aws:secretsmanager:${HOME}:${ACCOUNT}:secret:${name}-AbCdEf`,
      keys: {},
    });
    const { loginSecret, apiTokensSecret } = resourceNames(STAGE);
    expect(of('runner', secret(loginSecret('work24')))).toBe('allowed');
    expect(of('runner', secret(apiTokensSecret))).toBe('denied implicitly');
    expect(of('browser', secret(loginSecret('work24')))).toBe('denied implicitly');
    expect(of('browser', tableCall('PutItem', 'SERVICE#eps'))).toBe('denied implicitly');
  });
});
