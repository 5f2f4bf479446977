import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#core/time/time';
import type { MaintenanceWindow } from '#core/watch/configuration';
import type { HistoryPorts } from '#pipeline/history/history-ports';
import { comingBefore, readQuiet } from '#pipeline/history/read-quiet';
import { boardOf } from '../../adapters/dynamodb/samples.ts';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';

const window = (id: string, from: number, to: number): MaintenanceWindow => ({
  ...{ id, type: 'once', services: [], reason: '점검' },
  ...{ from: NINE_FIFTEEN + from, to: NINE_FIFTEEN + to },
});

function quiet(
  declared: readonly MaintenanceWindow[],
  configured: readonly MaintenanceWindow[] = [],
) {
  const silence = (id: string, to: number) => ({
    ...{ id, services: [], from: 0, to: NINE_FIFTEEN + to },
    ...{ by: 'minji', at: 0, reason: '야간' },
  });
  const ports = {
    board: {
      get: async () => [
        boardOf('moel', { declared, silences: [silence('now', 1), silence('over', 0)] }),
        boardOf('other'),
      ],
    },
    clock: { now: () => NINE_FIFTEEN, secondsUntil: () => 0 },
    configuration: aConfiguration({ maintenance: configured }),
  } as unknown as HistoryPorts;
  return readQuiet(ports);
}

describe('what is quiet', () => {
  it('holds the silences that are not over, with their group', async () => {
    const { silences } = await quiet([]);
    expect(silences.map(({ id, group }) => [id, group])).toEqual([['now', 'moel']]);
  });

  it('holds configured and declared windows, also those that are over', async () => {
    const { maintenance } = await quiet([window('past', -HOUR, 0)], [window('set', HOUR, DAY)]);
    const found = maintenance.map(({ window: { id }, group, next }) => [id, group, next?.from]);
    expect(found).toEqual([
      ['set', null, NINE_FIFTEEN + HOUR],
      ['past', 'moel', undefined],
    ]);
  });
});

describe('maintenance that goes on or comes', () => {
  it('is listed in order of time, without past and too distant entries', async () => {
    const found = comingBefore(
      NINE_FIFTEEN + DAY,
      await quiet([
        window('far', DAY, 2 * DAY),
        window('near', DAY - 1, 2 * DAY),
        window('past', -HOUR, 0),
        window('now', -HOUR, 1),
      ]),
    );
    expect(found.map(({ window: { id } }) => id)).toEqual(['now', 'near']);
  });
});
