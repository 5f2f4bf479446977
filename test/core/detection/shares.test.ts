import { describe, expect, it } from 'vitest';
import type { Result } from '#core/run/result';
import { aConfiguration } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { PASSES, quick, REFUSES, type Runs, Watch } from '../../support/watch.ts';

const PROBE = 'work24/probe';
const LOGIN = 'work24/login';
const EPS = 'eps/probe';
const BLANK = { ...HANGS, kind: 'blank', layer: 'static', signature: 'blank000' } as const;

/** Runs by check, as letters ten seconds apart: F fails, R is refused, P passes. */
function playing(
  letters: Readonly<Record<string, string>>,
  failing: Partial<Result> | ((index: number) => Partial<Result>) = HANGS,
  configuration = aConfiguration(),
): Watch {
  const length = Math.max(...Object.values(letters).map((each) => each.length));
  const watch = new Watch(configuration);
  for (let index = 0; index < length; index += 1) {
    const fails = typeof failing === 'function' ? failing(index) : failing;
    const runs: Record<string, Partial<Result>> = {};
    for (const [check, own] of Object.entries(letters)) {
      const letter = own[index];
      if (letter === 'P') runs[check] = PASSES;
      if (letter === 'F') runs[check] = fails;
      if (letter === 'R') runs[check] = REFUSES;
    }
    watch.at(index * 10, runs);
  }
  return watch;
}

const opened = (watch: Watch) => watch.outages.length > 0;

describe('where some requests fail', () => {
  // A fifth of the runs plus 2.5: for six runs since the first failure, 3.7.
  it.each([
    ['PFPFPFP', false],
    ['PFPFPFPF', true],
    ['PFPFFPF', false],
    ['PFFPFPF', false],
    ['PFFPFP.F', true],
    ['PFPFPFPFPF', true],
    ['PFPPPPPFPPPPPF', false],
  ])('runs %s of one check open an outage: %s', (letters, opens) => {
    expect(opened(playing({ [PROBE]: letters }))).toBe(opens);
  });

  it('those of the last five minutes count', () => {
    const watch = playing({ [PROBE]: 'PFPFPFP' });
    watch.at(200, { [PROBE]: HANGS });
    expect(opened(watch)).toBe(true);
    const later = playing({ [PROBE]: 'PFPFPFP' }).every(50, [110, 310], { [PROBE]: PASSES });
    expect(opened(later.at(330, { [PROBE]: HANGS }))).toBe(false);
  });

  it('probe and journey of one service count together', () => {
    const two = { [PROBE]: 'PFPFP', [LOGIN]: 'PPFPPFP' };
    expect(opened(playing(two))).toBe(false);
    expect(opened(playing({ ...two, [LOGIN]: 'PPFPPFPF' }))).toBe(true);
  });

  it('services that share the address count together, and those of other addresses too', () => {
    const beside = (other: string) => opened(playing({ [PROBE]: 'PFPFPFP', [other]: 'PPFPPPPF' }));
    expect(beside('worknet/probe')).toBe(true);
    expect(beside(EPS)).toBe(true);
    expect(beside('eps/login')).toBe(false);
  });

  it('failures of other checks count where they are of the same kind', () => {
    const beside = (other: string, letters: string) =>
      opened(playing({ [PROBE]: 'PFPFPFP', [other]: letters }));
    expect(beside('worknet/probe', 'PPRPPPPR')).toBe(false);
    expect(beside(EPS, 'PPRPPPPR')).toBe(false);
    expect(beside(LOGIN, 'PPRPPPPR')).toBe(false);
  });

  it('exactly as many as the rule names are enough', () => {
    const { rules, ...rest } = aConfiguration();
    const lastsSeconds = { together: 20, alone: 20 };
    const openedWith = (surplus: number) => {
      const partial = { ...rules.partial, surplus };
      const configuration = { ...rest, rules: { ...rules, lastsSeconds, partial } };
      return opened(playing({ [PROBE]: 'PFPFPF' }, HANGS, configuration));
    };
    expect([2, 2.1].map(openedWith)).toEqual([true, false]);
  });

  it('services on two addresses are compared by the kind of their latest failures', () => {
    const otherwise = { ...HANGS, kind: 'http-error', signature: 'http5000' } as const;
    const failing = (index: number) => (index === 5 ? otherwise : HANGS);
    expect(opened(playing({ [PROBE]: 'PFPPPFPF', [EPS]: 'PFPPPFPF' }, failing))).toBe(true);
  });

  it('the layer at which they stop may differ', () => {
    const two = (index: number) =>
      index % 4 === 1 ? HANGS : { ...HANGS, layer: 'static' as const };
    expect(opened(playing({ [PROBE]: 'PFPFPFPFPF' }, two))).toBe(true);
  });
});

describe('failures in a row of services that share the address', () => {
  const kin = (first: string, second: string) =>
    playing({ [PROBE]: first, 'worknet/probe': second });

  it('make one row, unless any of them passed in between', () => {
    expect(opened(kin('PF', 'P......F'))).toBe(true);
    expect(opened(kin('PF', 'P.....F'))).toBe(false);
    expect(opened(kin('PF', 'P.P....F'))).toBe(false);
    expect(opened(kin('PP', 'PF.....F'))).toBe(true);
  });

  it('open incidents for both services', () => {
    const watch = kin('PFFF....', 'P...FFFF');
    expect(watch.outage.incidents.map(({ service }) => service).toSorted()).toEqual([
      'work24',
      'worknet',
    ]);
  });
});

describe('a probe that gets an empty page', () => {
  const probeAfter = (journeys: Runs, configuration = quick()) => {
    const watch = new Watch(configuration).at(0, { [PROBE]: PASSES, ...journeys });
    return watch.at(60, { [PROBE]: BLANK }).at(65, { [PROBE]: BLANK });
  };

  it('opens an outage where no journey goes to the same service', () => {
    const { catalogue, ...rest } = quick();
    const checks = catalogue.checks.filter(({ id }) => id !== LOGIN);
    expect(opened(probeAfter({}, { ...rest, catalogue: { ...catalogue, checks } }))).toBe(true);
  });

  it('opens none while a journey may still decide, but one when all journeys have been silent for long', () => {
    expect(opened(probeAfter({ [LOGIN]: PASSES }))).toBe(false);
    expect(opened(probeAfter({}))).toBe(true);
  });

  it('opens none by its share either, but one as soon as the journey fails', () => {
    const watch = probeAfter({ [LOGIN]: PASSES }).every(10, [70, 200], { [PROBE]: BLANK });
    expect(opened(watch)).toBe(false);
    expect(opened(watch.at(210, { [LOGIN]: BLANK }).at(220, { [PROBE]: BLANK }))).toBe(true);
  });

  it('is refuted by a journey that passed since its first empty page: engineers are told', () => {
    const watch = probeAfter({ [LOGIN]: PASSES }).at(100, { [LOGIN]: PASSES });
    expect(watch.at(110, { [PROBE]: BLANK }).notices('attention')).toMatchObject([
      { id: 'moel-attention-changed#1', services: ['work24'] },
    ]);
    expect(watch.check(PROBE).state).toBe('suspect');
  });

  it('is not refuted by a journey that passed before', () => {
    const watch = probeAfter({ [LOGIN]: PASSES });
    expect(watch.at(110, { [PROBE]: BLANK }).notices('attention')).toEqual([]);
  });

  it('counts while one journey is inconclusive and another one works', () => {
    const { catalogue, ...rest } = quick();
    const login = catalogue.checks.find(({ id }) => id === LOGIN);
    const other = { ...(login as NonNullable<typeof login>), id: 'work24/other' };
    const two = { ...rest, catalogue: { ...catalogue, checks: [...catalogue.checks, other] } };
    expect(opened(probeAfter({ [LOGIN]: PASSES }, two))).toBe(false);
  });

  it('does not refute a journey with an empty page, which is an outage', () => {
    const watch = new Watch().at(0, { [LOGIN]: PASSES }).at(60, { [LOGIN]: BLANK });
    watch
      .at(65, { [LOGIN]: PASSES })
      .at(70, { [LOGIN]: BLANK })
      .at(75, { [LOGIN]: BLANK });
    expect(opened(watch)).toBe(true);
  });

  it('counts if it fails in any other way', () => {
    const watch = new Watch().at(0, { [PROBE]: PASSES, [LOGIN]: PASSES });
    expect(opened(watch.at(60, { [PROBE]: HANGS }).at(65, { [PROBE]: HANGS }))).toBe(true);
  });
});
