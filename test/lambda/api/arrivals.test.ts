import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#core/time/time';
import { T0 } from '../../adapters/dynamodb/samples.ts';
import { type ApiBench, configurationWith, startApiBench } from './api-bench.ts';

const CODE = 'Zk3_a-9Qx1Lm';
const LABELS = ['당직 1', '<b>팀장</b>'];

let bench: ApiBench;

beforeAll(async () => {
  const subscriptions = [{ services: [] }, ...LABELS.map((label) => ({ services: [], label }))];
  bench = await startApiBench(T0, {}, undefined, { ...configurationWith(), subscriptions });
  await bench.stores.arrivals.open(CODE, T0);
});

afterAll(() => bench.stop());

const ask = (code: string) => bench.app.request(`/d/${code}`);
const press = (code: string, label: string) =>
  bench.app.request(`/d/${code}`, {
    method: 'POST',
    body: new URLSearchParams({ label }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

describe('the link of a drill', () => {
  it('asks without a token who got it, and escapes what the configuration says', async () => {
    const answer = await ask(CODE);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(html).toContain('value="당직 1"');
    expect(html).not.toContain('<b>팀장</b>');
  });

  it('records the label that was pressed, and that alone', async () => {
    expect((await press(CODE, '당직 1')).status).toBe(200);
    expect(await bench.stores.arrivals.list()).toEqual([{ label: '당직 1', at: T0 }]);
  });

  it.each(['wrong', `${CODE}x`, '%00', 'Zk3_a-9Qx1L'])(
    'answers 404 to the code %s',
    async (code) => {
      expect((await ask(code)).status).toBe(404);
      expect((await press(code, '당직 1')).status).toBe(404);
    },
  );

  it('takes no label that the configuration does not know, such as a number', async () => {
    for (const label of ['+821012345678', '', '팀장']) {
      expect((await press(CODE, label)).status).toBe(404);
    }
    expect(await bench.stores.arrivals.list()).toHaveLength(1);
  });

  it('works for an hour', async () => {
    bench.setNow(T0 + HOUR - MINUTE);
    expect((await ask(CODE)).status).toBe(200);
    bench.setNow(T0 + HOUR);
    expect((await ask(CODE)).status).toBe(404);
    expect((await press(CODE, '당직 1')).status).toBe(404);
  });
});
