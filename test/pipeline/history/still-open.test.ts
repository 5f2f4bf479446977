import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#core/time/time';
import type { HistoryPorts } from '#pipeline/history/history-ports';
import { type Change, checkStillOpen } from '#pipeline/history/still-open';
import { rollupAt } from '../../adapters/dynamodb/samples.ts';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';
import { memoryStores } from '../../support/memory/stores.ts';

const MAY = Date.parse('2024-05-01T00:00:00+09:00');
const JUNE = Date.parse('2024-06-01T00:00:00+09:00');
const JULY = Date.parse('2024-07-01T00:00:00+09:00');
const configuration = aConfiguration();

/** With the month of one check closed. */
async function change(over: Partial<Change>, frozen = JUNE, check = 'work24/probe') {
  const clock = { now: () => NINE_FIFTEEN, secondsUntil: () => 0 };
  const { rollups } = memoryStores(clock, configuration.retentionDays);
  await rollups.put(rollupAt(frozen, { check, period: 'month', frozen: true }));
  await rollups.put(rollupAt(JULY, { check, period: 'month', frozen: false }));
  const ports = { clock, configuration, rollups } as unknown as HistoryPorts;
  return checkStillOpen({ group: 'moel', services: ['work24'], from: JUNE, ...over }, ports);
}

describe('figures that are changed afterwards', () => {
  it('are those of a month that is not closed', async () => {
    await expect(change({})).rejects.toThrow('The month 2024-06 is closed');
    await expect(change({ from: JUNE + 20 * 24 * HOUR })).rejects.toThrow('2024-06 is closed');
    await expect(change({ from: JULY })).resolves.toBeUndefined();
    await expect(change({}, MAY)).resolves.toBeUndefined();
  });

  it('are those of the month before at the earliest', async () => {
    await expect(change({ from: JUNE - 1 }, MAY)).rejects.toThrow('too far in the past');
    await expect(change({ from: JUNE }, MAY)).resolves.toBeUndefined();
  });

  it('may be changed where only another service or group is closed', async () => {
    await expect(change({ services: ['eps'] })).resolves.toBeUndefined();
    await expect(change({ services: ['eps', 'work24'] })).rejects.toThrow('closed');
    await expect(change({ services: [] })).rejects.toThrow('closed');
    await expect(change({ services: [], group: 'other' })).resolves.toBeUndefined();
  });

  it('do not affect later rollups', async () => {
    await expect(change({ from: NINE_FIFTEEN }, JULY)).resolves.toBeUndefined();
    await expect(change({ from: NINE_FIFTEEN + MINUTE }, JULY)).resolves.toBeUndefined();
  });
});
