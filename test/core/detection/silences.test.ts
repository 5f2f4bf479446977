import { describe, expect, it } from 'vitest';
import type { Notice } from '#core/notice/notice';
import { SECOND } from '#core/time/time';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { PASSES, Watch } from '../../support/watch.ts';

const work24 = (seen: object) => ({ 'work24/probe': seen });
const eps = (seen: object) => ({ 'eps/probe': seen });
const both = (seen: object) => ({ ...work24(seen), ...eps(seen) });

/** Seconds after 09:15. */
function silence(services: readonly string[], from: number, to: number) {
  const at = (seconds: number) => NINE_FIFTEEN + seconds * SECOND;
  const times = { from: at(from), to: at(to) };
  return { type: 'silence', silence: 's1', services, ...times, reason: '야간' } as const;
}

const told = (watch: Watch) => watch.notices().map(shown);

function shown({ type, at, services }: Notice): readonly [string, number, string] {
  return [type, (at - NINE_FIFTEEN) / SECOND, services.join(' ')];
}

/** work24 down since 60 s, told at 95 s. */
function open(): Watch {
  const watch = new Watch().at(0, both(PASSES)).at(60, work24(HANGS)).at(65, work24(HANGS));
  return watch.at(95);
}

describe('a silence', () => {
  it('holds back the notice of an outage that begins in it, and the record goes on', () => {
    const watch = new Watch().ask(0, silence(['work24'], 0, 3_600));
    watch.at(60, work24(HANGS)).at(65, work24(HANGS)).at(95).at(600, work24(HANGS));
    expect(watch.notices()).toEqual([]);
    expect(watch.outage.state).toBe('open');
  });

  it('holds back for good the notices of an outage that began and ended in it', () => {
    const watch = new Watch().ask(0, silence([], 0, 900));
    watch.at(60, work24(HANGS)).at(65, work24(HANGS)).at(95);
    watch.every(60, [130, 600], work24(PASSES));
    expect(watch.outage.state).toBe('closed');
    expect(watch.every(60, [660, 2_000], work24(PASSES)).notices()).toEqual([]);
  });

  it('that ends with the outage lets its begin and its end be told', () => {
    const watch = new Watch().ask(0, silence([], 0, 600)).at(60, work24(HANGS));
    watch.at(65, work24(HANGS)).at(95).at(480, work24(PASSES)).at(540, work24(PASSES));
    watch.at(600, work24(PASSES));
    expect(told(watch).map(([type, at]) => [type, at])).toEqual([
      ['opened', 600],
      ['closed', 600],
    ]);
  });

  it('of one service does not hold back notices about others', () => {
    const watch = new Watch().ask(0, silence(['work24'], 0, 3_600));
    watch.at(60, eps(HANGS)).at(65, eps(HANGS)).at(95);
    expect(watch.notices('opened')).toHaveLength(1);
  });

  it.each([
    ['is over', 600, (watch: Watch) => watch.at(599).at(600)],
    ['is lifted', 200, (watch: Watch) => watch.ask(200, { type: 'unsilence', silence: 's1' })],
  ])('lets an outage that still goes on be told when it %s', (_, at, until) => {
    const watch = new Watch().ask(0, silence([], 0, 600));
    watch.at(60, work24(HANGS)).at(65, work24(HANGS)).at(95);
    expect(told(until(watch))).toEqual([['opened', at, 'work24']]);
  });

  it('holds back the closing notice of an outage that was told before it, until the silence is over', () => {
    const watch = open().ask(100, silence(['work24'], 100, 7_200));
    watch.every(60, [160, 7_180], work24(PASSES));
    expect(watch.outage.state).toBe('closed');
    expect(told(watch)).toEqual([['opened', 95, 'work24']]);
    watch.at(7_200).at(9_000);
    expect(told(watch)).toEqual([
      ['opened', 95, 'work24'],
      ['closed', 7_200, 'work24'],
    ]);
    expect(watch.notices('closed')[0]?.sms).toBe('[복구] 고용24 09:17 정상화(장애 1분)');
    expect(watch.outages).toEqual([]);
  });

  it('lets the closing notice go at once when it is lifted, and holds it back longer when it is prolonged', () => {
    const ended = () =>
      open()
        .ask(100, silence(['work24'], 100, 900))
        .every(60, [160, 800], work24(PASSES));
    const lifted = ended().ask(810, { type: 'unsilence', silence: 's1' });
    expect(told(lifted).at(-1)).toEqual(['closed', 810, 'work24']);
    const prolonged = ended()
      .ask(810, silence(['work24'], 100, 1_800))
      .at(900)
      .at(1_799);
    expect(prolonged.notices('closed')).toEqual([]);
    expect(told(prolonged.at(1_800)).at(-1)).toEqual(['closed', 1_800, 'work24']);
  });

  it('holds back the notice of a recurrence if the end before it was not told', () => {
    const watch = open()
      .ask(100, silence([], 100, 3_000))
      .every(60, [160, 400], work24(PASSES));
    watch.at(500, work24(HANGS)).at(505, work24(HANGS)).every(300, [800, 3_200], work24(HANGS));
    expect(watch.outage).toMatchObject({ state: 'open', recurrences: 1 });
    expect(told(watch)).toEqual([
      ['opened', 95, 'work24'],
      ['reminder', 3_200, 'work24'],
    ]);
    watch.every(60, [3_260, 5_060], work24(PASSES));
    expect(watch.notices('closed')).toHaveLength(1);
  });

  it('holds back the end of a recurrence that it held back', () => {
    const watch = open()
      .every(60, [130, 310], work24(PASSES))
      .ask(320, silence([], 320, 3_000));
    watch.at(400, work24(HANGS)).at(405, work24(HANGS)).every(60, [460, 3_100], work24(PASSES));
    expect(watch.notices().map(({ type }) => type)).toEqual(['opened', 'closed']);
  });

  it('holds back the end of its own service, but not that of another service', () => {
    const opened = () =>
      new Watch().at(0, both(PASSES)).at(60, both(HANGS)).at(65, both(HANGS)).at(95);
    const lastIsLoud = opened().ask(100, silence(['work24'], 100, 9_000));
    lastIsLoud.every(60, [160, 400], work24(PASSES)).every(60, [460, 700], eps(PASSES));
    expect(lastIsLoud.notices('closed')).toHaveLength(1);
    const lastIsHushed = opened().ask(100, silence(['work24'], 100, 9_000));
    lastIsHushed.ask(101, { type: 'acknowledge', outage: lastIsHushed.outage.id });
    lastIsHushed.every(60, [160, 1_400], eps(PASSES)).every(60, [1_460, 1_700], work24(PASSES));
    expect(told(lastIsHushed)).toEqual([
      ['opened', 95, 'work24 eps'],
      ['closed', 280, 'eps'],
      ['updated', 1_180, 'work24'],
    ]);
    expect(told(lastIsHushed.at(9_000)).at(-1)).toEqual(['closed', 9_000, 'work24 eps']);
  });

  it('holds back reminders of services that are down in it', () => {
    const watch = new Watch().at(0, both(PASSES)).at(60, both(HANGS)).at(65, both(HANGS)).at(95);
    watch.ask(100, silence(['work24'], 100, 9_000)).every(60, [160, 700], eps(PASSES));
    watch.every(300, [900, 8_900], work24(HANGS));
    expect(watch.notices('reminder')).toEqual([]);
  });
});
