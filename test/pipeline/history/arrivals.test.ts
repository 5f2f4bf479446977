import { describe, expect, it } from 'vitest';
import { UnknownNameError } from '#core/errors';
import { labelsFor, noteArrival } from '#pipeline/history/arrivals';
import { NINE_FIFTEEN } from '../../support/builders.ts';

function desk() {
  const put: unknown[] = [];
  const ports = {
    clock: { now: () => NINE_FIFTEEN, secondsUntil: () => 0 },
    arrivals: {
      isOpen: async (code: string) => code === 'open',
      put: async (arrival: unknown) => void put.push(arrival),
    },
    configuration: {
      subscriptions: [
        { services: [], label: '당직' },
        { services: [] },
        { services: [], label: '팀장' },
      ],
    },
  };
  return { ports, put };
}

describe('the link of a drill', () => {
  it('offers the labels of all recipients that have one', async () => {
    expect(await labelsFor('open', desk().ports)).toEqual(['당직', '팀장']);
  });

  it('offers nothing with a code that does not work', async () => {
    expect(await labelsFor('closed', desk().ports)).toBeUndefined();
  });

  it('records the label and the time', async () => {
    const { ports, put } = desk();
    await noteArrival({ code: 'open', label: '팀장' }, ports);
    expect(put).toEqual([{ label: '팀장', at: NINE_FIFTEEN }]);
  });

  it.each([
    ['open', '다른 사람'],
    ['closed', '팀장'],
  ])('refuses code %s with label %s', async (code, label) => {
    const { ports, put } = desk();
    await expect(noteArrival({ code, label }, ports)).rejects.toThrow(UnknownNameError);
    expect(put).toEqual([]);
  });
});
