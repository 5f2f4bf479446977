import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommandOutcome } from '#core/detection/command';
import { COMMAND_LIMITS, type Command, type CommandAction } from '#core/detection/command';
import { SECOND } from '#core/time/time';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { PASSES, Watch } from '../../support/watch.ts';

const id = 'moel-20240718-0916';
const work24 = (seen: object) => ({ 'work24/probe': seen });

const open = () =>
  new Watch().at(0, work24(PASSES)).at(60, work24(HANGS)).at(65, work24(HANGS)).at(95);

function outcomes(watch: Watch): readonly CommandOutcome[] {
  return watch.effects.flatMap((effect) => (effect.type === 'outcomes' ? effect.outcomes : []));
}

const refusals = (watch: Watch) => outcomes(watch).map(({ refused }) => refused ?? 'done');

const at = (seconds: number) => NINE_FIFTEEN + seconds * SECOND;

const silence = (name: string, from = 0, to = 3_600) => ({
  type: 'silence' as const,
  silence: name,
  services: ['work24'],
  from: at(from),
  to: at(to),
  reason: '점검',
});

describe('an acknowledgement', () => {
  it('stays the first, and later ones are added', () => {
    const watch = open().ask(200, { type: 'acknowledge', outage: id }, 'jiho');
    watch.ask(300, { type: 'acknowledge', outage: id }, 'minji');
    expect(watch.outage.acknowledged).toEqual({ by: 'jiho', at: at(200) });
    const names = watch.outage.timeline.flatMap((entry) =>
      entry.type === 'acknowledged' ? [entry.by] : [],
    );
    expect(names).toEqual(['jiho', 'minji']);
  });

  it('can be taken back: reminders go on, and who was first is still known', () => {
    const watch = open().ask(200, { type: 'acknowledge', outage: id }, 'jiho');
    watch.ask(300, { type: 'unacknowledge', outage: id }, 'minji');
    expect(watch.outage.acknowledged).toBeUndefined();
    watch.every(60, [360, 2_000], work24(HANGS));
    expect(watch.notices('reminder')).not.toEqual([]);
    watch.ask(2_060, { type: 'acknowledge', outage: id }, 'minji');
    expect(watch.outage.firstAcknowledged).toEqual({ by: 'jiho', at: at(200) });
    expect(watch.outage.acknowledged).toEqual({ by: 'minji', at: at(2_060) });
  });
});

describe('what becomes of a command', () => {
  it.each<[string, CommandAction, string]>([
    ['an outage that is not there', { type: 'acknowledge', outage: 'x' }, 'no-such-outage'],
    ['an outage nobody took', { type: 'unacknowledge', outage: id }, 'not-acknowledged'],
    ['a silence that is over', silence('s', -60, 100), 'already-over'],
    ['a silence that is not there', { type: 'unsilence', silence: 's' }, 'no-such-silence'],
    ['a window that is not there', { type: 'end-maintenance', window: 'w' }, 'no-such-window'],
    ['a service of nobody', { ...silence('s'), services: ['x'] }, 'no-such-service'],
    ['a login of nobody', { type: 'login-reset', service: 'x' }, 'no-such-service'],
    ['a silence', silence('s'), 'done'],
    ['a note', { type: 'note', outage: id, note: 1 }, 'done'],
  ])('is told of %s', (_, action, expected) => {
    expect(refusals(open().ask(200, action))).toEqual([expected]);
  });

  it('is too-many beyond the limit, until one ends', () => {
    const watch = new Watch();
    const names = Array.from({ length: COMMAND_LIMITS.silences + 1 }, (_, index) => `s${index}`);
    names.forEach((name, index) => void watch.ask(index, silence(name)));
    expect(refusals(watch).at(-1)).toBe('too-many');
    watch.ask(60, { type: 'unsilence', silence: 's0' }).ask(61, silence('again'));
    expect(refusals(watch).slice(-2)).toEqual(['done', 'done']);
  });
});

describe('the record of an outage', () => {
  it('takes what people do up to a limit, beyond which it is done all the same', () => {
    const watch = open();
    for (let turn = 0; turn <= COMMAND_LIMITS.remarks; turn += 1) {
      const type = turn % 2 === 0 ? 'acknowledge' : 'unacknowledge';
      watch.ask(100 + turn, { type, outage: id });
    }
    const remarks = watch.outage.timeline.filter((entry) => 'by' in entry);
    expect(remarks).toHaveLength(COMMAND_LIMITS.remarks);
    expect(watch.outage.acknowledged).toBeDefined();
  });
});

describe('a silence', () => {
  const named = (watch: Watch) => watch.state.silences.map(({ id: each }) => each);

  it('that is asked for again takes the place of the one before it, and of no other', () => {
    const watch = new Watch().ask(10, silence('s1')).ask(20, silence('s2'));
    watch.ask(30, { ...silence('s1'), reason: '연장', to: at(7_200) });
    expect(named(watch)).toEqual(['s2', 's1']);
    expect(watch.state.silences.at(-1)).toMatchObject({ reason: '연장', to: at(7_200) });
  });

  it('can be prolonged where there is no room for another', () => {
    const watch = new Watch();
    const names = Array.from({ length: COMMAND_LIMITS.silences }, (_, index) => `s${index}`);
    names.forEach((name, index) => void watch.ask(index, silence(name)));
    watch.ask(60, silence('s7', 0, 7_200));
    expect(refusals(watch)).not.toContain('too-many');
    expect(named(watch)).toHaveLength(COMMAND_LIMITS.silences);
  });

  it('is forgotten at its end, and is not taken any more then', () => {
    const watch = new Watch().ask(10, silence('s', 0, 100));
    expect(named(watch.at(99))).toEqual(['s']);
    expect(named(watch.at(100))).toEqual([]);
    watch.ask(200, silence('late', 0, 200));
    expect(refusals(watch).at(-1)).toBe('already-over');
  });

  it('holds for the services of the group that it names, without names for all', () => {
    const watch = new Watch().ask(10, { ...silence('s'), services: ['x', 'work24', 'work24'] });
    watch.ask(20, { ...silence('all'), services: [] });
    expect(watch.state.silences.map(({ services: each }) => each)).toEqual([['work24'], []]);
    expect(refusals(watch)).toEqual(['done', 'done']);
  });

  it('that is lifted ends alone, and both stand on the record of what goes on', () => {
    const watch = open().ask(200, silence('s1')).ask(210, silence('s2'));
    watch.ask(220, { type: 'unsilence', silence: 's1' });
    expect(named(watch)).toEqual(['s2']);
    const noted = watch.outage.timeline.filter((entry) => 'by' in entry);
    expect(noted.map(({ type }) => type)).toEqual(['silenced', 'silenced', 'silence-lifted']);
  });

  it('does not stand on the record of what is over', () => {
    const watch = open().every(60, [120, 400], work24(PASSES)).ask(500, silence('s'));
    expect(watch.outage.timeline.some(({ type }) => type === 'silenced')).toBe(false);
    watch.ask(510, { type: 'acknowledge', outage: id });
    expect(refusals(watch)).toEqual(['done', 'already-over']);
  });
});

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

  it('leaves the others as they are, and takes the place of the one with its name', () => {
    const watch = new Watch().ask(10, window('w1', 100, 200)).ask(20, window('w2', 100, 200));
    watch.ask(30, window('w1', 100, 300));
    expect(named(watch)).toEqual(['w2', 'w1']);
    expect(watch.state.windows.at(-1)).toMatchObject({ to: at(300), by: 'minji', at: at(30) });
  });

  it('is one of fifty at most, one that is declared again not counted twice', () => {
    const watch = new Watch();
    for (let index = 0; index < COMMAND_LIMITS.windows; index += 1) {
      watch.ask(index, window(`w${index}`, 1_000, 2_000));
    }
    watch.ask(60, window('w0', 1_000, 3_000)).ask(61, window('more', 1_000, 2_000));
    expect(refusals(watch).slice(-2)).toEqual(['done', 'too-many']);
  });

  it('is for services of the group, without names for all', () => {
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

  it('that lies ahead changes no time that is counted', () => {
    const watch = new Watch().ask(10, window('w', 10, 3_600));
    expect(watch.state.windows[0]).not.toHaveProperty('retroactive');
    expect(watch.effects.map(({ type }) => type)).not.toContain('retroactive');
  });

  it('counts once against the days that wait, however often it was declared', () => {
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

  it('is the one that is withdrawn, whatever else is declared', () => {
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

  it('of days that have passed waits until those asked for before are done', () => {
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

/** Everything that was seen, decided and told, except withheld notices. */
const seen = (watch: Watch) =>
  watch.outage.timeline.filter((entry) => !('by' in entry) && entry.type !== 'withheld');

const text = fc.string({ unit: 'grapheme', maxLength: 200 });
const name = fc.integer({ min: 0, max: 200 }).map((number) => `moel.${number}`);
const services = fc.array(fc.constantFrom('work24', 'eps', 'nobody'), { maxLength: 200 });
const outage = fc.constantFrom(id, 'moel-19990101-0000');
const seconds = fc.integer({ min: -1_000, max: 1_000_000 });
const action: fc.Arbitrary<CommandAction> = fc.oneof(
  fc.record({ type: fc.constantFrom('acknowledge' as const, 'unacknowledge' as const), outage }),
  fc.record({ type: fc.constant('note' as const), outage, note: fc.nat(200) }),
  fc.record({
    type: fc.constant('silence' as const),
    silence: name,
    services,
    from: seconds.map(at),
    to: seconds.map(at),
    reason: text,
  }),
  fc.record({ type: fc.constant('unsilence' as const), silence: name }),
  fc.record({
    type: fc.constant('maintenance' as const),
    window: fc.record({
      id: name,
      services,
      reason: text,
      type: fc.constant('once' as const),
      from: seconds.map(at),
      to: seconds.map(at),
    }),
  }),
  fc.record({ type: fc.constant('end-maintenance' as const), window: name }),
  fc.record({ type: fc.constant('login-reset' as const), service: fc.constant('work24') }),
);

/** Characters that silences, windows, ids and the remarks on one outage may take together. */
const MOST_ADDED =
  (COMMAND_LIMITS.silences + COMMAND_LIMITS.windows + COMMAND_LIMITS.remarks) * 1_500 +
  COMMAND_LIMITS.remembered * 40;

describe('the state of a group', () => {
  it('stays small, and what was seen stays whole, whatever people ask for and however often', () => {
    const plain = open();
    const size = (watch: Watch) => JSON.stringify(watch.state).length;
    fc.assert(
      fc.property(fc.array(action, { minLength: 1, maxLength: 60 }), fc.nat(5_000), (some, gap) => {
        const watch = open();
        let asked = 0;
        // Ten thousand times the accepted rate, because the evaluator does not rely on the API.
        for (let round = 0; round < 12; round += 1) {
          const now = at(100 + round);
          const commands = Array.from({ length: 80 }, (_, index): Command => {
            asked += 1;
            const given = now - gap + index;
            const commandId = `${String(given).padStart(13, '0')}-${String(asked).padStart(8, '0')}`;
            const chosen = some[asked % some.length] as CommandAction;
            return { schema: 1, id: commandId, group: 'moel', by: 'x', at: given, action: chosen };
          });
          watch.fold(now, [], commands);
        }
        expect(watch.state.silences.length).toBeLessThanOrEqual(COMMAND_LIMITS.silences);
        expect(watch.state.windows.length).toBeLessThanOrEqual(COMMAND_LIMITS.windows);
        expect(watch.state.commands.length).toBeLessThanOrEqual(COMMAND_LIMITS.remembered);
        expect(size(watch) - size(plain)).toBeLessThan(MOST_ADDED);
        expect(seen(watch)).toEqual(seen(plain));
      }),
      { numRuns: 25 },
    );
  });

  it('keeps what was seen when somebody acknowledges and takes it back a thousand times', () => {
    const watch = open();
    const before = seen(watch);
    for (let turn = 0; turn < 1_000; turn += 1) {
      const type = turn % 2 === 0 ? 'acknowledge' : 'unacknowledge';
      watch.ask(100 + turn, { type, outage: id });
    }
    const timeline = seen(watch).filter(({ type }) => type !== 'notice');
    expect(watch.outage.timeline.length).toBeLessThanOrEqual(400);
    expect(timeline).toEqual(before.filter(({ type }) => type !== 'notice'));
  });

  it('folds no command twice, also when more came than it remembers', () => {
    const watch = open();
    const commands = Array.from({ length: 600 }, (_, index): Command => {
      const given = at(100) + index;
      const commandId = `${String(given).padStart(13, '0')}-a`;
      const note: CommandAction = { type: 'note', outage: id, note: index };
      return { schema: 1, id: commandId, group: 'moel', by: 'x', at: given, action: note };
    });
    for (let round = 0; round < 20; round += 1) watch.fold(at(101 + round), [], commands);
    const folded = outcomes(watch).map(({ command }) => command);
    expect(folded).toEqual(commands.map((command) => command.id));
  });

  it('folds a command that is read late, also when the oldest are forgotten', () => {
    const ids = Array.from({ length: COMMAND_LIMITS.remembered + 1 }, (_, index) => 2 * index);
    const command = (given: number): Command => ({
      schema: 1,
      id: `${String(at(100) + given).padStart(13, '0')}-a`,
      group: 'moel',
      by: 'x',
      at: at(100) + given,
      action: { type: 'note', outage: id, note: given },
    });
    const [first = 0, ...rest] = ids;
    const watch = open();
    for (let round = 0; round < 4; round += 1) watch.fold(at(102), [], rest.map(command));
    watch.fold(at(103), [], [command(first)]).fold(at(104), [], [command(1)]);
    expect(outcomes(watch)).toHaveLength(ids.length + 1);
    watch.fold(at(105), [], [command(first), command(1), ...rest.map(command)]);
    expect(outcomes(watch)).toHaveLength(ids.length + 1);
  });
});
