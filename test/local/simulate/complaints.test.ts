import { describe, expect, it } from 'vitest';
import type { Scenario } from '#core/scenario/scenario';
import { MINUTE } from '#core/time/time';
import { defaultConfiguration } from '#local/configuration';
import { simulate } from '#local/simulate/simulate';

const kst = (text: string) => Date.parse(`${text}+09:00`);
const DOWN_FROM = kst('2024-08-31T21:30:00');
const WINDOW_FROM = kst('2024-08-31T22:00:00');

/** Down before a declared window on the last Saturday. It works again at `until`. */
function played(until: number) {
  const scenario: Scenario = {
    name: 'down-before-a-window',
    from: kst('2024-08-31T20:00:00'),
    to: kst('2024-09-01T08:00:00'),
    services: ['work24', 'eps'],
    faults: [{ services: ['work24'], from: DOWN_FROM, to: until, mode: 'hang', share: 1 }],
    maintenance: [
      {
        id: 'last-saturday',
        services: ['work24'],
        reason: '정기 점검',
        type: 'monthly',
        nth: -1,
        weekday: 6,
        from: '22:00',
        to: '06:00',
      },
    ],
  };
  return simulate(scenario, { configuration: defaultConfiguration() }).summary;
}

describe('a service that is down before a declared window and works again inside it', () => {
  it.each([
    ['soon', 10 * MINUTE],
    ['after an hour', 70 * MINUTE],
    ['near its end', 7 * 60 * MINUTE],
  ])('ends when it was seen to work: %s', (_, later) => {
    const until = WINDOW_FROM + later;
    const { notices } = played(until);
    const closed = notices.filter(({ type }) => type === 'closed');
    expect(notices.filter(({ type }) => type === 'opened')).toHaveLength(1);
    expect(closed).toHaveLength(1);
    const told = Date.parse(closed[0]?.at ?? '');
    expect(told).toBeGreaterThanOrEqual(until);
    expect(told).toBeLessThan(until + 10 * MINUTE);
  });
});
