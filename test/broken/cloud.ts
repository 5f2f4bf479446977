import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { createSecrets } from '#adapters/secrets/credentials';
import { SecretMissingError } from '#core/errors';
import type { JourneyRunner, Secrets } from '#core/ports/checks';
import type { Observation } from '#core/run/observation';
import type { Result } from '#core/run/result';
import { eachRecord } from '#lambda/batch';
import { performJourney } from '#pipeline/check/perform-journey';
import { type RunCheckPorts, runCheck } from '#pipeline/check/run-check';
import {
  aConfiguration,
  aMonitorFault,
  anObservation,
  aRecord,
  aRequest,
  NINE_FIFTEEN,
} from '../support/builders.ts';
import type { BrokenMonitor, Ending } from './lab.ts';

const never = () => Promise.reject(new Error('not used'));
const refuse = (what: string) => () =>
  Promise.reject(new Error(`AccessDeniedException: ${what} refuses`));

interface Given {
  readonly ports?: Partial<RunCheckPorts>;
  readonly check?: string;
  readonly secrets?: Secrets;
  readonly journeys?: JourneyRunner;
  /** How many times the table refuses. */
  readonly refusals?: number;
  /** How many times the queue delivers the request. */
  readonly deliveries?: number;
}

/** One delivery to the runner. Everything is real except the browser and the broken part. */
async function deliver(given: Given): Promise<Ending> {
  const stored: Result[] = [];
  const told: string[] = [];
  let refusals = 0;
  const note = (text: string, more?: unknown) => told.push(`${text} ${JSON.stringify(more)}`);
  const log = { info: note, warn: note, error: note };
  const configuration = aConfiguration({ permissions: [PERMISSION] });
  const clock = { now: () => NINE_FIFTEEN + 500, secondsUntil: () => 0 };
  const journeys = given.journeys ?? { run: async () => aRecord() };
  const secrets = given.secrets ?? { credentials: never };
  const ports: RunCheckPorts = {
    clock,
    log,
    configuration,
    results: {
      put: async (result) => {
        refusals += 1;
        if (refusals <= (given.refusals ?? 0)) return refuse('DynamoDB')();
        stored.push(result);
        return 'stored';
      },
      since: never,
      list: never,
      get: never,
    },
    evidence: { put: never },
    evaluations: { send: async () => undefined },
    metrics: { count: () => undefined },
    vantage: 'ap-northeast-2',
    perform: (assignment) =>
      performJourney(assignment, { clock, configuration, journeys, secrets }),
    ...given.ports,
  };
  const request = aRequest(given.check ? { check: given.check } : {});
  const record = {
    messageId: 'one',
    receiptHandle: 'r',
    attributes: { ApproximateReceiveCount: '1' },
  };
  const event = { Records: [record] } as unknown as Parameters<typeof eachRecord>[0];
  const batch = { log, metrics: ports.metrics, messageReturn: { soon: async () => undefined } };
  for (let delivery = 1; delivery <= (given.deliveries ?? 1); delivery += 1) {
    const { batchItemFailures } = await eachRecord(
      event,
      { ...batch, name: 'runner' },
      { parse: () => request, handle: (message) => runCheck(message, ports) },
    );
    if (batchItemFailures.length === 0) break;
    if (delivery === (given.deliveries ?? 1))
      return { result: 'given back', message: told.join('\n') };
  }
  const [result] = stored;
  if (!result) return { result: 'failed', message: 'nothing was stored' };
  const message = [result.note, ...told, result.reason].filter(Boolean).join('\n');
  return { result: result.result, kind: result.kind, message };
}

const PERMISSION = {
  service: 'work24',
  grantedBy: 'test',
  reference: 'test',
  validUntil: Number.MAX_SAFE_INTEGER,
};

/** A Secrets Manager that answers as the SDK would, with the given text. */
function holding(answer: () => Promise<{ SecretString: string }>): Secrets {
  const client = new SecretsManagerClient({ region: 'ap-northeast-2' });
  client.send = answer as typeof client.send;
  return createSecrets(client, 'bonghwa');
}

const account = holding(async () => ({ SecretString: '{"userId":"a","password":"b"}' }));
const evidence = [
  { type: 'screenshot', contentType: 'image/png', body: new Uint8Array([1]) },
] as const;

export const brokenClouds: readonly BrokenMonitor[] = [
  {
    name: 'the secret is missing',
    ends: 'monitor-fault',
    cheap: true,
    run: () => deliver({ secrets: { credentials: () => Promise.reject(MISSING) } }),
  },
  {
    name: 'the secret is malformed',
    ends: 'monitor-fault',
    cheap: true,
    run: () => deliver({ secrets: holding(async () => ({ SecretString: '{"userId":1' })) }),
  },
  {
    name: 'the secret may not be read',
    ends: 'monitor-fault',
    cheap: true,
    run: () => deliver({ secrets: holding(refuse('Secrets Manager')) }),
  },
  {
    name: 'the secrets fail in an unknown way',
    ends: 'monitor-fault',
    cheap: true,
    run: () => deliver({ secrets: { credentials: () => Promise.reject(new TypeError('no')) } }),
  },
  {
    name: 'the configuration is older than the dispatcher’s',
    ends: 'monitor-fault',
    cheap: true,
    run: () => deliver({ check: 'work24/from-the-future' }),
  },
  {
    name: 'the browser’s adapter throws',
    ends: 'monitor-fault',
    cheap: true,
    run: () => {
      const broken = aMonitorFault('no browser', 'Run `npm ci` again.');
      return deliver({ secrets: account, journeys: { run: () => Promise.reject(broken) } });
    },
  },
  {
    name: 'the classifier throws',
    ends: 'monitor-fault',
    cheap: true,
    run: () => {
      const observation = anObservation();
      const trap = new Proxy(observation, { get: throwing }) as Observation;
      return deliver({
        secrets: account,
        journeys: { run: async () => aRecord({ observation: trap }) },
      });
    },
  },
  {
    name: 'S3 refuses the evidence',
    ends: 'passed',
    cheap: true,
    run: () =>
      deliver({
        secrets: account,
        journeys: { run: async () => aRecord({ artefacts: evidence }) },
        ports: { evidence: { put: refuse('S3') } },
      }),
  },
  {
    name: 'the queue refuses to ask for an evaluation',
    ends: 'passed',
    cheap: true,
    run: () => deliver({ secrets: account, ports: { evaluations: { send: refuse('SQS') } } }),
  },
  {
    name: 'DynamoDB refuses the result',
    ends: 'given back',
    cheap: true,
    run: () => deliver({ secrets: account, refusals: 9, deliveries: 3 }),
  },
  {
    name: 'DynamoDB refuses the result once',
    ends: 'passed',
    cheap: true,
    run: () => deliver({ secrets: account, refusals: 1, deliveries: 3 }),
  },
];

const MISSING = new SecretMissingError('It is unset.', 'npx bonghwa secret set work24');

function throwing(target: Observation, name: string | symbol): unknown {
  if (name === 'text') throw new RangeError('a bug of ours');
  return Reflect.get(target, name);
}
