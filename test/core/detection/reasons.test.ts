import { describe, expect, it } from 'vitest';
import { groupContext } from '#core/detection/context';
import type { Effect } from '#core/detection/effects';
import { boardOf } from '#core/detection/group-board';
import type { Outage } from '#core/outage/outage';
import { SECOND } from '#core/time/time';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { CRASHES, PASSES, REFUSES, type Runs, Watch } from '../../support/watch.ts';

const work24 = (seen: Runs[string]): Runs => ({ 'work24/probe': seen });
const control = (seen: Runs[string]): Runs => ({ 'control/probe': seen });
const at = (seconds: number) => NINE_FIFTEEN + seconds * SECOND;

function silence(from: number, to: number) {
  const times = { from: at(from), to: at(to) };
  return {
    type: 'silence',
    silence: 's1',
    services: ['work24'],
    ...times,
    reason: '야간',
  } as const;
}

/** Told and withheld notices, with seconds after 09:15. */
function decisions({ timeline }: Outage): readonly string[] {
  return timeline.flatMap((entry) => {
    const seconds = (entry.at - NINE_FIFTEEN) / SECOND;
    if (entry.type === 'notice') return [`${seconds} told ${entry.as}`];
    return entry.type === 'withheld' ? [`${seconds} ${entry.as} ${entry.reason}`] : [];
  });
}

/** Stored reasons of services without an outage. */
function kept(watch: Watch): readonly string[] {
  const found = watch.effects.flatMap((effect: Effect) =>
    effect.type === 'withheld' ? [effect.withheld] : [],
  );
  return found.map(({ service, reason, at: when }) => {
    return `${(when - NINE_FIFTEEN) / SECOND} ${service} ${reason}`;
  });
}

/** work24 down since 60 s, told at 95 s. */
function open(): Watch {
  const watch = new Watch().at(0, work24(PASSES)).at(60, work24(HANGS)).at(65, work24(HANGS));
  return watch.at(95);
}

describe('the timeline of an outage says of each notice', () => {
  it('that it waited for the other services, and when it was told', () => {
    expect(decisions(open().outage)).toEqual(['65 opened forming', '95 told opened']);
  });

  it('that it was silenced, once, however many evaluations there were', () => {
    const watch = new Watch().ask(0, silence(0, 600));
    watch.at(60, work24(HANGS)).at(65, work24(HANGS)).every(30, [95, 720], work24(HANGS));
    expect(decisions(watch.outage)).toEqual([
      '65 opened forming',
      '95 opened silenced',
      '605 told opened',
    ]);
  });

  it('who silenced it before it began and until when, once for each silence', () => {
    const watch = new Watch().ask(0, silence(0, 600), 'jiho');
    watch.ask(1, { ...silence(0, 900), silence: 's2', services: [] });
    watch.ask(2, { ...silence(0, 900), silence: 's3', services: ['eps'] });
    watch.at(60, work24(HANGS)).at(65, work24(HANGS)).every(30, [95, 300], work24(HANGS));
    const silences = watch.outage.timeline.filter(({ type }) => type === 'silenced');
    expect(silences).toEqual([
      { at: at(0), type: 'silenced', by: 'jiho', text: '야간', until: at(600) },
      { at: at(1), type: 'silenced', by: 'minji', text: '야간', until: at(900) },
    ]);
  });

  it('that it was silenced while it went on, once, and never that another service was', () => {
    const watch = open().ask(100, silence(100, 600));
    watch.ask(101, { ...silence(0, 900), silence: 's2', services: ['eps'] });
    watch.every(60, [160, 500], work24(PASSES));
    watch.ask(520, { type: 'unsilence', silence: 's2' });
    const people = watch.outage.timeline.filter((entry) => 'by' in entry);
    expect(people.map(({ type, at: when }) => [type, when])).toEqual([['silenced', at(100)]]);
  });

  it('that its end is held back by a silence, and told after it', () => {
    const watch = open().ask(100, silence(100, 3_600));
    watch.every(60, [160, 400], work24(PASSES));
    expect(decisions(watch.outage).slice(2)).toEqual(['280 closed silenced']);
  });

  it('that a change waits until some minutes have passed', () => {
    const eps = (seen: Runs[string]) => ({ 'eps/probe': seen });
    const watch = open().ask(100, { type: 'acknowledge', outage: open().outage.id });
    watch.at(120, eps(HANGS)).at(125, eps(HANGS)).at(430);
    expect(decisions(watch.outage).slice(2)).toEqual([
      '100 reminder acknowledged',
      '125 updated not-due',
      '125 told opened',
      '430 told updated',
    ]);
  });

  it('that there are no reminders after an acknowledgement', () => {
    const watch = open().ask(200, { type: 'acknowledge', outage: open().outage.id });
    watch.every(60, [240, 7_200], work24(HANGS));
    expect(decisions(watch.outage).slice(2)).toEqual(['200 reminder acknowledged']);
  });

  it('that nobody is reminded in declared maintenance, and that they are after it', () => {
    const window = {
      id: 'w1',
      type: 'once',
      services: ['work24'],
      reason: '정기 점검',
      from: at(200),
      to: at(3_000),
    } as const;
    const watch = open().ask(150, { type: 'maintenance', window });
    watch.every(60, [210, 4_200], work24(HANGS));
    const told = decisions(watch.outage).slice(2);
    expect(told[0]).toBe('210 reminder maintenance');
    expect(told[1]).toMatch(/told reminder$/);
    expect(told).toHaveLength(2);
  });
});

describe('of a service without an outage the reason is kept', () => {
  it('for a failure that did not last: once when it began, once when it was over', () => {
    const watch = new Watch().at(0, work24(PASSES)).at(60, work24(HANGS));
    watch.every(10, [70, 600], work24(PASSES));
    expect(kept(watch)[0]).toBe('60 work24 forming');
    expect(kept(watch)[1]).toMatch(/ work24 blip$/);
    expect(kept(watch)).toHaveLength(2);
  });

  it('of a blip with its interval, as the board shows it', () => {
    const watch = new Watch().at(0, work24(PASSES)).at(60, work24(HANGS));
    watch.every(10, [70, 600], work24(PASSES));
    const blip = watch.effects.findLast((effect) => effect.type === 'withheld')?.withheld;
    expect(blip).toMatchObject({
      kind: 'timeout',
      startedBetween: { after: NINE_FIFTEEN - 1_000, by: NINE_FIFTEEN + 60_000 },
      endedBetween: { after: NINE_FIFTEEN + 59_000, by: NINE_FIFTEEN + 70_000 },
    });
    const { blips } = boardOf(watch.state, groupContext(watch.configuration, 'moel', 'prod'));
    expect(blips).toMatchObject([{ service: 'work24', endedBetween: blip?.endedBetween }]);
  });

  it('with run, layer and kind of the failure', () => {
    const watch = new Watch().at(0, work24(PASSES)).at(60, work24(REFUSES));
    const effect = watch.effects.find(({ type }) => type === 'withheld');
    expect(effect).toMatchObject({
      withheld: { group: 'moel', layer: 'host', kind: 'connect' },
    });
    expect(effect?.type === 'withheld' && effect.withheld.run).toMatch(/^work24\.probe\./);
  });

  it('of its own blip although others have one too, and of a later failure without a blip', () => {
    const all = (seen: Runs[string]): Runs => ({ 'work24/probe': seen, 'eps/probe': seen });
    const watch = new Watch().at(0, all(PASSES));
    watch.at(60, { 'work24/probe': HANGS, 'eps/probe': REFUSES }).every(10, [70, 600], all(PASSES));
    watch.at(660, work24(REFUSES));
    const found = watch.effects.flatMap((effect) =>
      effect.type === 'withheld' ? [effect.withheld] : [],
    );
    const blips = found.filter(({ reason }) => reason === 'blip');
    expect(blips.map(({ service, kind }) => [service, kind])).toEqual([
      ['work24', 'timeout'],
      ['eps', 'connect'],
    ]);
    expect(found.at(-1)).toMatchObject({ reason: 'forming', kind: 'connect' });
    expect(found.at(-1)).not.toHaveProperty('endedBetween');
  });

  it('for failures in declared maintenance', () => {
    const window = {
      id: 'w1',
      type: 'once',
      services: [],
      reason: '정기 점검',
      from: at(30),
      to: at(900),
    } as const;
    const watch = new Watch().at(0, work24(PASSES)).ask(10, { type: 'maintenance', window });
    watch.every(30, [60, 840], work24(HANGS));
    expect(watch.outages).toEqual([]);
    expect(kept(watch)).toEqual(['60 work24 maintenance']);
  });

  it('while control sites fail as well', () => {
    const both = { ...work24(HANGS), ...control(HANGS) };
    const watch = new Watch().at(0, { ...work24(PASSES), ...control(PASSES) });
    watch.at(60, both).at(65, both).every(30, [90, 300], both);
    expect(watch.outages).toEqual([]);
    expect(kept(watch).at(-1)).toMatch(/ work24 network-in-doubt$/);
  });

  it('never for one that passes or whose runs are inconclusive', () => {
    const watch = new Watch().every(60, [0, 600], work24(PASSES));
    watch.every(60, [660, 1_200], work24(CRASHES));
    expect(kept(watch)).toEqual([]);
  });

  it('no longer once it has an outage with a timeline of its own', () => {
    expect(kept(open())).toEqual(['60 work24 forming']);
  });
});

describe('a change that waits', () => {
  it('appears in the timeline again if it was undone in between', () => {
    const eps = (seen: Runs[string]) => ({ 'eps/probe': seen });
    const watch = open().ask(100, { type: 'acknowledge', outage: open().outage.id });
    watch.at(120, eps(HANGS)).at(125, eps(HANGS));
    watch.every(30, [150, 300], eps(PASSES)).at(330, eps(HANGS)).at(335, eps(HANGS));
    const waited = decisions(watch.outage).filter((each) => each.endsWith('updated not-due'));
    expect(waited).toEqual(['125 updated not-due', '330 updated not-due']);
  });
});
