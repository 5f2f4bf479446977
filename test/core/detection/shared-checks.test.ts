import { describe, expect, it } from 'vitest';
import { dueRuns } from '#core/detection/schedule';
import { MINUTE } from '#core/time/time';
import { defaultConfiguration } from '#local/configuration';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { PASSES, Watch } from '../../support/watch.ts';

const FOUR = ['employment-insurance', 'employment-support', 'work24', 'worknet'];
const LOGIN_REJECTED = {
  result: 'inconclusive',
  kind: 'login-rejected',
  layer: 'session',
} as const;

/** Probes of 고용24 every 20 s. Four services share its screens. */
function watch(): Watch {
  return new Watch(defaultConfiguration()).every(20, [-60, -20], {
    'work24/probe': PASSES,
    'hrd-net/probe': PASSES,
  });
}

const namesOf = ({ outages }: Watch) =>
  outages.flatMap(({ incidents }) => incidents.map(({ service }) => service)).sort();

describe('services that share a check', () => {
  it('are all down when it fails, and named in one notice', () => {
    const seen = watch().every(20, [0, 60], { 'work24/probe': HANGS }).at(95);
    expect(namesOf(seen)).toEqual(FOUR);
    expect(seen.notices('opened').map(({ services }) => services.toSorted())).toEqual([FOUR]);
  });

  it('are one source of evidence, so they have to fail as long as one service alone', () => {
    expect(watch().every(20, [0, 40], { 'work24/probe': HANGS }).outages).toEqual([]);
    const two = watch().every(20, [0, 20], { 'work24/probe': HANGS, 'hrd-net/probe': HANGS });
    expect(namesOf(two)).toEqual([...FOUR, 'hrd-net'].sort());
  });

  it('show a shared cause only together with a check of another address', () => {
    const alone = watch().every(20, [0, 60], { 'work24/probe': HANGS });
    expect(alone.outage.cause).toMatchObject({ shared: false, confidence: 'unclear' });
    const two = watch().every(20, [0, 20], { 'work24/probe': HANGS, 'hrd-net/probe': HANGS });
    expect(two.outage.cause).toMatchObject({ shared: true, confidence: 'likely' });
  });

  it('count each run once in the share of failed requests', () => {
    const seen = watch();
    for (let second = 0; second < 200; second += 10) {
      seen.at(second, { 'work24/probe': second % 20 === 0 ? HANGS : PASSES });
      if (seen.outages.length > 0) break;
    }
    const [{ seen: counted } = { seen: { runs: 0, failed: 0 } }] = Object.values(
      seen.state.outages,
    );
    const samples = seen
      .check('work24/probe')
      .samples.filter(({ from }) => from >= NINE_FIFTEEN - 2_000);
    expect(counted.runs).toBeLessThanOrEqual(samples.length);
    expect(counted.failed).toBeGreaterThan(2);
  });

  it('count a failure once while they are down as well', () => {
    const seen = watch().every(20, [0, 60], { 'work24/probe': HANGS });
    const counted = () => Object.values(seen.state.outages).map((each) => each.seen);
    const [before] = counted();
    if (!before) throw new Error('no outage');
    seen.at(80, { 'work24/probe': HANGS });
    expect(counted()).toEqual([{ runs: before.runs + 1, failed: before.failed + 1 }]);
  });

  it('are requested by the one check that has runs', () => {
    const seen = watch().every(20, [0, 60], { 'work24/probe': HANGS });
    seen.every(20, [600, 700], { 'work24/probe': PASSES, 'work24/login': PASSES });
    const asked = seen.requests().filter(({ group }) => group === 'moel');
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.map(({ service }) => service)).not.toContain('worknet');
    expect(new Set(seen.requests().map(({ run }) => run)).size).toBe(seen.requests().length);
  });

  it('end together, with each pass counted once', () => {
    const down = watch().every(20, [0, 60], { 'work24/probe': HANGS }).at(95);
    const early = down.every(30, [600, 660], { 'work24/probe': PASSES });
    expect(early.outage.endedBetween).toBeUndefined();
    const late = early.at(690, { 'work24/probe': PASSES });
    expect(late.outage.incidents.map(({ endedBetween }) => endedBetween !== undefined)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(late.at(730).notices('closed').length).toBe(1);
  });

  it('cause one message to engineers, under the name of the check', () => {
    const seen = watch().at(0, { 'work24/login': LOGIN_REJECTED }).at(120);
    expect(seen.notices('attention').map(({ services }) => services)).toEqual([['work24']]);
    expect(seen.state.services.worknet?.loginStoppedSince).toBeUndefined();
  });

  it('are down alone if only the others are in declared maintenance', () => {
    const base = defaultConfiguration();
    const window = {
      id: 'work',
      type: 'once',
      services: FOUR.filter((id) => id !== 'worknet'),
      reason: 'moving',
      from: NINE_FIFTEEN - MINUTE * 10,
      to: NINE_FIFTEEN + MINUTE * 60,
    } as const;
    const seen = new Watch({ ...base, maintenance: [window] });
    seen.every(20, [-60, -20], { 'work24/probe': PASSES });
    seen.every(20, [0, 60], { 'work24/probe': HANGS });
    expect(namesOf(seen)).toEqual(['worknet']);
  });
});

describe('the schedule of services that share a check', () => {
  it('has one probe a minute and address, also while they are down together', () => {
    const configuration = defaultConfiguration();
    const due = (state?: Watch['state']) =>
      Array.from({ length: 10 }, (_, minute) =>
        dueRuns(
          NINE_FIFTEEN + (minute + 10) * MINUTE,
          configuration,
          new Map(state ? [['moel', state]] : []),
        ).filter(({ check, group }) => group === 'moel' && check.endsWith('/probe')),
      );
    expect(due().map((runs) => runs.length)).toEqual(Array.from({ length: 10 }, () => 3));
    const down = watch()
      .every(20, [0, 60], { 'work24/probe': HANGS, 'hrd-net/probe': HANGS, 'eps/probe': HANGS })
      .at(95);
    expect(due(down.state).map((runs) => runs.length)).toEqual(Array.from({ length: 10 }, () => 1));
  });
});
