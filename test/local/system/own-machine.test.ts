import { describe, expect, it } from 'vitest';
import { OWN_MACHINE } from '#adapters/own-machine/lost-time';
import { type RunRecord, recordOfNothing } from '#core/run/run-record';
import { WatchedMachine } from '#local/system/own-machine';

const NOW = 1_000_000;

const timedOut = recordOfNothing({
  fault: { phase: 'response', code: 'ETIMEDOUT', message: 'no answer', timedOut: true },
});
const refused = recordOfNothing({
  fault: { phase: 'connect', code: 'ECONNREFUSED', message: 'refused', timedOut: false },
});

/** A machine whose work takes 10 ms, and `times` as long when it is busy. */
async function machine(times: number) {
  const slower: number[] = [];
  let ms = 10;
  const watched = new WatchedMachine({
    startedAt: NOW,
    work: async () => ms,
    onSlower: (by) => slower.push(by),
  });
  await watched.start();
  watched.stop();
  ms = 10 * times;
  for (let index = 0; index < 3; index += 1) await watched.look();
  return { watched, slower };
}

const phaseOf = ({ observation }: RunRecord) => observation.fault?.phase;

describe('a run that ran out of time', () => {
  it('is a fault of the machine when that has become much slower, and limits grow', async () => {
    const { watched, slower } = await machine(20);
    expect(phaseOf(watched.judge(timedOut))).toBe('monitor');
    expect(slower).toEqual([5]);
    expect(watched.withheld).toBe(1);
    // The limits now allow for it.
    expect(phaseOf(watched.judge(timedOut))).toBe('response');
  });

  it.each([1, 3])(
    'stands where the machine is %i times slower: limits allow for that',
    async (by) => {
      const { watched } = await machine(by);
      expect(watched.judge(timedOut)).toBe(timedOut);
      expect(watched.withheld).toBe(0);
    },
  );
});

describe('a run during which the machine stood still', () => {
  it('is not counted, and limits stay, because the machine is as fast as before', async () => {
    const { watched, slower } = await machine(1);
    const still = recordOfNothing({
      fault: { phase: 'browser', code: OWN_MACHINE, message: 'it stood still', timedOut: false },
    });
    expect(watched.judge(still)).toBe(still);
    expect([watched.withheld, slower]).toEqual([1, []]);
  });
});

describe('an answer', () => {
  it('stands however slow the machine is', async () => {
    const { watched } = await machine(50);
    expect(watched.judge(refused)).toBe(refused);
  });
});

describe('a replay', () => {
  it('is no result when more than a twentieth of its runs do not count', async () => {
    const { watched } = await machine(1);
    for (let run = 0; run < 5; run += 1) watched.late(NOW);
    expect(watched.isTooBusy(200)).toBe(false);
    expect(watched.isTooBusy(50)).toBe(true);
  });

  it('does not count runs that were requested before it was killed and started again', async () => {
    const { watched } = await machine(1);
    watched.late(NOW - 1);
    expect(watched.dropped).toBe(0);
  });
});
