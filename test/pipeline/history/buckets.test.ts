import { describe, expect, it } from 'vitest';
import { InvalidRequestError } from '#core/errors';
import { HOME_ZONE } from '#core/time/calendar';
import { DAY, HOUR } from '#core/time/time';
import { edgesOf, type UptimeQuery } from '#pipeline/history/buckets';

const MIDNIGHT = Date.parse('2024-07-17T15:00:00Z');
const asked = (from: number, to: number): UptimeQuery => {
  return { service: 'work24', interval: 'hour', zone: HOME_ZONE, from, to } as UptimeQuery;
};

describe('the buckets of a window', () => {
  it('cover it, from the begin of the first to the end of the last', () => {
    const { edges, from, to } = edgesOf(asked(MIDNIGHT + 10, MIDNIGHT + 2 * HOUR + 10));
    expect([from, to]).toEqual([MIDNIGHT, MIDNIGHT + 3 * HOUR]);
    expect(edges).toHaveLength(4);
  });

  it('end with the window if that ends with a bucket', () => {
    expect(edgesOf(asked(MIDNIGHT, MIDNIGHT + 2 * HOUR)).to).toBe(MIDNIGHT + 2 * HOUR);
  });

  it('are refused if there are too many', () => {
    expect(() => edgesOf(asked(MIDNIGHT, MIDNIGHT + 400 * DAY))).toThrow(InvalidRequestError);
  });

  it('are as many as the refusal says at most', () => {
    const most = (count: number) => () => edgesOf(asked(MIDNIGHT, MIDNIGHT + count * HOUR));
    const refused = Array.from({ length: 3_000 }, (_, count) => count).find((count) => {
      try {
        most(count)();
        return false;
      } catch {
        return true;
      }
    });
    expect(refused).toBeDefined();
    expect(most(refused ?? 0)).toThrow(`more than ${(refused ?? 0) - 1} buckets`);
  });
});
