import { describe, expect, it } from 'vitest';
import { MINUTE } from '#core/time/time';
import type { HistoryPorts } from '#pipeline/history/history-ports';
import { readHealth } from '#pipeline/history/read-health';
import { boardOf } from '../../adapters/dynamodb/samples.ts';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';

const portsWith = (get: HistoryPorts['board']['get'], logged: string[] = []) => {
  const log = (event: string) => void logged.push(event);
  return {
    board: { get },
    clock: { now: () => NINE_FIFTEEN, secondsUntil: () => 0 },
    configuration: aConfiguration(),
    log: { info: log, warn: log, error: log },
  } as unknown as HistoryPorts;
};
const evaluatedBefore = (ms: number) =>
  readHealth(portsWith(async () => [boardOf('moel', { updatedAt: NINE_FIFTEEN - ms })]));

describe('the health of the monitor', () => {
  it('is good up to five minutes after the last evaluation of each group', async () => {
    expect(await evaluatedBefore(5 * MINUTE)).toEqual([
      { name: 'store', healthy: true, reason: null },
      { name: 'evaluation of moel', healthy: true, reason: null },
    ]);
    expect((await evaluatedBefore(5 * MINUTE + 1))[1]).toEqual({
      name: 'evaluation of moel',
      healthy: false,
      reason: 'It was last evaluated at 2024-07-18T00:09:59.999Z.',
    });
  });

  it('is bad where a group was never evaluated', async () => {
    const [, group] = await readHealth(portsWith(async () => []));
    expect(group).toMatchObject({ healthy: false, reason: 'It was never evaluated.' });
  });

  it('is bad, and logged, where the store does not answer', async () => {
    const logged: string[] = [];
    const refuse = () => Promise.reject(new Error('throttled'));
    const parts = await readHealth(portsWith(refuse, logged));
    expect(parts).toEqual([{ name: 'store', healthy: false, reason: 'It does not answer.' }]);
    expect(logged).toEqual(['board not read']);
  });
});
