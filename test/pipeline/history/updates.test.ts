import { describe, expect, it } from 'vitest';
import type { OutageUpdate } from '#core/outage/update';
import type { HistoryPorts } from '#pipeline/history/history-ports';
import { readUpdates } from '#pipeline/history/updates';
import { outageAt } from '../../adapters/dynamodb/samples.ts';

const outage = outageAt('20240718-0900');
const update = (id: string, at: number, of = outage.id) => ({ id, at, outage: of }) as OutageUpdate;

describe('the updates of an outage', () => {
  const asked: number[] = [];
  const read = (startedBetween = outage.startedBetween) =>
    readUpdates(outage.id, {
      outages: { get: async () => ({ ...outage, startedBetween }) },
      updates: {
        since: async (from: number) => {
          asked.push(from);
          return [update('b', 2), update('a', 1), update('c', 3, 'another')];
        },
      },
    } as unknown as HistoryPorts);

  it('are its own, the oldest first', async () => {
    expect((await read()).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('are looked for from its earliest start on', async () => {
    await read({ after: 5, by: 10 });
    await read({ after: null, by: 10 });
    expect(asked.slice(-2)).toEqual([5, 10]);
  });
});
