import { describe, expect, it } from 'vitest';
import { COMMAND_LIMITS, type Command } from '#core/detection/command';
import { SECOND } from '#core/time/time';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { Watch } from '../../support/watch.ts';

const refusals = (watch: Watch) => watch.outcomes().map(({ refused }) => refused ?? 'done');

const at = (seconds: number) => NINE_FIFTEEN + seconds * SECOND;

describe('a declared window', () => {
  const window = (name: string, from: number, to: number, named = ['work24']) => ({
    type: 'maintenance' as const,
    window: {
      id: name,
      type: 'once' as const,
      services: named,
      reason: '정기 점검',
      from: at(from),
      to: at(to),
    },
  });
  const named = (watch: Watch) => watch.state.windows.map(({ id: each }) => each);
  const days = (count: number) => count * 24 * 3_600;
  /** From 18 July, 09:15, back to 1 June, 00:00. Earlier time is not counted again. */
  const SINCE_JUNE = -days(47) - 9.25 * 3_600;

  it('replaces the window with its id, and leaves the others as they are', () => {
    const watch = new Watch().ask(10, window('w1', 100, 200)).ask(20, window('w2', 100, 200));
    watch.ask(30, window('w1', 100, 300));
    expect(named(watch)).toEqual(['w2', 'w1']);
    expect(watch.state.windows.at(-1)).toMatchObject({ to: at(300), by: 'minji', at: at(30) });
  });

  it('counts once towards the limit of fifty, however often it is declared', () => {
    const watch = new Watch();
    for (let index = 0; index < COMMAND_LIMITS.windows; index += 1) {
      watch.ask(index, window(`w${index}`, 1_000, 2_000));
    }
    watch.ask(60, window('w0', 1_000, 3_000)).ask(61, window('more', 1_000, 2_000));
    expect(refusals(watch).slice(-2)).toEqual(['done', 'too-many']);
  });

  it('covers the services that it names, and all if it names none', () => {
    const watch = new Watch().ask(10, window('w1', 100, 200, ['x']));
    watch.ask(20, window('w2', 100, 200, [])).ask(30, window('w3', 100, 200, ['x', 'eps']));
    expect(refusals(watch)).toEqual(['no-such-service', 'done', 'done']);
    expect(watch.state.windows.map(({ services: each }) => each)).toEqual([[], ['eps']]);
  });

  it('is kept for ten minutes after its end, for runs that come late', () => {
    const watch = new Watch().ask(10, window('w', 100, 200));
    expect(named(watch.at(799))).toEqual(['w']);
    expect(named(watch.at(800))).toEqual([]);
  });

  it('that was over when it was declared is kept while its month is open', () => {
    const watch = new Watch().ask(10, window('w', -7_200, -3_600));
    expect(watch.state.windows[0]?.retroactive).toBe(true);
    const august = days(14) - 9.25 * 3_600;
    expect(named(watch.at(august - 1))).toEqual(['w']);
    expect(named(watch.at(august))).toEqual([]);
  });

  it('of the month before is kept for a day, so that it can be withdrawn', () => {
    const watch = new Watch().ask(10, window('w', -days(30), -days(29)));
    expect(named(watch.at(days(1) + 9))).toEqual(['w']);
    expect(named(watch.at(days(1) + 10))).toEqual([]);
  });

  it('that ended with the month before belongs to that month', () => {
    const july = -days(17) - 9.25 * 3_600;
    const kept = (to: number) => {
      const watch = new Watch().ask(10, window('w', july - 3_600, to));
      return named(watch.at(days(1) + 10));
    };
    expect(kept(july)).toEqual([]);
    expect(kept(july + 1)).toEqual(['w']);
  });

  it('that lies ahead changes no time that is counted', () => {
    const watch = new Watch().ask(10, window('w', 10, 3_600));
    expect(watch.state.windows[0]).not.toHaveProperty('retroactive');
    expect(watch.effects.map(({ type }) => type)).not.toContain('retroactive');
  });

  it('counts its days that wait once, however often it is declared', () => {
    const asked = [
      window('w22', -days(21), 0),
      window('w22', -days(21), 0),
      window('w40', -days(39), 0),
    ];
    const commands = asked.map(
      (action, index): Command => ({
        ...{ schema: 1, id: `${at(20)}-${index}`, group: 'moel', by: 'x', at: at(20), action },
      }),
    );
    const watch = new Watch().fold(at(20), [], commands);
    expect(refusals(watch)).toEqual(['done', 'done', 'done']);
  });

  it('is withdrawn by its id, whatever else is declared', () => {
    const watch = new Watch().ask(10, window('w1', -7_200, -3_600));
    watch.ask(20, window('w2', -3_600, -1_800));
    watch.ask(30, { type: 'end-maintenance', window: 'w3' });
    watch.ask(40, { type: 'end-maintenance', window: 'w2' });
    expect(refusals(watch)).toEqual(['done', 'done', 'no-such-window', 'done']);
    const last = watch.effects.findLast(({ type }) => type === 'retroactive');
    expect(last).toMatchObject({ window: 'w2', withdrawn: true, from: at(-3_600), to: at(-1_800) });
    expect(named(watch)).toEqual(['w1']);
  });

  it('asks for each day that it changes, up to the moment and back to the month before', () => {
    const watch = new Watch().ask(10, window('w', -days(60), 3_600));
    const changed = watch.effects.flatMap((effect) =>
      effect.type === 'retroactive' ? [effect] : [],
    );
    expect(changed).toHaveLength(48);
    expect(changed[0]).toMatchObject({ window: 'w', services: ['work24'], from: at(SINCE_JUNE) });
    expect(changed.at(-1)?.to).toBe(at(10));
  });

  it('over past days is refused until earlier rewrites are done', () => {
    const asked = [
      window('w48', SINCE_JUNE, 0),
      window('w22', -days(21), 0),
      window('w48', SINCE_JUNE, 0),
      window('w1', -3_600, 0),
    ];
    const commands = asked.map(
      (each, index): Command => ({
        schema: 1,
        id: `${at(20)}-${index}`,
        group: 'moel',
        by: 'x',
        at: at(20),
        action: each,
      }),
    );
    const watch = new Watch().fold(at(20), [], commands);
    expect(refusals(watch)).toEqual(['done', 'done', 'done', 'too-many']);
    watch.ask(30, window('w1', -3_600, 0));
    expect(refusals(watch).at(-1)).toBe('done');
  });

  it('that is withdrawn ends alone', () => {
    const watch = new Watch().ask(10, window('w1', 100, 200)).ask(20, window('w2', 100, 200));
    watch.ask(30, { type: 'end-maintenance', window: 'w1' });
    expect(named(watch)).toEqual(['w2']);
  });
});
