import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Paces, TooManyRequestsError } from '#core/history/pace';
import { SECOND } from '#core/time/time';

const PACE = { rate: 20, burst: 40 };

function isTaken(paces: Paces, token: string, at: number): boolean {
  try {
    paces.take(token, at);
    return true;
  } catch {
    return false;
  }
}

describe('the pace of a token', () => {
  it('is never above its burst and its rate together, whenever it asks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 400 }), (gaps) => {
        const paces = new Paces(PACE);
        let at = 0;
        const taken = gaps.filter((gap) => {
          at += gap;
          return isTaken(paces, 'grafana', at);
        });
        expect(taken.length).toBeLessThanOrEqual(PACE.burst + (at / SECOND) * PACE.rate);
      }),
    );
  });

  it('is enough for a token that asks no faster than its rate, however long', () => {
    const paces = new Paces(PACE);
    const refused = Array.from({ length: 5_000 }, (_, index) => index * 50).filter(
      (at) => !isTaken(paces, 'grafana', at),
    );
    expect(refused).toEqual([]);
  });

  it('is each token’s own, and a refusal says when to come again', () => {
    const paces = new Paces({ rate: 0.5, burst: 1 });
    paces.take('loop', 0);
    expect(() => paces.take('loop', 0)).toThrow(TooManyRequestsError);
    expect(() => paces.take('loop', 0)).toThrow(expect.objectContaining({ retryAfterSeconds: 2 }));
    expect(isTaken(paces, 'minji', 0)).toBe(true);
    expect(isTaken(paces, 'loop', 2 * SECOND)).toBe(true);
  });

  it('continues when the clock is set back', () => {
    const paces = new Paces({ rate: 1, burst: 2 });
    paces.take('loop', 10 * SECOND);
    paces.take('loop', 0);
    expect(isTaken(paces, 'loop', 0)).toBe(false);
    expect(isTaken(paces, 'loop', SECOND)).toBe(true);
  });
});
