import { describe, expect, it } from 'vitest';
import type { EvaluationRequest } from '#contract/messages';
import { COMMAND_LIMITS, type Command } from '#core/detection/command';
import { SECOND } from '#core/time/time';
import {
  type RecordCommandPorts,
  recordCommand,
  TooManyCommandsError,
} from '#pipeline/history/record-command';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { memoryStores } from '../../support/memory/stores.ts';

class Desk {
  now = NINE_FIFTEEN;
  readonly asked: EvaluationRequest[] = [];
  readonly #commands = memoryStores(
    { now: () => this.now, secondsUntil: () => 0 },
    { passed: 35, others: 400 },
  ).commands;
  #count = 0;

  get ports(): RecordCommandPorts {
    return {
      clock: { now: () => this.now, secondsUntil: () => 0 },
      commands: this.#commands,
      evaluations: { send: async (request) => void this.asked.push(request) },
    };
  }

  /** A command given `seconds` after 09:15. */
  take(seconds: number, group = 'moel'): Promise<Command> {
    this.now = NINE_FIFTEEN + seconds * SECOND;
    this.#count += 1;
    const unique = String(this.#count).padStart(8, '0');
    return recordCommand({ group, by: 'minji', action: { type: 'drill' }, unique }, this.ports);
  }
}

describe('a command', () => {
  it('is stored with author and time, under an id that sorts by time', async () => {
    const desk = new Desk();
    expect(await desk.take(0)).toEqual({
      schema: 1,
      id: `${NINE_FIFTEEN}-00000001`,
      group: 'moel',
      by: 'minji',
      at: NINE_FIFTEEN,
      action: { type: 'drill' },
    });
  });

  it('is evaluated at once, also a second after another', async () => {
    const desk = new Desk();
    for (const seconds of [0, 1, 20]) await desk.take(seconds);
    expect(desk.asked.map(({ at }) => (at - NINE_FIFTEEN) / SECOND)).toEqual([0, 1, 20]);
    expect(desk.asked[0]).toEqual({ v: 1, group: 'moel', at: NINE_FIFTEEN, reason: 'command' });
  });

  it('of another group asks for its own', async () => {
    const desk = new Desk();
    await desk.take(0);
    await desk.take(1, 'hrdk');
    expect(desk.asked.map(({ group }) => group)).toEqual(['moel', 'hrdk']);
  });
});

describe('the pace of commands', () => {
  const filled = async () => {
    const desk = new Desk();
    for (let index = 0; index < COMMAND_LIMITS.taken; index += 1) await desk.take(index);
    return desk;
  };

  it('is thirty a minute; beyond that it says when the next is taken', async () => {
    const desk = await filled();
    const refused = await desk.take(45).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TooManyCommandsError);
    // The first was given at 0 s and leaves the minute just after 60 s.
    expect(refused).toMatchObject({ retryAfterSeconds: 16 });
    await expect(desk.take(60.001)).resolves.toBeDefined();
    await expect(desk.take(60.5)).rejects.toMatchObject({ retryAfterSeconds: 1 });
  });

  it('is each group’s own', async () => {
    const desk = await filled();
    await expect(desk.take(45, 'hrdk')).resolves.toBeDefined();
  });

  it('is not that of commands whose clock was ahead', async () => {
    const desk = new Desk();
    for (let index = 0; index < COMMAND_LIMITS.taken; index += 1) await desk.take(3_600 + index);
    await expect(desk.take(0)).resolves.toBeDefined();
  });
});
