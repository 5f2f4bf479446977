import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOwn } from '#core/notice/notice';
import { smsUnits } from '#core/notice/sms';
import { FAULT_MODES, type Scenario } from '#core/scenario/scenario';
import type { OutageSummary } from '#core/scenario/summary';
import { HOUR, MINUTE } from '#core/time/time';
import { defaultConfiguration } from '#local/configuration';
import { simulate } from '#local/simulate/simulate';

const configuration = defaultConfiguration();
const SERVICES = configuration.catalogue.services.map(({ id }) => id);
const FROM = Date.parse('2024-07-18T09:00:00+09:00');
const LENGTH = 4 * HOUR;

const fault = fc
  .record({
    services: fc.subarray(SERVICES, { minLength: 1 }),
    start: fc.integer({ min: 0, max: LENGTH - MINUTE }),
    length: fc.integer({ min: 1_000, max: LENGTH }),
    mode: fc.constantFrom(...FAULT_MODES),
    share: fc.constantFrom(1, 1, 0.9, 0.5, 0.1),
  })
  .map(({ services, start, length, mode, share }) => {
    const to = FROM + Math.min(LENGTH, start + length);
    return { services, from: FROM + start, to, mode, share };
  });

const scenarios = fc
  .record({ faults: fc.array(fault, { maxLength: 8 }), seed: fc.nat() })
  .map(({ faults, seed }): Scenario => {
    return { name: 'any', from: FROM, to: FROM + LENGTH, services: SERVICES, faults, seed };
  });

/** It ended or passed while its opening notice waited for the last look, so it is not told. */
function isHeldBack({ timeline, endedBetween }: OutageSummary): boolean {
  const held = timeline.findLast((entry) => entry.type === 'withheld' && entry.as === 'opened');
  const reason = endedBetween ? 'blip' : 'forming';
  return held?.type === 'withheld' && held.reason === reason;
}

describe('any scenario', () => {
  it('has one opening for every outage that anybody hears of, an ending for every end, and figures that add up', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const { summary, outages } = simulate(scenario, { configuration });
        for (const outage of summary.outages) {
          const own = summary.notices.filter((notice) => notice.outage === outage.id);
          const shared = own.filter((notice) => !isOwn(notice));
          // An outage that was set apart was opened with the outage that it came from.
          const wentOn = outage.timeline[0]?.type === 'goes-on';
          const openings = shared.filter(({ type }) => type === 'opened');
          const untold = openings.length === 0 && isHeldBack(outage);
          expect(openings).toHaveLength(wentOn || untold ? 0 : 1);
          const closed = shared.some(({ type }) => type === 'closed');
          const again = outages.some(({ id, recurrences }) => id === outage.id && recurrences > 0);
          expect(closed).toBe((outage.endedBetween !== null && !untold) || (closed && again));
          if (untold) expect(own).toEqual([]);
          expect(outage.downSeconds).toBeLessThanOrEqual(LENGTH / 1_000);
          const [after, by] = outage.startedBetween;
          expect(Date.parse(after ?? by)).toBeLessThanOrEqual(Date.parse(by));
          const ended = outage.endedBetween ?? [by, by];
          expect(Date.parse(ended[0] ?? by)).toBeLessThanOrEqual(Date.parse(ended[1]));
        }
        const known = new Set(summary.outages.map(({ id }) => id));
        for (const notice of summary.notices) {
          expect(notice.type === 'attention' || known.has(notice.outage)).toBe(true);
          if (notice.sms) expect(smsUnits(notice.sms, '')).toBeLessThanOrEqual(70);
        }
        expect(new Set(summary.notices.map(({ id }) => id)).size).toBe(summary.notices.length);
        for (const { downSeconds, unknownSeconds } of Object.values(summary.services)) {
          expect(downSeconds + unknownSeconds).toBeLessThanOrEqual(LENGTH / 1_000 + 1);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('sends no notice when only the monitor is at fault', () => {
    const ours = fc.constantFrom('monitor-crash' as const, 'monitor-gap' as const, 'ok' as const);
    fc.assert(
      fc.property(scenarios, ours, (scenario, mode) => {
        const faults = scenario.faults.map((one) => ({ ...one, mode }));
        const { summary } = simulate({ ...scenario, faults }, { configuration });
        expect(summary.outages).toEqual([]);
        expect(summary.notices.filter(({ type }) => type !== 'attention')).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
