import { describe, expect, it } from 'vitest';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { PASSES, quick, Watch } from '../../support/watch.ts';

const work24 = (seen: object) => ({ 'work24/probe': seen });
const eps = (seen: object) => ({ 'eps/probe': seen });

/** Opened at 95 s. */
function open(): Watch {
  const watch = new Watch().at(0, { ...work24(PASSES), ...eps(PASSES) });
  return watch.at(60, work24(HANGS)).at(65, work24(HANGS)).at(95);
}

/** There are no reminders, so changes are told in emails of their own. */
function acknowledged(): Watch {
  return open().ask(96, { type: 'acknowledge', outage: id });
}

const id = 'moel-20240718-0916';
const told = (watch: Watch) =>
  watch.notices().map(({ type, at }) => [type, (at - NINE_FIFTEEN) / 1_000]);

describe('notices of an outage', () => {
  it('have ids that count up', () => {
    const watch = open().every(300, [395, 1_895], work24(HANGS));
    expect(watch.notices().map((notice) => notice.id)).toEqual([`${id}#1`, `${id}#2`]);
  });

  it('remind after half an hour, then every hour', () => {
    const watch = open().every(60, [120, 3 * 3_600], work24(HANGS));
    expect(told(watch)).toEqual([
      ['opened', 95],
      ['reminder', 1_920],
      ['reminder', 5_520],
      ['reminder', 9_120],
    ]);
  });

  it('do not remind once somebody has acknowledged, and the record names that person', () => {
    const watch = open().ask(200, { type: 'acknowledge', outage: id }, 'jiho');
    watch.every(60, [240, 3 * 3_600], work24(HANGS));
    expect(told(watch)).toEqual([['opened', 95]]);
    expect(watch.outage.acknowledged).toEqual({ by: 'jiho', at: NINE_FIFTEEN + 200_000 });
    expect(watch.outage.timeline.slice(-2)).toMatchObject([
      { type: 'acknowledged', by: 'jiho' },
      { type: 'withheld', as: 'reminder', reason: 'acknowledged' },
    ]);
  });

  it('tell of added services after five minutes, and the next time after twenty', () => {
    const watch = acknowledged().at(120, eps(HANGS)).at(125, eps(HANGS));
    expect(watch.shared()).toHaveLength(1);
    watch.at(424).at(425).at(430, { 'hrd-net/probe': HANGS }).at(435, { 'hrd-net/probe': HANGS });
    expect(told(watch)).toEqual([
      ['opened', 95],
      ['opened', 125],
      ['updated', 425],
      ['opened', 430],
    ]);
    expect(watch.at(735).at(1_624).notices('updated')).toHaveLength(1);
    expect(watch.at(1_625).notices('updated')).toHaveLength(2);
  });

  it('leave added services to the next reminder, which goes to the same people', () => {
    const watch = open().at(120, eps(HANGS)).at(125, eps(HANGS));
    watch.every(60, [180, 1_920], { ...work24(HANGS), ...eps(HANGS) });
    expect(watch.shared().map(({ type, services }) => [type, services.join(' ')])).toEqual([
      ['opened', 'work24'],
      ['reminder', 'work24 eps'],
    ]);
    watch.every(60, [1_980, 2_700], { ...work24(HANGS), ...eps(HANGS) });
    expect(watch.notices('updated')).toEqual([]);
  });

  it('tell of added services by themselves if the next reminder is more than half an hour away', () => {
    const both = { ...work24(HANGS), ...eps(HANGS) };
    const joined = (second: number) => {
      const watch = open().every(60, [120, second - 60], work24(HANGS));
      return watch.every(60, [second, second + 1_260], both).notices('updated').length;
    };
    expect(joined(1_980)).toBe(1);
    expect(joined(3_540)).toBe(0);
  });

  it('wait while services come and go', () => {
    const watch = acknowledged();
    for (let at = 120; at < 3_000; at += 420) {
      watch.every(60, [at, at + 60], eps(HANGS)).every(60, [at + 120, at + 360], eps(PASSES));
    }
    expect(watch.notices('updated')).toEqual([]);
  });

  it('tell of recovered services while others stay down, but not if all is over soon after', () => {
    const watch = acknowledged().at(120, eps(HANGS)).at(125, eps(HANGS)).at(430);
    watch.every(60, [460, 640], eps(PASSES));
    expect(watch.notices('updated')).toHaveLength(1);
    watch.every(60, [700, 940], { ...eps(PASSES), ...work24(PASSES) });
    expect(watch.shared().map(({ type }) => type)).toEqual(['opened', 'updated', 'closed']);
  });

  it('tell that one service took the place of another', () => {
    const watch = acknowledged().at(120, eps(HANGS)).at(125, eps(HANGS));
    watch.every(60, [130, 910], { ...work24(PASSES), ...eps(HANGS) });
    const [update, ...more] = watch.shared('updated');
    expect(more).toEqual([]);
    expect(update?.services).toEqual(['eps']);
  });

  it('do not remind of an outage that is over', () => {
    const reminderSeconds = { first: 60, next: 60 };
    const watch = new Watch(quick({ reminderSeconds })).at(0, work24(PASSES));
    watch.at(60, work24(HANGS)).at(65, work24(HANGS)).at(95);
    watch.every(60, [120, 900], work24(PASSES));
    expect(watch.outage.state).toBe('closed');
    expect(told(watch).at(-1)?.[0]).toBe('closed');
  });

  it('have no reason for a reminder before the opening notice', () => {
    const watch = new Watch().at(0, work24(PASSES)).at(60, work24(HANGS)).at(65, work24(HANGS));
    watch.ask(66, { type: 'acknowledge', outage: id }).at(95);
    const seen = watch.outage.timeline.flatMap((entry) => ('as' in entry ? [entry] : []));
    expect(seen.map(({ type, as }) => `${type} ${as}`)).toEqual([
      'withheld opened',
      'notice opened',
      'withheld reminder',
    ]);
  });

  it('give bounds of the duration', () => {
    const watch = open().every(60, [120, 300], work24(PASSES));
    expect(watch.notices('closed')[0]?.text).toContain('09:1');
    expect(watch.notices('closed')[0]?.sms).toBeDefined();
  });
});

describe('an opening notice', () => {
  const siblings = ['worknet', 'employment-insurance', 'employment-support', 'hrd-net', 'control'];
  const others = Object.fromEntries(siblings.map((service) => [`${service}/probe`, PASSES]));

  it('waits for the run of a service that it would not name yet', () => {
    const watch = new Watch().at(0, { ...work24(PASSES), ...eps(PASSES), ...others });
    watch.at(60, work24(HANGS)).at(65, work24(HANGS)).at(70, others);
    expect(watch.notices()).toEqual([]);
    expect(watch.at(75, eps(PASSES)).notices('opened')).toHaveLength(1);
  });

  it('does not wait for another run of a service that it names already', () => {
    const login = (seen: object) => ({ 'eps/login': seen });
    const watch = new Watch().at(0, { ...work24(PASSES), ...eps(PASSES), ...others });
    watch.at(60, { ...work24(HANGS), ...login(HANGS) });
    watch.at(65, { ...work24(HANGS), ...login(HANGS) });
    expect(watch.outage.incidents).toHaveLength(2);
    const logins = Object.fromEntries(siblings.map((service) => [`${service}/login`, PASSES]));
    delete logins['control/login'];
    watch.at(70, { ...others, ...logins });
    expect(watch.state.awaiting.map(({ check }) => check)).toContain('eps/probe');
    expect(watch.notices('opened')).toHaveLength(1);
  });
});

describe('people', () => {
  it('rehearse: an opening and an ending that say 모의훈련, and no outage', () => {
    const watch = new Watch().at(0, work24(PASSES)).ask(60, { type: 'drill' });
    expect(watch.notices().map(({ type }) => type)).toEqual(['opened', 'closed']);
    for (const { sms, subject } of watch.notices())
      expect(`${sms} ${subject}`).toContain('모의훈련');
    expect(watch.outage).toMatchObject({ drill: true, state: 'closed', downSeconds: 0 });
    expect(watch.outage.unaffected).toEqual([]);
    expect(watch.outage.cause.confidence).toBe('unclear');
    watch.at(120, work24(HANGS)).at(125, work24(HANGS)).at(155);
    expect(watch.outages).toHaveLength(2);
  });

  it('rehearse one channel alone, which the notices name', () => {
    const watch = new Watch().at(0, work24(PASSES));
    watch.ask(60, { type: 'drill', channel: 'webhook-ops' });
    expect(watch.notices().map(({ only }) => only)).toEqual(['webhook-ops', 'webhook-ops']);
  });

  it('are heard once, whatever order their commands are read in', () => {
    const by = 'minji';
    const group = 'moel';
    const command = (at: number, random: string) => ({
      schema: 1 as const,
      id: `${String(at).padStart(13, '0')}-${random}`,
      group,
      by,
      at,
      action: { type: 'drill' as const },
    });
    const [early, late] = [command(NINE_FIFTEEN, 'a'), command(NINE_FIFTEEN + 20, 'b')];
    const watch = new Watch().fold(NINE_FIFTEEN + 100, [], [late]);
    watch.fold(NINE_FIFTEEN + 200, [], [early, late]).fold(NINE_FIFTEEN + 300, [], [early, late]);
    expect(watch.notices('opened')).toHaveLength(2);
  });
});
