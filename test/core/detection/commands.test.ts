import { describe, expect, it } from 'vitest';
import { COMMAND_LIMITS, type CommandAction } from '#core/detection/command';
import { SECOND } from '#core/time/time';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { PASSES, Watch } from '../../support/watch.ts';

const id = 'moel-20240718-0916';
const work24 = (seen: object) => ({ 'work24/probe': seen });

const open = () =>
  new Watch().at(0, work24(PASSES)).at(60, work24(HANGS)).at(65, work24(HANGS)).at(95);

const refusals = (watch: Watch) => watch.outcomes().map(({ refused }) => refused ?? 'done');

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

describe('the outcome of a command', () => {
  it.each<[string, CommandAction, string]>([
    ['an outage that is not there', { type: 'acknowledge', outage: 'x' }, 'no-such-outage'],
    ['no outage', { type: 'unacknowledge', outage: 'x' }, 'no-such-outage'],
    ['an outage nobody took', { type: 'unacknowledge', outage: id }, 'not-acknowledged'],
    ['a silence that is over', silence('s', -60, 100), 'already-over'],
    ['a silence that is not there', { type: 'unsilence', silence: 's' }, 'no-such-silence'],
    ['a window that is not there', { type: 'end-maintenance', window: 'w' }, 'no-such-window'],
    ['a service of nobody', { ...silence('s'), services: ['x'] }, 'no-such-service'],
    ['a login of nobody', { type: 'login-reset', service: 'x' }, 'no-such-service'],
    ['a silence', silence('s'), 'done'],
    ['a note', { type: 'note', outage: id, note: 1 }, 'done'],
  ])('says what became of %s', (_, action, expected) => {
    expect(refusals(open().ask(200, action))).toEqual([expected]);
  });

  it('is too-many beyond the limit, until a silence ends', () => {
    const watch = new Watch();
    const names = Array.from({ length: COMMAND_LIMITS.silences + 1 }, (_, index) => `s${index}`);
    names.forEach((name, index) => void watch.ask(index, silence(name)));
    expect(refusals(watch).at(-1)).toBe('too-many');
    watch.ask(60, { type: 'unsilence', silence: 's0' }).ask(61, silence('again'));
    expect(refusals(watch).slice(-2)).toEqual(['done', 'done']);
  });
});

describe('the record of an outage', () => {
  it('holds entries by people up to a limit, and later commands still apply', () => {
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

  it('replaces the earlier silence with its id, and no other', () => {
    const watch = new Watch().ask(10, silence('s1')).ask(20, silence('s2'));
    watch.ask(30, { ...silence('s1'), reason: '연장', to: at(7_200) });
    expect(named(watch)).toEqual(['s2', 's1']);
    expect(watch.state.silences.at(-1)).toMatchObject({ reason: '연장', to: at(7_200) });
  });

  it('can be prolonged when there is no room for another', () => {
    const watch = new Watch();
    const names = Array.from({ length: COMMAND_LIMITS.silences }, (_, index) => `s${index}`);
    names.forEach((name, index) => void watch.ask(index, silence(name)));
    watch.ask(60, silence('s7', 0, 7_200));
    expect(refusals(watch)).not.toContain('too-many');
    expect(named(watch)).toHaveLength(COMMAND_LIMITS.silences);
  });

  it('is forgotten at its end, and is refused after it', () => {
    const watch = new Watch().ask(10, silence('s', 0, 100));
    expect(named(watch.at(99))).toEqual(['s']);
    expect(named(watch.at(100))).toEqual([]);
    watch.ask(200, silence('late', 0, 200));
    expect(refusals(watch).at(-1)).toBe('already-over');
  });

  it('covers the services that it names, and all if it names none', () => {
    const watch = new Watch().ask(10, { ...silence('s'), services: ['x', 'work24', 'work24'] });
    watch.ask(20, { ...silence('all'), services: [] });
    expect(watch.state.silences.map(({ services: each }) => each)).toEqual([['work24'], []]);
    expect(refusals(watch)).toEqual(['done', 'done']);
  });

  it('ends alone when it is lifted, and the timeline has both', () => {
    const watch = open().ask(200, silence('s1')).ask(210, silence('s2'));
    watch.ask(220, { type: 'unsilence', silence: 's1' });
    expect(named(watch)).toEqual(['s2']);
    const noted = watch.outage.timeline.filter((entry) => 'by' in entry);
    expect(noted.map(({ type }) => type)).toEqual(['silenced', 'silenced', 'silence-lifted']);
  });

  it('does not appear in the timeline of a closed outage', () => {
    const watch = open().every(60, [120, 400], work24(PASSES)).ask(500, silence('s'));
    expect(watch.outage.timeline.some(({ type }) => type === 'silenced')).toBe(false);
    watch.ask(510, { type: 'acknowledge', outage: id });
    expect(refusals(watch)).toEqual(['done', 'already-over']);
  });
});
