import { readFile, writeFile } from 'node:fs/promises';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { APIGatewayProxyEventV2, SQSEvent } from 'aws-lambda';
import * as fc from 'fast-check';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { unpackDocument } from '#adapters/dynamodb/document';
import { ENVIRONMENT } from '#contract/environment';
import type { CheckRequest } from '#contract/messages';
import { resourceNames } from '#contract/names';
import { runId } from '#core/detection/schedule';
import { MINUTE, SECOND } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';
import { useAmbient } from '#lambda/wiring/ambient';
import { localTokens } from '#local/api/api-tokens';
import { loadHandler } from '#local/cloud/handlers';
import { QueueReader } from '#local/cloud/queue-reader';
import {
  checkRequest,
  type LoopbackWorld,
  sqsEvent,
  startWorld,
} from '../../scripts/runtime-api/loopback-world.ts';
import { type LeakyPortal, startLeakyPortal } from '../support/leaky-portal.ts';

/** Characters that a person might choose, and those that encoders treat specially. */
const unit = fc.constantFrom(...'aB3zQ7%&<>"\'\\/+=:;#?!@ ~^{}[]|`$*()한글암호');
const word = fc.string({ unit, minLength: 8, maxLength: 20 }).filter((one) => one.trim() === one);
const account = fc.record({ userId: word, password: word });
type Account = { readonly userId: string; readonly password: string };

const names = resourceNames('dev');
const logged: string[] = [];
const begun = Math.floor(Date.now() / MINUTE) * MINUTE;
let now = begun;
let world: LoopbackWorld;
let portal: LeakyPortal;
let token: string;

beforeAll(async () => {
  portal = await startLeakyPortal();
  world = await startWorld();
  await reconfigure((configuration) => ({
    ...configuration,
    catalogue: {
      ...configuration.catalogue,
      targets: configuration.catalogue.targets.map(portal.targetOf),
    },
    limits: { ...configuration.limits, stepMs: 2_500 },
    browserTraces: true,
  }));
  for (const [name, value] of Object.entries(world.environment)) vi.stubEnv(name, value);
  const tokens = localTokens(Date.now());
  token = tokens.token;
  world.cloud.secrets.put(names.apiTokensSecret, tokens.secret);
  useAmbient({
    clock: { now: () => now, secondsUntil: () => 0 },
    write: (line) => void logged.push(line),
  });
  for (const method of ['log', 'info', 'warn', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((...line) => void logged.push(line.join(' ')));
  }
});
afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await world?.stop();
  await portal?.stop();
});

async function reconfigure(change: (configuration: Configuration) => Configuration) {
  const path = world.environment[ENVIRONMENT.configuration] ?? '';
  await writeFile(path, JSON.stringify(change(JSON.parse(await readFile(path, 'utf8')))));
}

/** Two runs of every service's login, each with its own account, and their evaluations. */
async function failEverywhere(accounts: readonly Account[]): Promise<readonly CheckRequest[]> {
  const runner = await loadHandler('runner');
  const evaluator = await loadHandler('evaluator');
  const requests: CheckRequest[] = [];
  for (const trigger of ['scheduled', 'confirm'] as const) {
    for (const [index, { id }] of world.configuration.catalogue.services.entries()) {
      now += SECOND;
      const { userId, password } = accounts[index] ?? { userId: '', password: '' };
      world.cloud.secrets.put(
        names.loginSecret(id),
        JSON.stringify({ userId, password, birthDate: '19900315' }),
      );
      const asked = checkRequest(world, `${id}/login`, now);
      const check = world.configuration.catalogue.checks.find((one) => one.id === asked.check);
      if (!check) throw new Error(`no check ${asked.check}`);
      const request = { ...asked, trigger, run: runId(check, now, trigger), urgent: true };
      await runner(sqsEvent(request) as unknown as SQSEvent);
      requests.push(request);
    }
    for (let wait = 0; wait < 2; wait += 1) {
      now += MINUTE;
      const request = { v: 1, group: 'moel', at: now, reason: 'tick' };
      await evaluator(sqsEvent(request) as unknown as SQSEvent);
    }
  }
  return requests;
}

/** Everything that the process sends or stores, as text. */
async function everything(requests: readonly CheckRequest[]): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ...(await items()),
    ...(await objects()),
    ...(await messages()),
    ...(await answers(requests)),
    ['log', logged.join('\n')],
  ]);
}

async function items(): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for await (const page of paginateScan(
    { client: new DynamoDBClient({}) },
    { TableName: names.table },
  )) {
    for (const item of page.Items ?? []) {
      const where = `item ${item.pk?.S} ${item.sk?.S}`;
      const { doc, ...rest } = item;
      const document = unpackDocument<unknown>(doc, Number(item.v?.N), where);
      found.push([where, JSON.stringify([rest, document])]);
    }
  }
  return found;
}

async function objects(): Promise<[string, string][]> {
  const s3 = new S3Client({ forcePathStyle: true });
  const Bucket = world.environment[ENVIRONMENT.evidenceBucket] ?? '';
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
  const found: [string, string][] = [];
  for (const { Key = '' } of Contents) {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    const body = (await Body?.transformToByteArray()) ?? new Uint8Array();
    const parts = Key.endsWith('.zip') ? Object.entries(unzipSync(body)) : [['', body] as const];
    for (const [name, part] of parts) {
      found.push([`object ${Key} ${name}`, Buffer.from(part).toString('utf8')]);
    }
  }
  return found;
}

async function messages(): Promise<[string, string][]> {
  const { inbox, evaluations, journeys } = world.cloud.queues;
  const read = async (url: string) => new QueueReader(new SQSClient({}), url).receive();
  const records = (await Promise.all([inbox, evaluations, journeys].map(read))).flat();
  return records.map(({ body }, index) => [`message ${index}`, body]);
}

async function answers(requests: readonly CheckRequest[]): Promise<[string, string][]> {
  const { body: list } = await ask('/v1/outages');
  const { items: outages } = JSON.parse(list);
  const services = world.configuration.catalogue.services.map(({ id }) => id);
  const paths = [
    ...['status', 'services', 'metrics', 'feed.atom', 'outages.csv'].map((one) => `/v1/${one}`),
    ...services.flatMap((id) =>
      ['', '/results', '/uptime'].map((one) => `/v1/services/${id}${one}`),
    ),
    ...requests.map(({ service, run }) => `/v1/services/${service}/results/${run}`),
    ...outages.map(({ id }: { id: string }) => `/v1/outages/${id}`),
    '/v1/outages',
  ];
  return Promise.all(
    paths.map(async (path) => {
      const { headers, body } = await ask(path);
      return [`answer ${path}`, `${JSON.stringify(headers)} ${body}`] satisfies [string, string];
    }),
  );
}

async function ask(path: string): Promise<{ readonly headers: unknown; readonly body: string }> {
  const handler = await loadHandler('history-api');
  const event = {
    version: '2.0',
    rawPath: path,
    rawQueryString: '',
    headers: { authorization: `Bearer ${token}` },
    requestContext: { domainName: 'api.example', http: { method: 'GET', path } },
    isBase64Encoded: false,
  };
  const { statusCode, headers, body } = await handler(event as unknown as APIGatewayProxyEventV2);
  expect([path, statusCode]).toEqual([path, 200]);
  return { headers, body: body ?? '' };
}

function formsOf({ userId, password }: Account): readonly string[] {
  const pair = Buffer.from(`${userId}:${password}`).toString('base64');
  return [userId, password].flatMap((value) => [
    value,
    encodeURIComponent(value),
    JSON.stringify(value).slice(1, -1),
    JSON.stringify(JSON.stringify(value)).slice(3, -3),
    Buffer.from(value).toString('base64').slice(0, -4),
    [...value].map((one) => `&#${one.charCodeAt(0)};`).join(''),
    pair,
  ]);
}

describe('an account that a portal gives away in every way it can', () => {
  it('is in no artefact, log line, item, message and answer', async () => {
    const six = fc.array(account, { minLength: 6, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(six, async (accounts) => {
        const requests = await failEverywhere(accounts);
        const places = await everything(requests);
        const found = [...places].flatMap(([place, text]) =>
          accounts
            .flatMap(formsOf)
            .filter((form) => text.includes(form))
            .map((form) => `${form} in ${place}`),
        );
        expect(found).toEqual([]);
        expect(seenIn(places)).toEqual({ outage: true, notice: true, picture: true, trace: true });
      }),
      { numRuns: 1, endOnFailure: true },
    );
  });
});

/** Whether the places exist in which secrets could be. Without them the search proves nothing. */
function seenIn(places: ReadonlyMap<string, string>) {
  const some = (what: RegExp) =>
    [...places].some(([place, text]) => what.test(`${place}\n${text}`));
  return {
    outage: some(/^item OUTAGES /),
    notice: some(/^message [\s\S]*장애\]/),
    picture: some(/^object failed\/\w+\.png/),
    trace: some(/^object failed\/\w+\.zip trace\.trace[\s\S]*\[secret\]/),
  };
}
