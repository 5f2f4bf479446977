import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '#core/errors';
import { differences } from '#core/plan/what-if';
import { MINUTE, SECOND } from '#core/time/time';
import { defaultConfiguration } from '#local/configuration';
import { printTune } from '#local/tune/print-tune';
import { gapsOf, resultsFromApi, resultsFromText } from '#local/tune/recorded';
import { replayRecorded } from '#local/tune/replay-recorded';
import { underRules } from '#local/tune/rules-given';

const configuration = defaultConfiguration();
const BEGIN = Date.parse('2025-03-01T00:00:00Z');
const iso = (at: number) => new Date(at).toISOString();

/** One answer of the API: a probe every half minute that fails in the minutes `[from, to)`. */
function page(service: string, from: number, to: number) {
  const items = Array.from({ length: 80 }, (_, index) => {
    const startedAt = BEGIN + index * 30 * SECOND;
    const down = index / 2 >= from && index / 2 < to;
    return {
      run: `${service}.probe.${index}`,
      check: `${service}/probe`,
      service,
      group: 'moel',
      vantage: 'ap-northeast-2',
      trigger: 'scheduled',
      result: down ? 'failed' : 'passed',
      kind: down ? 'http-error' : null,
      layer: 'data',
      reason: down ? 'HTTP 503' : 'The page came.',
      rule: 'x',
      matched: null,
      signature: down ? '0123456789abcdef' : null,
      scheduledAt: iso(startedAt),
      startedAt: iso(startedAt),
      finishedAt: iso(startedAt + 200),
      durationMs: 200,
      depth: 'data',
      passedLayers: down ? ['host', 'static'] : ['host', 'static', 'data'],
      attempts: 1,
      phasesMs: null,
      certificateDays: null,
      note: null,
    };
  });
  return { items: items.toReversed(), next: null };
}

const read = (pages: unknown) => resultsFromText(JSON.stringify(pages), 'history.json');

describe('recorded results under other rules', () => {
  const recorded = read([page('hrd-net', 10, 20), page('eps', 30, 30)]);
  const now = replayRecorded(recorded, configuration);

  it('tell the outage that the recorded runs show, with its end', () => {
    expect(now).toMatchObject([{ services: ['hrd-net'], messages: 2 }]);
    const [call] = now;
    expect(call?.toldAt).toBeGreaterThanOrEqual(BEGIN + 11 * MINUTE);
    expect(call?.toldAt).toBeLessThanOrEqual(BEGIN + 13 * MINUTE);
  });

  it('tell it later where failures must last longer, and not at all where they do not last', () => {
    const later = replayRecorded(recorded, underRules('lastsSeconds.alone=240', configuration));
    expect((later[0]?.toldAt ?? 0) - (now[0]?.toldAt ?? 0)).toBeGreaterThanOrEqual(2 * MINUTE);
    const short = read([page('hrd-net', 10, 12)]);
    const missed = replayRecorded(short, underRules('lastsSeconds.alone=240', configuration));
    expect(differences(replayRecorded(short, configuration), missed)).toMatchObject([
      { was: { services: ['hrd-net'] } },
    ]);
    expect(missed).toEqual([]);
  });

  it('are the same whatever the order of the pages', () => {
    const other = read([page('eps', 30, 30), page('hrd-net', 10, 20)]);
    expect(replayRecorded(other, configuration)).toEqual(now);
  });

  it('are printed with the missed faults', () => {
    const { catalogue } = configuration;
    const candidates = [{ rules: 'x', calls: [] }];
    const text = printTune({ current: now, candidates, catalogue }, 'en');
    expect(text).toContain('x: outages told: 0, SMS: 0; missed: 1, added: 0');
    expect(text).toContain('missed (now ');
    expect(printTune({ current: now, candidates, catalogue }, 'ko')).toContain('HRD-Net');
  });
});

describe('a recorded history', () => {
  it('names the gaps of each service', () => {
    const { items, next } = page('work24', 0, 0);
    const holed = items.filter((_, index) => index < 20 || index > 40);
    expect(gapsOf(read({ items: holed, next }))).toMatchObject([{ service: 'work24' }]);
    expect(gapsOf(read({ items, next }))).toEqual([]);
  });

  it('is refused where it is something else', () => {
    expect(() => read({ outages: [] })).toThrow(InvalidInputError);
  });
});

describe('the history API', () => {
  it('is requested for every service, page after page, within the window', async () => {
    const asked: string[] = [];
    const server = createServer(({ url = '' }, response) => {
      const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
      const service = pathname.split('/')[3] ?? '';
      asked.push(`${service} ${searchParams.get('cursor') ?? 'first'}`);
      const whole = page(service, 0, 0).items;
      const second = searchParams.get('cursor') === 'two';
      const items = second ? whole.slice(50) : whole.slice(0, 50);
      response.end(JSON.stringify({ items, next: second ? null : 'two' }));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const { catalogue } = configuration;
    const window = { from: BEGIN, to: BEGIN + 60 * MINUTE };
    const api = `http://127.0.0.1:${port}`;
    const found = await resultsFromApi(window, catalogue, { api }).finally(() => server.close());
    expect(asked).toEqual(catalogue.services.flatMap(({ id }) => [`${id} first`, `${id} two`]));
    expect(found).toHaveLength(80 * catalogue.services.length);
  });
});
