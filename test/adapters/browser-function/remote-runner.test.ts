import { LambdaClient } from '@aws-sdk/client-lambda';
import { afterEach, describe, expect, it } from 'vitest';
import { encodeRecord } from '#adapters/browser-function/record-wire';
import { createRemoteRunner } from '#adapters/browser-function/remote-runner';
import { classify } from '#core/classify/classify';
import type { JourneyOrder } from '#core/ports/checks';
import { Secret } from '#core/run/secret';
import { DEFAULT_LIMITS } from '#core/watch/defaults';
import { type Invoke, startFunctionInvocations } from '#local/cloud/function-invocations';
import { catalogue } from '#portals/moel/catalogue';

const [target] = catalogue.targets;
if (!target) throw new Error('the catalogue is empty');
const order: JourneyOrder = {
  target,
  journey: 'login',
  depth: 'session',
  credentials: { userId: new Secret('minji'), password: new Secret('p@ssw0rd') },
  limits: DEFAULT_LIMITS,
  userAgentContact: '',
  blockedHosts: [],
};

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function runnerOn(invoke: Invoke) {
  const server = await startFunctionInvocations(invoke);
  const client = new LambdaClient({
    endpoint: server.url,
    region: 'ap-northeast-2',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    maxAttempts: 1,
  });
  stops.push(server.stop, async () => client.destroy());
  return createRemoteRunner({ client, functionName: 'bonghwa-dev-browser' });
}

describe('a journey in the browser function', () => {
  it('is asked for by name, with the order, and its record comes back', async () => {
    const asked: unknown[] = [];
    const runner = await runnerOn(async (name, event) => {
      asked.push([name, (event as { journey: string }).journey]);
      const observation = {
        layer: 'host' as const,
        url: target.baseUrl,
        allowedHosts: [],
        headers: {},
        title: '',
        text: 'ok',
        elements: [],
        dialogs: [],
        markers: [],
        pending: [],
        elapsedMs: 1,
      };
      return encodeRecord({
        observation,
        steps: [],
        passedLayers: ['host'],
        artefacts: [{ type: 'console', contentType: 'text/plain', body: Buffer.from('log') }],
        requests: {},
        attempts: 1,
        durationMs: 5,
      });
    });
    const record = await runner.run(order);
    expect(asked).toEqual([['bonghwa-dev-browser', 'login']]);
    expect(Buffer.from(record.artefacts[0]?.body ?? []).toString()).toBe('log');
  });

  it.each<[string, Invoke]>([
    [
      'that crashes',
      async () => {
        throw new RangeError('p@ssw0rd');
      },
    ],
    ['that answers with something else', async () => ({ result: 'passed' })],
    ['that answers with too much', async () => 'x'.repeat(7_000_000)],
  ])('%s is a fault of the monitor, and never repeats the order', async (_what, invoke) => {
    const record = await (await runnerOn(invoke)).run(order);
    expect(classify(record.observation)).toMatchObject({
      result: 'inconclusive',
      kind: 'monitor-fault',
    });
    expect(JSON.stringify(record)).not.toContain('p@ssw0rd');
  });
});
