import { describe, expect, it } from 'vitest';
import { MINUTE } from '#core/time/time';
import { aheadOf } from '../../../scripts/bench-detection/ahead.ts';
import type { Told } from '../../../scripts/bench-detection/detection-score.ts';

const fault = {
  services: ['a'],
  from: 0,
  to: 10 * MINUTE,
  mode: 'hang' as const,
  share: 1,
};

/** Told after so many ms; never if undefined. */
function told(after: number | undefined): readonly Told[] {
  const at = after ?? 0;
  const down = { at, says: 'down' as const, services: ['a'], widthMs: 0 };
  return [{ fault, messages: after === undefined ? [] : [down] }];
}

describe('who is ahead', () => {
  const [head = [], ...rows] = aheadOf({ name: 'ours', told: told(90) }, [
    { name: 'quick', told: told(60) },
    { name: 'alike', told: told(90) },
    { name: 'blind', told: told(undefined) },
  ]);
  const cell = (column: string) => rows.find(([name]) => name === column)?.[1];

  it('is said for each kind of fault', () => {
    expect(head).toEqual(['ahead of ours', 'alone, 100 % of requests']);
  });

  it('names those that are better, and nobody who is as good or told nothing', () => {
    expect(cell('told after, p50')).toBe('quick');
    expect(cell('missed, 5 min+')).toBe('–');
    expect(cell('told')).toBe('–');
  });
});
