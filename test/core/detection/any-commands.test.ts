import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMAND_LIMITS, type Command, type CommandAction } from '#core/detection/command';
import { SECOND } from '#core/time/time';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { PASSES, Watch } from '../../support/watch.ts';

const id = 'moel-20240718-0916';
const work24 = (seen: object) => ({ 'work24/probe': seen });

const open = () =>
  new Watch().at(0, work24(PASSES)).at(60, work24(HANGS)).at(65, work24(HANGS)).at(95);

const at = (seconds: number) => NINE_FIFTEEN + seconds * SECOND;

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
    const folded = watch.outcomes().map(({ command }) => command);
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
    expect(watch.outcomes()).toHaveLength(ids.length + 1);
    watch.fold(at(105), [], [command(first), command(1), ...rest.map(command)]);
    expect(watch.outcomes()).toHaveLength(ids.length + 1);
  });
});
