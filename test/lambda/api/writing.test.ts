import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HOUR } from '#core/time/time';
import { outageAt, rollupAt, T0 } from '../../adapters/dynamodb/samples.ts';
import { type ApiBench, startApiBench } from './api-bench.ts';

describe('writing through the history API', () => {
  let bench: ApiBench;
  beforeAll(async () => {
    bench = await startApiBench(T0);
    await bench.stores.outages.put(outageAt('20240718-0915'));
    await bench.stores.outages.put(outageAt('20240601-0000', { state: 'closed' }));
  });
  beforeEach(() => void bench.sent.splice(0));
  afterAll(() => bench.stop());

  const send = (method: string, path: string, body?: unknown) =>
    bench.app.request(path, {
      method,
      headers: {
        authorization: `Bearer ${bench.tokens.write}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  const recorded = async (type: string) =>
    (await bench.stores.commands.after('moel', '')).filter(({ action }) => action.type === type);
  const silence = {
    services: ['work24'],
    to: new Date(T0 + HOUR).toISOString(),
    reason: '정기 점검',
  };

  const once = {
    type: 'once',
    services: ['work24'],
    from: '2024-07-20T02:00:00+09:00',
    to: '2024-07-20T06:00:00+09:00',
    reason: '시스템 점검',
  };

  it('records the request and its author, and requests an evaluation', async () => {
    const response = await send('POST', '/v1/outages/moel-20240718-0915/ack');
    expect(response.status).toBe(202);
    const action = { type: 'acknowledge', outage: 'moel-20240718-0915' };
    expect(await recorded('acknowledge')).toMatchObject([
      { by: 'minji', group: 'moel', at: T0, action },
    ]);
    expect(bench.sent).toEqual([{ v: 1, group: 'moel', at: T0, reason: 'command' }]);
  });

  it('takes notes in Korean', async () => {
    const path = '/v1/outages/moel-20240718-0915/notes';
    const response = await send('POST', path, { text: ' 담당자 확인 중\n재기동 예정 ' });
    expect([response.status, await response.json()]).toMatchObject([202, { note: 1 }]);
    const text = '담당자 확인 중\n재기동 예정';
    const kept = { number: 1, by: 'minji', text, withdrawn: null };
    expect(await bench.json(path)).toMatchObject({ items: [kept], next: null });
    const outage = '/v1/outages/moel-20240718-0915';
    expect(await bench.json(outage)).toMatchObject({ notes: [kept], moreNotes: false });
    expect(JSON.stringify(await recorded('note'))).not.toContain('담당자');
  });

  it('takes updates for the page, in one language or both, internal unless said otherwise', async () => {
    const path = '/v1/outages/moel-20240718-0915/updates';
    const told = { status: 'identified', ko: '원인을 파악했습니다.', audience: 'public' };
    expect((await send('POST', path, told)).status).toBe(202);
    bench.setNow(T0 + 1_000);
    const second = await send('POST', path, { status: 'monitoring', ko: '지켜보는 중' });
    bench.setNow(T0);
    expect(second.status).toBe(202);
    const { items } = await bench.json<{ items: unknown[] }>(path);
    expect(items).toMatchObject([
      { ...told, en: told.ko, by: 'minji', at: new Date(T0).toISOString() },
      { status: 'monitoring', audience: 'internal' },
    ]);
    expect((await send('POST', path, { ...told, status: 'fixed' })).status).toBe(400);
    expect((await send('POST', '/v1/outages/none/updates', told)).status).toBe(404);
  });

  it('withdraws a note: its text is gone, that there was one is not', async () => {
    const path = '/v1/outages/moel-20240718-0915/notes';
    const { note } = (await (await send('POST', path, { text: '오기' })).json()) as {
      note: number;
    };
    expect((await send('DELETE', `${path}/${note}`)).status).toBe(202);
    const withdrawn = { number: note, text: null, withdrawn: { by: 'minji' } };
    const { items } = await bench.json<{ items: unknown[] }>(path);
    expect(items[0]).toMatchObject(withdrawn);
    expect((await send('DELETE', `${path}/${note + 1}`)).status).toBe(404);
    expect((await send('DELETE', `${path}/0`)).status).toBe(400);
  });

  it('tells what became of a command', async () => {
    const path = '/v1/outages/moel-20240718-0915/ack';
    const { command } = (await (await send('POST', path)).json()) as { command: string };
    const told = () => bench.json(`/v1/commands/${command}`);
    const about = { action: 'acknowledge', about: 'moel-20240718-0915', by: 'minji' };
    expect(await told()).toMatchObject({ ...about, state: 'recorded', foldedAt: null });
    const id = command.slice('moel.'.length);
    await bench.stores.commands.putOutcome('moel', {
      command: id,
      at: T0,
      refused: 'already-over',
    });
    expect(await told()).toMatchObject({ state: 'refused', refused: 'already-over' });
    expect((await bench.get('/v1/commands/moel.0000000000000-0')).status).toBe(404);
  });

  it('does the same request with one Idempotency-Key once', async () => {
    const post = (key: string, body: unknown) =>
      bench.app.request('/v1/silences', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${bench.tokens.write}`,
          'content-type': 'application/json',
          'idempotency-key': key,
        },
        body: JSON.stringify(body),
      });
    const before = (await recorded('silence')).length;
    const first = await (await post('k1', silence)).json();
    const [again, other] = [
      await post('k1', silence),
      await post('k1', { ...silence, reason: 'x' }),
    ];
    expect([again.status, await again.json()]).toEqual([202, first]);
    expect(other.status).toBe(422);
    expect(await recorded('silence')).toHaveLength(before + 1);
    // A refused request has no answer to repeat, so the key is free again.
    expect((await post('k2', { ...silence, services: ['nobody'] })).status).toBe(404);
    expect((await post('k2', silence)).status).toBe(202);
    expect((await post('two words', silence)).status).toBe(400);
  });

  it('silences services for a while, and ends that by id', async () => {
    const response = await send('POST', '/v1/silences', silence);
    const { silence: id } = (await response.json()) as { silence: string };
    expect(response.status).toBe(202);
    const action = { from: T0, to: T0 + HOUR, silence: id };
    const actions = (await recorded('silence')).map((command) => command.action);
    expect(actions).toContainEqual(expect.objectContaining(action));
    expect((await send('DELETE', `/v1/silences/${id}`)).status).toBe(202);
    expect(await recorded('unsilence')).toMatchObject([{ action: { silence: id } }]);
  });

  it('declares maintenance for every third Saturday, and withdraws it by id', async () => {
    const thirdSaturday = { type: 'monthly', nth: 3, weekday: 6, from: '22:00', to: '06:00' };
    const order = { ...thirdSaturday, group: 'moel', reason: '정기 점검' };
    const response = await send('POST', '/v1/maintenance', order);
    const { window: id } = (await response.json()) as { window: string };
    expect([response.status, id]).toEqual([202, expect.stringMatching(/^moel\.[0-9a-f]{8}$/)]);
    const window = { ...thirdSaturday, id, services: [], reason: '정기 점검' };
    expect(await recorded('maintenance')).toMatchObject([{ action: { window } }]);
    expect((await send('DELETE', `/v1/maintenance/${id}`)).status).toBe(202);
    expect(await recorded('end-maintenance')).toMatchObject([{ action: { window: id } }]);
  });

  it('resets stopped logins', async () => {
    expect((await send('POST', '/v1/services/work24/login-reset')).status).toBe(202);
    expect(await recorded('login-reset')).toMatchObject([{ action: { service: 'work24' } }]);
  });

  it.each([
    ['POST', '/v1/outages/nothing/ack', undefined, 404],
    ['POST', '/v1/outages/moel-20240601-0000/ack', undefined, 409],
    ['POST', '/v1/outages/moel-20240718-0915/notes', undefined, 400],
    ['POST', '/v1/outages/moel-20240718-0915/notes', {}, 400],
    ['POST', '/v1/outages/moel-20240718-0915/notes', '{', 400],
    ['POST', '/v1/outages/moel-20240718-0915/notes', { text: '  ' }, 400],
    ['POST', '/v1/outages/moel-20240718-0915/notes', { text: 'a\u0000b' }, 400],
    ['POST', '/v1/outages/moel-20240718-0915/notes', { text: '\ud83d' }, 400],
    ['POST', '/v1/outages/moel-20240718-0915/notes', { text: '\u202egnp' }, 400],
    ['POST', '/v1/outages/moel-20240718-0915/notes', { text: '\u3164\u200b' }, 400],
    ['POST', '/v1/outages/moel-20240718-0915/notes', { text: 'x', by: 'someone else' }, 400],
    ['POST', '/v1/outages/moel-20240718-0915/notes', { text: 'x'.repeat(20_000) }, 413],
    ['POST', '/v1/silences', { ...silence, services: [] }, 400],
    ['POST', '/v1/silences', { ...silence, services: ['nobody'] }, 404],
    ['POST', '/v1/silences', { ...silence, group: 'other' }, 400],
    ['POST', '/v1/silences', { ...silence, services: [], group: 'other' }, 404],
    ['POST', '/v1/silences', { ...silence, to: '2024-07-18T00:00:00Z' }, 422],
    ['POST', '/v1/silences', { ...silence, to: '2025-07-18T00:00:00Z' }, 422],
    [
      'POST',
      '/v1/maintenance',
      { ...once, from: '2099-07-20T02:00:00Z', to: '2099-07-20T03:00:00Z' },
      422,
    ],
    ['POST', '/v1/maintenance', { ...once, to: '2024-09-20T06:00:00+09:00' }, 422],
    ['DELETE', '/v1/outages/moel-20240601-0000/ack', undefined, 409],
    ['POST', '/v1/maintenance', { ...once, to: once.from }, 400],
    ['POST', '/v1/maintenance', { ...once, from: '02:00' }, 400],
    ['POST', '/v1/maintenance', { ...once, type: 'yearly' }, 400],
    ['POST', '/v1/maintenance', { ...once, services: [] }, 400],
    ['DELETE', '/v1/maintenance/moel.00000000', undefined, 404],
    ['DELETE', '/v1/silences/moel.00000000', undefined, 404],
    ['DELETE', '/v1/silences/other.00000000', undefined, 404],
    ['POST', '/v1/services/nobody/login-reset', undefined, 404],
  ])('refuses %s %s with %j: %i', async (method, path, body, status) => {
    expect((await send(method, path, body)).status).toBe(status);
    expect(bench.sent).toEqual([]);
  });

  it('takes unclean text in no field that people write', async () => {
    const outage = '/v1/outages/moel-20240718-0915';
    const update = { status: 'identified', audience: 'public' };
    const monthly = { type: 'monthly', nth: 3, weekday: 6, from: '22:00', to: '06:00' };
    const fields: readonly (readonly [string, (text: string) => object])[] = [
      [`${outage}/notes`, (text) => ({ text })],
      [`${outage}/updates`, (ko) => ({ ...update, ko })],
      [`${outage}/updates`, (en) => ({ ...update, ko: '확인 중', en })],
      ['/v1/silences', (reason) => ({ ...silence, reason })],
      ['/v1/maintenance', (reason) => ({ ...once, reason })],
      ['/v1/maintenance', (reason) => ({ ...monthly, group: 'moel', reason })],
    ];
    const unclean = [
      '\ud83d',
      'ok\udd25',
      'a\u202eb',
      '\u2066',
      '\0',
      '\u200b',
      '\u{e0041}',
      '\ufffe',
    ];
    for (const [path, body] of fields) {
      for (const text of unclean) {
        const { status } = await send('POST', path, body(text));
        expect([path, JSON.stringify(text), status]).toEqual([path, JSON.stringify(text), 400]);
      }
      expect([path, (await send('POST', path, body('점검 🔥 \u00e9'))).status]).toEqual([
        path,
        202,
      ]);
    }
  });

  it('takes JSON only', async () => {
    const response = await bench.app.request('/v1/silences', {
      method: 'POST',
      headers: { authorization: `Bearer ${bench.tokens.write}`, 'content-type': 'text/plain' },
      body: JSON.stringify(silence),
    });
    expect(response.status).toBe(415);
  });

  it('takes maintenance of the past while its month is open, and says that figures follow', async () => {
    const past = { ...once, from: '2024-07-02T02:00:00+09:00', to: '2024-07-02T06:00:00+09:00' };
    const response = await send('POST', '/v1/maintenance', past);
    expect([response.status, await response.json()]).toMatchObject([202, { retroactive: true }]);
    const later = await send('POST', '/v1/maintenance', once);
    expect(await later.json()).toMatchObject({ retroactive: false });
    const early = { ...once, from: '2024-05-31T02:00:00+09:00', to: '2024-06-01T06:00:00+09:00' };
    expect((await send('POST', '/v1/maintenance', early)).status).toBe(422);
    const june = { ...once, from: '2024-06-02T02:00:00+09:00', to: '2024-06-02T06:00:00+09:00' };
    expect((await send('POST', '/v1/maintenance', june)).status).toBe(202);
    const start = Date.parse('2024-06-01T00:00:00+09:00');
    const changes = { check: 'work24/probe', period: 'month', frozen: true } as const;
    await bench.stores.rollups.put(rollupAt(start, changes));
    const refused = await send('POST', '/v1/maintenance', june);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('2024-06 is closed');
  });
});
