import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defined } from '#core/defined';
import type { StateSeconds } from '#core/history/rollup';
import type { Notice } from '#core/notice/notice';
import type { TimelineEntry } from '#core/outage/timeline';
import { type SummaryInput, summarise } from '#core/scenario/summary';
import { HOUR } from '#core/time/time';
import { closedOf, outageOf, STARTED } from '../../support/outages.ts';

const FROM = Date.parse('2024-07-18T09:00:00+09:00');
const NONE: StateSeconds = { up: 0, degraded: 0, down: 0, maintenance: 0, unknown: 0 };

function summary(change: Partial<SummaryInput> = {}) {
  return summarise({
    scenario: 'test',
    from: FROM,
    to: FROM + 2 * HOUR,
    checks: 3,
    services: ['work24', 'worknet'],
    outages: [],
    notices: [],
    withheld: [],
    rollups: [],
    ...change,
  });
}

function hour(check: string, start: number, seconds: Partial<StateSeconds>) {
  return { check: `work24/${check}`, service: 'work24', start, seconds: { ...NONE, ...seconds } };
}

describe('a summary', () => {
  it('gives times in Korea and services in the order of the catalogue', () => {
    const told = { at: STARTED.by + 30_000, type: 'notice', seq: 1, as: 'opened' } as const;
    const more = { unaffected: ['eps'], timeline: [told] };
    const outage = closedOf(outageOf(['worknet', 'work24'], more));
    expect(summary({ outages: [outage] }).outages).toEqual([
      {
        id: 'moel-20240718-0915',
        group: 'moel',
        services: ['work24', 'worknet'],
        cause: {
          layer: 'data',
          kind: 'timeout',
          confidence: 'likely',
          shared: true,
          databaseText: false,
        },
        startedBetween: ['2024-07-18T09:14:40+09:00', '2024-07-18T09:15:20+09:00'],
        endedBetween: ['2024-07-18T11:55:30+09:00', '2024-07-18T11:57:30+09:00'],
        downSeconds: 9_610,
        recurrences: 0,
        unaffected: ['eps'],
        timeline: [{ at: '2024-07-18T09:15:50+09:00', type: 'notice', seq: 1, as: 'opened' }],
      },
    ]);
  });

  it('gives the end of a silence in Korea as well', () => {
    const silenced = { at: FROM, type: 'silenced', by: 'minji', text: '배포', until: FROM + HOUR };
    const outage = outageOf(['work24'], { timeline: [silenced as TimelineEntry] });
    expect(summary({ outages: [outage] }).outages[0]?.timeline).toEqual([
      { ...silenced, at: '2024-07-18T09:00:00+09:00', until: '2024-07-18T10:00:00+09:00' },
    ]);
  });

  it('leaves open what is open', () => {
    const fresh = outageOf(['work24'], { startedBetween: { after: null, by: STARTED.by } });
    const [outage] = summary({ outages: [fresh] }).outages;
    expect(outage).toMatchObject({
      startedBetween: [null, '2024-07-18T09:15:20+09:00'],
      endedBetween: null,
    });
  });

  it('lists notices as they were sent, an SMS only where there was one', () => {
    const notice = (seq: number, sms?: string): Notice => ({
      id: `o#${seq}`,
      outage: 'o',
      seq,
      type: 'opened',
      group: 'moel',
      services: ['work24'],
      severity: 'critical',
      at: FROM,
      subject: 's',
      text: 't',
      ...defined({ sms }),
    });
    const { notices } = summary({ notices: [notice(2), notice(1, 'x')] });
    expect(notices.map(({ id }) => id)).toEqual(['o#1', 'o#2']);
    expect(notices[0]).toEqual({
      id: 'o#1',
      seq: 1,
      severity: 'critical',
      at: '2024-07-18T09:00:00+09:00',
      type: 'opened',
      outage: 'o',
      services: ['work24'],
      sms: 'x',
      subject: 's',
      text: 't',
    });
    expect(notices[1]).not.toHaveProperty('sms');
  });

  it('counts time without a run as unknown', () => {
    const { services } = summary({ rollups: [hour('probe', FROM, { up: 3_600 })] });
    expect(services.work24).toEqual({ availability: 1, downSeconds: 0, unknownSeconds: 3_600 });
    expect(services.worknet).toEqual({
      availability: null,
      downSeconds: 0,
      unknownSeconds: 7_200,
    });
  });

  it('does not count one bad time twice when two checks saw it', () => {
    const rollups = [
      hour('probe', FROM, { up: 1_800, down: 1_800 }),
      hour('login', FROM, { up: 1_900, down: 1_700 }),
      hour('probe', FROM + HOUR, { up: 3_600 }),
      hour('login', FROM + HOUR, { up: 3_000, down: 600 }),
    ];
    const { work24 } = summary({ rollups }).services;
    expect(work24).toEqual({ availability: 4_800 / 7_200, downSeconds: 2_400, unknownSeconds: 0 });
  });

  it('keeps downtime and unknown time within the time there was', () => {
    const part = fc.integer({ min: 0, max: 900 });
    const seconds = fc.record({ down: part, unknown: part, degraded: part, maintenance: part });
    fc.assert(
      fc.property(fc.array(fc.tuple(seconds, seconds), { maxLength: 2 }), (hours) => {
        const rollups = hours.flatMap(([probe, login], index) => [
          hour('probe', FROM + index * HOUR, probe),
          hour('login', FROM + index * HOUR, login),
        ]);
        const { availability, downSeconds, unknownSeconds } = summary({ rollups }).services
          .work24 ?? { availability: -1, downSeconds: -1, unknownSeconds: -1 };
        expect(downSeconds + unknownSeconds).toBeLessThanOrEqual(7_200);
        expect(Math.min(downSeconds, unknownSeconds)).toBeGreaterThanOrEqual(0);
        if (availability !== null) expect(availability).toBeLessThanOrEqual(1);
        if (availability !== null) expect(availability).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
