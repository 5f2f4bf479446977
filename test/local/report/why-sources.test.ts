import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defined } from '#core/defined';
import { UnknownNameError } from '#core/errors';
import { failed, newRow, sent, tried } from '#core/notice/ledger';
import { DAY, HOUR, MINUTE } from '#core/time/time';
import { defaultConfiguration } from '#local/configuration';
import { whyFromApi } from '#local/report/why-from-api';
import { whyFromFile } from '#local/report/why-from-file';
import { latelyOf, type WhySource } from '#local/report/why-source';
import { readScenario } from '#local/scenario/scenario-file';
import { simulate } from '#local/simulate/simulate';
import { noticeOf, outageAt, T0 } from '../../adapters/dynamodb/samples.ts';
import { type ApiBench, startApiBench } from '../../lambda/api/api-bench.ts';

const ID = 'moel-20240718-0915';
const RULES = { resendAfterSeconds: 30, maxAttempts: 5 };

describe('why, asked of the API', () => {
  let bench: ApiBench;
  let server: Server;
  let api: string;

  beforeAll(async () => {
    bench = await startApiBench(T0 + HOUR);
    const timeline = [
      { at: T0, type: 'withheld', as: 'opened', reason: 'forming' },
      { at: T0, type: 'silenced', by: 'minji', text: '배포', until: T0 + HOUR },
    ] as const;
    await bench.stores.outages.put(outageAt('20240718-0915', { timeline }));
    const at = { now: T0, hasFallback: true };
    for (const channel of ['sns', 'events']) {
      const row = newRow(noticeOf(ID, 1), channel);
      await bench.stores.ledger.open(row);
      const attempt = tried(row, at, RULES);
      const ended =
        channel === 'sns' ? sent(attempt, 'm-1', T0) : failed(attempt, 'Throttled', T0, RULES);
      await bench.stores.ledger.update(ended);
    }
    const withheld = { schema: 1, group: 'moel', service: 'eps', at: T0, reason: 'blip' } as const;
    await bench.stores.withheld.put(withheld);
    server = createServer(async (request, response) => {
      const answer = await bench.get(request.url ?? '/');
      response.writeHead(answer.status).end(await answer.text());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    api = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  });
  afterAll(async () => {
    server.close();
    await bench.stop();
  });

  it('knows the decisions about an outage, and the delivery of each notice on each channel', async () => {
    const { outage, notices } = await whyFromApi({ api }).outage(ID);
    expect(outage.timeline).toEqual([
      { at: T0, type: 'withheld', as: 'opened', reason: 'forming' },
      { at: T0, type: 'silenced', by: 'minji', text: '배포', until: T0 + HOUR },
    ]);
    expect(notices).toMatchObject([
      {
        seq: 1,
        phone: true,
        deliveries: [
          { channel: 'events', state: 'failed', attempts: 1, lastError: 'Throttled' },
          { channel: 'sns', state: 'sent', sentAt: T0, messageId: 'm-1' },
        ],
      },
    ]);
  });

  it('knows the outages of a service, and its failures without an outage', async () => {
    const span = { from: T0 - DAY, to: T0 + HOUR };
    const work24 = await whyFromApi({ api }).service('work24', span);
    expect(work24.outages.map(({ outage }) => outage.id)).toEqual([ID]);
    const eps = await whyFromApi({ api }).service('eps', span);
    expect(eps).toMatchObject({ outages: [], withheld: [{ at: T0, reason: 'blip' }] });
    expect(eps.now).toMatchObject({ state: expect.any(String) });
  });

  it('says that there is no such outage or service', async () => {
    await expect(whyFromApi({ api }).outage('nope')).rejects.toThrow(UnknownNameError);
    const span = { from: T0, to: T0 };
    await expect(whyFromApi({ api }).service('nope', span)).rejects.toThrow(UnknownNameError);
  });
});

describe('why, asked of what a simulation printed', () => {
  let folder: string;
  let file: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bonghwa-why-'));
    file = join(folder, 'summary.json');
    const configuration = defaultConfiguration();
    const scenario = await readScenario('two-groups', configuration.catalogue);
    const { summary } = simulate(scenario, { configuration });
    await writeFile(file, JSON.stringify(summary));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('knows the outage, its notices, and that nothing was really sent', async () => {
    const { outage, notices } = await (await whyFromFile(file)).outage(ID);
    expect(outage.timeline.some(({ type }) => type === 'withheld')).toBe(true);
    expect(notices.map(({ as }) => as)).toContain('opened');
    expect(notices.every(({ deliveries }) => deliveries === undefined)).toBe(true);
  });

  it('finds the outages of a service that reach into a stretch of time', async () => {
    const source = await whyFromFile(file);
    const nine = Date.parse('2024-07-18T09:00:00+09:00');
    const before = await source.service('eps', { from: nine - DAY, to: nine });
    const during = await source.service('eps', { from: nine, to: nine + HOUR });
    expect([before.outages.length, during.outages.length]).toEqual([0, 1]);
  });

  it('names the outages it knows when asked for another', async () => {
    const source = await whyFromFile(file);
    await expect(source.outage('nope')).rejects.toThrow(/knows no outage nope/);
  });
});

describe('why, asked about now', () => {
  const span = { from: T0, to: T0 + DAY };
  const asked = async (lastResultAt: number | undefined) => {
    const spans: (typeof span)[] = [];
    const source: WhySource = {
      outage: () => Promise.reject(new Error('not asked')),
      async service(_id, of) {
        spans.push(of);
        return { withheld: [], outages: [], now: { state: 'up', ...defined({ lastResultAt }) } };
      },
    };
    const { span: of } = await latelyOf('eps', source, span);
    expect(of).toEqual(spans.at(-1));
    return spans;
  };

  it('is the last day', async () => {
    expect(await asked(T0 + HOUR)).toEqual([span]);
    expect(await asked(undefined)).toEqual([span]);
  });

  it('is the last day of a record that ended before, as that of a replay', async () => {
    const to = T0 - 400 * DAY + MINUTE;
    expect(await asked(T0 - 400 * DAY)).toEqual([span, { from: to - DAY, to }]);
  });
});
