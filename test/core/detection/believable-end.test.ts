import { describe, expect, it } from 'vitest';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { PASSES, quick, Watch } from '../../support/watch.ts';

const PROBE = 'work24/probe';
const LOGIN = 'work24/login';
const SHALLOW = ['host', 'static', 'data'] as const;
const BLANK = {
  result: 'failed',
  kind: 'blank',
  layer: 'static',
  signature: 'blank000',
} as const;

describe('runs that were slow and did not do what they came for', () => {
  const hang = {
    result: 'failed',
    kind: 'timeout',
    layer: 'login-page',
    passedLayers: SHALLOW,
  } as const;
  const dead = {
    result: 'degraded',
    kind: 'slow',
    layer: 'login-page',
    passedLayers: SHALLOW,
  } as const;

  it('close no outage', () => {
    const watch = new Watch().at(0, { [LOGIN]: PASSES, [PROBE]: PASSES });
    watch.every(60, [60, 900], { [PROBE]: PASSES, [LOGIN]: hang });
    watch.every(60, [960, 3_600], { [PROBE]: PASSES, [LOGIN]: dead });
    expect(watch.notices('closed')).toEqual([]);
    expect(watch.state.services.work24?.state).toBe('down');
  });

  it('do not clear a suspicion either', () => {
    const watch = new Watch(aConfiguration()).at(0, { [LOGIN]: PASSES }).at(60, { [LOGIN]: hang });
    watch.every(60, [120, 600], { [LOGIN]: dead });
    expect(watch.check(LOGIN).state).not.toBe('up');
  });

  it('that reached their own layer are passes, however slow', () => {
    const slow = { result: 'degraded', kind: 'slow', layer: 'session' } as const;
    const watch = new Watch().at(0, { [LOGIN]: PASSES }).at(60, { [LOGIN]: hang });
    watch.at(65, { [LOGIN]: hang }).every(60, [120, 300], { [LOGIN]: slow });
    expect(watch.outage.state).toBe('closed');
  });
});

describe('probes that get an empty page while browsers get the site', () => {
  const blanks = (watch: Watch) => watch.all('probe', BLANK);

  it('are a matter for engineers at most', () => {
    const watch = new Watch(aConfiguration());
    watch.at(0, { ...watch.all('probe', PASSES), ...watch.all('journey', PASSES) });
    for (let s = 60; s <= 1_800; s += 60) {
      const journeys = s % 300 ? {} : watch.all('journey', PASSES);
      watch.at(s, { ...blanks(watch), ...journeys, 'control/probe': PASSES });
    }
    expect(new Set(watch.notices().map(({ type }) => type))).toEqual(new Set(['attention']));
    expect(watch.outages).toEqual([]);
  });

  it('are an outage once a browser fails as well', () => {
    const watch = new Watch();
    watch.at(0, { [PROBE]: PASSES, [LOGIN]: PASSES });
    watch.every(60, [60, 240], { [PROBE]: BLANK });
    expect(watch.outages).toEqual([]);
    watch.at(300, { [PROBE]: BLANK, [LOGIN]: BLANK }).at(360, { [PROBE]: BLANK });
    expect(watch.outages).toHaveLength(1);
  });

  it('keep no outage open', () => {
    const watch = new Watch().at(0, { [PROBE]: PASSES, [LOGIN]: PASSES });
    watch.every(60, [60, 300], { [PROBE]: BLANK, [LOGIN]: BLANK });
    expect(watch.outage.state).toBe('open');
    watch.every(60, [360, 720], { [PROBE]: BLANK, [LOGIN]: PASSES });
    expect(watch.outage.state).toBe('closed');
  });
});

describe('passes inside a maintenance window', () => {
  const window = {
    id: 'patch',
    type: 'once',
    services: ['work24'],
    reason: '정기점검',
    from: NINE_FIFTEEN + 600_000,
    to: NINE_FIFTEEN + 7_200_000,
  } as const;
  const downBefore = () =>
    new Watch({ ...quick(), maintenance: [window] })
      .at(0, { [PROBE]: PASSES })
      .every(60, [60, 1_200], { [PROBE]: HANGS });

  it('end an outage that began before it, when they were seen', () => {
    const watch = downBefore().every(60, [1_260, 1_500], { [PROBE]: PASSES });
    expect(watch.outage.state).toBe('closed');
    expect(watch.outage.endedBetween).toEqual({
      after: NINE_FIFTEEN + 1_199_000,
      by: NINE_FIFTEEN + 1_260_000,
    });
  });

  it.each([
    ['inconclusive', { result: 'inconclusive', kind: 'monitor-fault', layer: 'login-page' }],
    ['slow', { result: 'degraded', kind: 'slow' }],
    ['failed at a deeper layer', { result: 'failed', kind: 'timeout', layer: 'session' }],
  ] as const)('are not those of a journey that is %s', (_, seen) => {
    const watch = downBefore().every(60, [1_260, 1_500], { [LOGIN]: seen });
    expect(watch.outage.state).toBe('open');
    expect(watch.state.services.work24?.incident?.passes).toBe(0);
  });

  it('end it although a journey that is no part of it fails', () => {
    const watch = downBefore();
    const seen = { [PROBE]: PASSES, [LOGIN]: { ...HANGS, layer: 'session' as const } };
    expect(watch.every(60, [1_260, 1_500], seen).outage.state).toBe('closed');
  });

  it('do not while failures come between', () => {
    const watch = downBefore();
    for (let s = 1_260; s <= 3_000; s += 60) {
      watch.at(s, { [PROBE]: s % 180 ? HANGS : PASSES });
    }
    expect(watch.outage.state).toBe('open');
    expect(watch.outage.downSeconds).toBeLessThanOrEqual(540);
  });
});

describe('certificates that come and go with machines', () => {
  it.each([
    [6, 365],
    [365, 6],
    [20, 365],
    [20, 6],
  ])('%i and %i days are told once a day', (one, other) => {
    const watch = new Watch();
    for (let s = 0; s <= 47 * 3_600; s += 900) {
      const certificateDays = (s / 900) % 2 ? one : other;
      watch.at(s, { [PROBE]: { ...PASSES, certificateDays } });
    }
    const told = watch.notices('attention').map(({ at }) => at);
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThanOrEqual(2);
    for (const [index, at] of told.entries()) {
      expect(at - (told[index - 1] ?? 0)).toBeGreaterThanOrEqual(24 * 3_600_000);
    }
  });
});
