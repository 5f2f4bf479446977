import { describe, expect, it } from 'vitest';
import type { Command, CommandAction } from '#core/detection/command';
import type { BoardGroup } from '#core/history/board';
import { DAY, MINUTE } from '#core/time/time';
import { addMaintenance, endMaintenance } from '#pipeline/history/declare-maintenance';
import type { HistoryPorts } from '#pipeline/history/history-ports';
import {
  acknowledge,
  addSilence,
  endSilence,
  resetLogin,
  unacknowledge,
} from '#pipeline/history/write-commands';
import { boardOf, outageAt } from '../../adapters/dynamodb/samples.ts';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';

const author = { by: 'minji', unique: '0123abcd' };
const open = outageAt('20240718-0900');
const over = outageAt('20240717-0000', { state: 'closed' });

/** A desk over a board, with commands that were given the listed ms ago. */
function desk(
  board: Partial<BoardGroup> = {},
  given: readonly (readonly [number, CommandAction])[] = [],
) {
  const put: CommandAction[] = [];
  const asked: string[] = [];
  const commands = given.map(
    ([ago, action]) =>
      ({ at: NINE_FIFTEEN - ago, action, id: String(NINE_FIFTEEN - ago) }) as Command,
  );
  const ports = {
    board: { get: async () => [boardOf('other'), boardOf('moel', board)] },
    clock: { now: () => NINE_FIFTEEN, secondsUntil: () => 0 },
    commands: {
      put: async ({ action }: Command) => void put.push(action),
      after: async (group: string, after: string) => {
        asked.push(group);
        return commands.filter(({ id }) => id.padStart(13, '0') >= after);
      },
    },
    evaluations: { send: async () => {} },
    outages: { get: async (id: string) => [open, over].find((one) => one.id === id) },
    configuration: aConfiguration(),
  } as unknown as HistoryPorts;
  return { ports, put };
}

const window = (from: number, to: number, services: readonly string[] = ['work24']) =>
  ({
    type: 'once',
    services,
    reason: 'patch',
    from: NINE_FIFTEEN + from,
    to: NINE_FIFTEEN + to,
  }) as const;

describe('an outage', () => {
  it.each([
    ['acknowledge', acknowledge],
    ['unacknowledge', unacknowledge],
  ] as const)('takes an order to %s while it goes on', async (type, act) => {
    const { ports, put } = desk();
    await act(open.id, author, ports);
    expect(put).toEqual([{ type, outage: open.id }]);
    await expect(act(over.id, author, ports)).rejects.toThrow('The outage is over.');
    await expect(act('nothing', author, ports)).rejects.toThrow('no such outage');
    expect(put).toHaveLength(1);
  });
});

describe('a silence', () => {
  const silence = { id: 'moel.s', services: [], from: 0, to: NINE_FIFTEEN + DAY };
  const asked = { services: ['work24'], from: NINE_FIFTEEN, to: NINE_FIFTEEN + 1, reason: 'r' };

  it('has an id of its group, and is refused where there are as many as may be', async () => {
    const { ports, put } = desk();
    expect((await addSilence(asked, author, ports)).silence).toBe('moel.0123abcd');
    expect(put).toMatchObject([
      { type: 'silence', silence: 'moel.0123abcd', services: ['work24'] },
    ]);
    const full = desk({ silences: Array.from({ length: 20 }, () => silence) });
    await expect(addSilence(asked, author, full.ports)).rejects.toThrow('20 silences already');
  });

  it('is ended by its id', async () => {
    const { ports, put } = desk({ silences: [silence] });
    await endSilence('moel.s', author, ports);
    expect(put).toEqual([{ type: 'unsilence', silence: 'moel.s' }]);
    await expect(endSilence('moel.t', author, ports)).rejects.toThrow('no such silence');
    await expect(endSilence('nobody.s', author, ports)).rejects.toThrow('no such id');
    await expect(endSilence('moel', author, ports)).rejects.toThrow('no such id');
  });

  it('is known for ten minutes before the board shows it', async () => {
    const given = {
      type: 'silence',
      silence: 'moel.s',
      services: [],
      from: 0,
      to: 1,
      reason: '',
    } as const;
    const ended = (ago: number) => endSilence('moel.s', author, desk({}, [[ago, given]]).ports);
    await expect(ended(10 * MINUTE)).resolves.toBeDefined();
    await expect(ended(10 * MINUTE + 1)).rejects.toThrow('no such silence');
    const other = desk({}, [
      [0, { ...given, silence: 'moel.t' }],
      [0, { type: 'drill' }],
    ]);
    await expect(endSilence('moel.s', author, other.ports)).rejects.toThrow('no such silence');
  });
});

describe('a maintenance window', () => {
  it('is declared with an id of its group', async () => {
    const { ports, put } = desk();
    const order = { window: window(0, MINUTE) };
    expect((await addMaintenance(order, author, ports)).window).toBe('moel.0123abcd');
    expect(put).toEqual([
      { type: 'maintenance', window: { ...order.window, id: 'moel.0123abcd' } },
    ]);
  });

  it('lasts no longer than 31 days and begins within a year', async () => {
    const declare = (from: number, to: number) =>
      addMaintenance({ window: window(from, to) }, author, desk().ports);
    await expect(declare(0, 31 * DAY)).resolves.toBeDefined();
    await expect(declare(0, 31 * DAY + 1)).rejects.toThrow('longer than 31 days');
    await expect(declare(366 * DAY, 367 * DAY)).resolves.toBeDefined();
    await expect(declare(366 * DAY + 1, 367 * DAY)).rejects.toThrow('more than a year');
  });

  it('says when figures that are written follow it', async () => {
    const rollups = { range: async () => [] };
    const ports = { ...desk().ports, rollups } as unknown as HistoryPorts;
    const retroactive = async (order: Parameters<typeof addMaintenance>[0]) =>
      (await addMaintenance(order, author, ports)).retroactive;
    expect(await retroactive({ window: window(-MINUTE, MINUTE) })).toBe(true);
    expect(await retroactive({ window: window(0, MINUTE) })).toBe(false);
    const weekly = { type: 'weekly', weekday: 4, from: '09:00', to: '10:00' } as const;
    const rest = { services: ['work24'], reason: 'patch' };
    expect(await retroactive({ window: { ...weekly, ...rest } })).toBe(false);
  });

  it('that repeats may begin at any time, but has to match some day', async () => {
    const weekly = {
      type: 'weekly',
      services: ['work24'],
      reason: 'patch',
      weekday: 4,
      from: '09:00',
      to: '10:00',
    } as const;
    const { ports } = desk();
    await expect(addMaintenance({ window: weekly }, author, ports)).resolves.toBeDefined();
    const never = { ...weekly, weekday: 7 } as const;
    await expect(addMaintenance({ window: never }, author, ports)).rejects.toThrow('never matches');
  });

  it('is refused where there are as many as may be', async () => {
    const one = { ...window(0, MINUTE), id: 'moel.w' };
    const { ports } = desk({ declared: Array.from({ length: 50 }, () => one) });
    const order = { window: window(0, MINUTE) };
    await expect(addMaintenance(order, author, ports)).rejects.toThrow('50 windows already');
  });

  it('is ended by its id, also before the board shows it', async () => {
    const one = { ...window(0, MINUTE), id: 'moel.w' };
    const shown = desk({ declared: [one] });
    await endMaintenance('moel.w', author, shown.ports);
    expect(shown.put).toEqual([{ type: 'end-maintenance', window: 'moel.w' }]);
    await expect(endMaintenance('moel.v', author, shown.ports)).rejects.toThrow('no such window');
    const { ports } = desk({}, [[MINUTE, { type: 'maintenance', window: one }]]);
    await expect(endMaintenance('moel.w', author, ports)).resolves.toBeDefined();
    await expect(endMaintenance('moel.v', author, ports)).rejects.toThrow('no such window');
  });
});

describe('a reset of logins', () => {
  it('is for a known service', async () => {
    const { ports, put } = desk();
    await resetLogin('work24', author, ports);
    expect(put).toEqual([{ type: 'login-reset', service: 'work24' }]);
    await expect(resetLogin('nobody', author, ports)).rejects.toThrow('no such service');
  });
});
