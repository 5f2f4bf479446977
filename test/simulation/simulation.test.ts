import { describe, expect, it } from 'vitest';
import { BREAKAGES } from './breakages.ts';
import { simulateMany } from './many.ts';
import { simulateFaults } from './simulation.ts';

const SEEDS = 2_000;
const CHUNK = 250;
const chunks = Array.from({ length: SEEDS / CHUNK }, (_, index) => index * CHUNK);
const LIMIT_MS = 120_000;

describe('whatever fails underneath', () => {
  it.each(chunks)(
    'no message is lost, doubled, early or about nothing, from seed %i on',
    async (first) => {
      const { failures, tally } = await simulateMany({ first, count: CHUNK });
      expect(failures).toEqual([]);
      // A simulation in which nothing happens would hold every promise.
      expect(tally.opened).toBeGreaterThan(CHUNK / 2);
      expect(tally.closed).toBeGreaterThanOrEqual(tally.recurrences);
      expect(tally.recurrences).toBeGreaterThan(0);
      expect(tally.again).toBeGreaterThan(0);
      expect(tally.faults).toBeGreaterThan(CHUNK);
      expect(tally.merged).toBeGreaterThan(0);
      expect(tally.ahead).toBeGreaterThan(0);
    },
    LIMIT_MS,
  );

  it('a seed plays the same twice', async () => {
    const traces = await Promise.all(
      [1, 2].map(async () => {
        const lines: string[] = [];
        await simulateFaults({ seed: 35, onTrace: (line) => lines.push(line) });
        return lines;
      }),
    );
    expect(traces[0]?.length).toBeGreaterThan(100);
    expect(traces[1]).toEqual(traces[0]);
  });
});

describe('a broken design is found out', () => {
  it.each(Object.keys(BREAKAGES))('when it is %s', async (name) => {
    const breakage = BREAKAGES[name];
    if (!breakage) throw new Error(name);
    const { failures } = await simulateMany({ first: 0, count: 150, enough: 1, breakage });
    expect(failures.length).toBeGreaterThan(0);
  });
});
