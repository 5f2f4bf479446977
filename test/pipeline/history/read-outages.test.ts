import { describe, expect, it } from 'vitest';
import { UnknownNameError } from '#core/errors';
import type { Outage } from '#core/outage/outage';
import type { OutageQuery } from '#core/ports/outage-records';
import type { HistoryPorts } from '#pipeline/history/history-ports';
import { readOutages } from '#pipeline/history/read-outages';
import { boardOf, outageAt } from '../../adapters/dynamodb/samples.ts';
import { aConfiguration } from '../../support/builders.ts';

const early = outageAt('20240718-0900');
const late = outageAt('20240718-0915');
const over = outageAt('20240717-0000', { state: 'closed' });
const stored = [early, over, late];

function portsWith(onBoard: readonly Outage[] = stored): HistoryPorts {
  const openOutages = onBoard.map(({ id, cause, startedBetween }) => ({
    id,
    services: ['work24'],
    cause,
    startedBetween,
    acknowledged: false,
  }));
  return {
    board: { get: async () => [boardOf('moel', { openOutages })] },
    outages: {
      get: async (id: string) => stored.find((outage) => outage.id === id),
      list: async () => ({ items: [], next: 'from the store' }),
    },
    configuration: aConfiguration(),
  } as unknown as HistoryPorts;
}

const read = (query: Partial<OutageQuery>, ports = portsWith()) =>
  readOutages({ state: 'open', limit: 10, ...query }, ports);
const FROM_STORE = { items: [], next: 'from the store' };

describe('outages of a service', () => {
  it('are refused if nobody knows the service', async () => {
    await expect(read({ service: 'nobody' })).rejects.toThrow(UnknownNameError);
  });
});

describe('outages that go on', () => {
  it('are those of the board that are open still, the newest first', async () => {
    expect(await read({})).toEqual({ items: [late, early] });
  });

  it('are those of the requested service', async () => {
    expect((await read({ service: 'work24' })).items).toHaveLength(2);
    expect(await read({ service: 'eps' })).toEqual({ items: [] });
  });

  it('are left out where no record is stored yet', async () => {
    const unknown = outageAt('20240718-0930');
    expect(await read({}, portsWith([unknown, early]))).toEqual({ items: [early] });
  });

  it('come from the store if the board holds more than requested', async () => {
    expect(await read({ limit: 3 })).toEqual({ items: [late, early] });
    expect(await read({ limit: 2 })).toEqual(FROM_STORE);
  });

  it.each([{ state: 'closed' }, { from: 1 }, { to: 1 }, { cursor: 'c' }] as const)(
    'are not all that %j asks for, which the store answers',
    async (query) => {
      expect(await read(query)).toEqual(FROM_STORE);
    },
  );
});
