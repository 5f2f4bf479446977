import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '#core/time/time';
import { dueMinute } from '#local/replay/minute';

/** The minutes that are started while the clock shows these times, one after the other. */
function startedAt(times: readonly number[]): readonly number[] {
  const started: number[] = [];
  for (const now of times) {
    const due = dueMinute(now, started.at(-1));
    if (due !== undefined) started.push(due);
  }
  return started;
}

const NOON = Date.parse('2026-03-02T12:00:00+09:00');
const everySecond = (from: number, seconds: number) =>
  Array.from({ length: seconds }, (_, index) => from + index * SECOND);

describe('the minute that is due', () => {
  it('comes once a minute, whenever the first one is', () => {
    fc.assert(
      fc.property(fc.nat(HOUR), fc.integer({ min: 120, max: 900 }), (offset, seconds) => {
        const started = startedAt(everySecond(NOON + offset, seconds));
        const first = Math.floor((NOON + offset) / MINUTE) * MINUTE;
        expect(started).toEqual(started.map((_, index) => first + index * MINUTE));
        expect(started.length).toBeGreaterThanOrEqual(Math.floor(seconds / 60));
      }),
    );
  });

  it('is not repeated for those that a sleeping machine missed', () => {
    const times = [...everySecond(NOON, 90), ...everySecond(NOON + 3 * HOUR, 90)];
    expect(startedAt(times)).toHaveLength(4);
  });

  it('goes on at once when the clock is set back by hours', () => {
    const back = NOON - 9 * HOUR;
    const started = startedAt([...everySecond(NOON, 90), ...everySecond(back, 150)]);
    expect(started.slice(2)).toEqual([back, back + MINUTE, back + 2 * MINUTE]);
  });

  it('is not repeated when the clock is corrected by seconds', () => {
    const around = [NOON - SECOND, NOON, NOON - SECOND, NOON + SECOND];
    expect(startedAt(around)).toEqual([NOON - MINUTE, NOON]);
  });
});
