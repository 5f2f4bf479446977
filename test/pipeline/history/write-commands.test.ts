import { describe, expect, it } from 'vitest';
import { COMMAND_LIMITS } from '#core/detection/command';
import { DAY, MINUTE } from '#core/time/time';
import type { HistoryPorts } from '#pipeline/history/history-ports';
import { addSilence, checkRoom } from '#pipeline/history/write-commands';
import { boardOf } from '../../adapters/dynamodb/samples.ts';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';

const author = { by: 'minji', unique: '0123abcd' };

function silence(from: number, to: number, order: object = {}) {
  const ports = {
    board: { get: async () => [boardOf('moel')] },
    clock: { now: () => NINE_FIFTEEN, secondsUntil: () => 0 },
    commands: { put: async () => {}, after: async () => [] },
    evaluations: { send: async () => {} },
    configuration: aConfiguration(),
  } as unknown as HistoryPorts;
  const span = { from: NINE_FIFTEEN + from, to: NINE_FIFTEEN + to };
  const asked = { services: ['work24'], reason: 'deployment', ...span, ...order };
  return addSilence(asked, author, ports);
}

describe('a silence', () => {
  it('may last 31 days and no longer', async () => {
    expect((await silence(0, 31 * DAY)).silence).toBe('moel.0123abcd');
    await expect(silence(0, 31 * DAY + 1)).rejects.toThrow('longer than 31 days');
  });

  it('may begin within a year and no later', async () => {
    await expect(silence(366 * DAY, 367 * DAY)).resolves.toBeDefined();
    await expect(silence(366 * DAY + 1, 367 * DAY)).rejects.toThrow('more than a year');
  });

  it('needs an end that is to come', async () => {
    await expect(silence(-MINUTE, 1)).resolves.toBeDefined();
    await expect(silence(-MINUTE, 0)).rejects.toThrow('over already');
  });

  it('belongs to one known group, named or of its services', async () => {
    await expect(silence(0, MINUTE, { services: [], group: 'moel' })).resolves.toBeDefined();
    await expect(silence(0, MINUTE, { services: [] })).rejects.toThrow('one group');
    await expect(silence(0, MINUTE, { group: 'other' })).rejects.toThrow('one group');
    await expect(silence(0, MINUTE, { services: [], group: 'other' })).rejects.toThrow(
      'no such group',
    );
  });
});

describe('the room for what people ask for', () => {
  it('is full at its limit', () => {
    const most = COMMAND_LIMITS.silences;
    expect(() => checkRoom(most - 1, most, 'silences')).not.toThrow();
    expect(() => checkRoom(most, most, 'silences')).toThrow(`${most} silences already`);
  });
});
