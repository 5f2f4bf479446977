import { describe, expect, it } from 'vitest';
import type { ScenarioFault } from '#core/scenario/scenario';
import { HOUR, MINUTE, SECOND } from '#core/time/time';
import { seededRandom } from '#local/simulate/random';
import {
  byKind,
  scoreOf,
  spread,
  toldOf,
} from '../../../scripts/bench-detection/detection-score.ts';
import { faultHistory, noisyHistory } from '../../../scripts/bench-detection/history.ts';

const services = ['a', 'b'];
const history = (seed: number) => faultHistory(3, { services, random: seededRandom(seed) }).faults;

/** Fault `index` of a history, with a length of its own. */
function lasting(index: number, ms: number): ScenarioFault {
  const fault = history(1)[index];
  if (!fault) throw new Error('no such fault');
  return { ...fault, to: fault.from + ms };
}

describe('the figures of a history', () => {
  const long = lasting(0, 10 * MINUTE);
  const short = lasting(1, 20 * SECOND);
  const missed = lasting(2, 10 * MINUTE);
  const message = (says: 'down' | 'up', at: number) => ({ says, at, services, widthMs: 50 });
  const messages = [
    message('down', long.from + 30_000),
    message('up', long.to + 90_000),
    message('down', short.from + 15_000),
  ];
  const told = toldOf([long, short, missed], { messages, requestsPerDay: 0 });
  const score = scoreOf(told);

  it('count told and missed outages, and calls for faults under a minute', () => {
    expect(score).toMatchObject({ real: 2, told: 1, missedLong: 1, short: 1, shortCalls: 1 });
    expect(score.messagesEach).toBe(2);
  });

  it('measure begins from the true begin and ends from the true end', () => {
    expect(score.toldAfter).toEqual({ p50: 30_000, p95: 30_000, max: 30_000 });
    expect(score.endAfter?.max).toBe(90_000);
    expect(score.width?.max).toBe(50);
  });

  it('stand apart by kind of fault, each fault in one kind', () => {
    const kinds = [...byKind(told).values()];
    expect(kinds.flat()).toHaveLength(3);
  });

  it('take percentiles by the nearest rank', () => {
    expect(spread([3, 1, 2, 4])).toEqual({ p50: 2, p95: 4, max: 4 });
    expect(spread([])).toBeUndefined();
  });
});

describe('a random history', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(history(5)).toEqual(history(5));
    expect(history(5)).not.toEqual(history(6));
  });

  it('leaves an hour and more after each fault for the messages about it', () => {
    const { faults } = faultHistory(200, { services, random: seededRandom(3) });
    faults.forEach(({ from, to }, index) => {
      expect((faults[index + 1]?.from ?? Number.POSITIVE_INFINITY) - to).toBeGreaterThan(HOUR);
      expect(to - from).toBeGreaterThanOrEqual(8 * SECOND);
      expect(to - from).toBeLessThanOrEqual(60 * MINUTE);
    });
  });

  it('holds no noise in which one service fails alone for a minute', () => {
    const { faults } = noisyHistory(30, { services, random: seededRandom(3) });
    const hard = faults.filter(({ mode, share }) => mode === 'http-503' && share === 1);
    expect(hard).toHaveLength(30);
    for (const { from, to } of hard) expect(to - from).toBeLessThan(MINUTE);
  });
});
