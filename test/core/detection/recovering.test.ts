import { describe, expect, it } from 'vitest';
import type { Result } from '#core/run/result';
import { SECOND } from '#core/time/time';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { PASSES, quick, REFUSES, SLOW, Watch } from '../../support/watch.ts';

const PROBE = 'work24/probe';
const LOGIN = 'work24/login';
const EPS = 'eps/probe';
const SESSION = { ...HANGS, layer: 'session' } as const;

/** Down since 60 s, by failures at these seconds. */
function down(seen: Readonly<Record<string, Partial<Result>>>, configuration = aConfiguration()) {
  const good = Object.fromEntries(Object.keys(seen).map((check) => [check, PASSES]));
  const watch = new Watch(configuration).at(0, good);
  for (const seconds of [60, 81, 121]) watch.at(seconds, seen);
  if (watch.outage.state !== 'open') throw new Error('not down');
  return watch;
}

/** The first pass at 300 s, then one for each requested run, until the outage is closed. */
function asksUntilClosed(watch: Watch, first: readonly string[]): readonly string[] {
  const asked: string[] = [];
  let seen = watch.requests().length;
  watch.at(300, Object.fromEntries(first.map((check) => [check, PASSES])));
  for (let count = 0; count < 60 && watch.outage.state === 'open'; count += 1) {
    const next = watch
      .requests()
      .slice(seen)
      .toSorted((a, b) => a.scheduledAt - b.scheduledAt);
    seen = watch.requests().length;
    if (next.length === 0) throw new Error(`nothing asked for after ${asked.join(', ')}`);
    for (const { check, scheduledAt } of next) {
      const seconds = (scheduledAt - NINE_FIFTEEN) / SECOND;
      asked.push(`${check} ${seconds}`);
      watch.at(seconds + 1, { [check]: PASSES });
    }
  }
  return asked;
}

describe('the runs that show an end', () => {
  it('of one service alone come every twenty seconds, and the last one as soon as they span enough', () => {
    const watch = down({ [PROBE]: HANGS });
    expect(asksUntilClosed(watch, [PROBE])).toEqual(
      [320, 341, 362, 383, 389].map((seconds) => `${PROBE} ${seconds}`),
    );
    expect(watch.outage.state).toBe('closed');
  });

  it('of a journey come every thirty seconds if only journeys see the failure', () => {
    const watch = down({ [LOGIN]: SESSION });
    expect(asksUntilClosed(watch, [LOGIN])).toEqual(
      [330, 361, 389].map((seconds) => `${LOGIN} ${seconds}`),
    );
    expect(watch.outage.state).toBe('closed');
  });

  it('of services that pass together are one run at the end of what they have to span', () => {
    const watch = down({ [PROBE]: HANGS, [EPS]: HANGS });
    expect(asksUntilClosed(watch, [PROBE, EPS])).toEqual([`${EPS} 359`]);
    expect(watch.outage.state).toBe('closed');
  });

  it('of services that pass together come earlier if more passes are needed', () => {
    const base = aConfiguration();
    const rules = { ...base.rules, closeAfterPasses: 5 };
    const watch = down({ [PROBE]: HANGS, [EPS]: HANGS }, { ...base, rules });
    const asked = asksUntilClosed(watch, [PROBE, EPS]);
    expect(asked.map((text) => text.split(' ')[1])).toEqual(['320', '340', '359']);
  });

  it('are closer together if many are needed, but at least ten seconds apart', () => {
    const watch = down({ [PROBE]: HANGS });
    // Every other run fails, because only some requests fail.
    for (let seconds = 130; seconds < 290; seconds += 20) {
      watch.at(seconds, { [PROBE]: PASSES }).at(seconds + 10, { [PROBE]: HANGS });
    }
    const asked = asksUntilClosed(watch, [PROBE]).map((text) => Number(text.split(' ')[1]));
    expect(asked.slice(0, 3)).toEqual([310, 321, 332]);
    expect(watch.outage.state).toBe('closed');
  });
});

describe('passes of services on different addresses', () => {
  const both = { [PROBE]: HANGS, [EPS]: HANGS };
  const passed = (seconds: readonly number[]) => {
    const watch = down(both).at(300, { [PROBE]: PASSES });
    for (const one of seconds) watch.at(one, { [EPS]: PASSES });
    return watch.outage.state;
  };

  it('end an outage when three of them span a minute', () => {
    expect(passed([330, 359])).toBe('open');
    expect(passed([330, 360])).toBe('closed');
    expect(passed([361])).toBe('open');
  });

  it('count once where the services share the address', () => {
    const watch = down({ [PROBE]: HANGS, 'worknet/probe': HANGS });
    watch.at(300, { [PROBE]: PASSES }).at(330, { 'worknet/probe': PASSES });
    watch.at(360, { [PROBE]: PASSES }).at(390, { [PROBE]: PASSES });
    expect(watch.state.services.work24?.incident).toBeUndefined();
    // For the other check only the passes since its own first pass count: 90 s from 330 s on.
    expect(watch.outage.state).toBe('open');
    expect(watch.at(420, { [PROBE]: PASSES }).outage.state).toBe('closed');
  });

  it('are interrupted by a failure of any of them, and of any other that shows the same', () => {
    const interrupted = (failure: Readonly<Record<string, Partial<Result>>>) => {
      const watch = down(both).at(300, { [PROBE]: PASSES, [EPS]: PASSES });
      return watch.at(330, failure).at(360, { [PROBE]: PASSES, [EPS]: PASSES }).outage.state;
    };
    expect(interrupted({ [PROBE]: HANGS })).toBe('open');
    expect(interrupted({ 'hrd-net/probe': HANGS })).toBe('open');
    expect(interrupted({ 'hrd-net/probe': REFUSES })).toBe('closed');
    expect(interrupted({})).toBe('closed');
  });

  it('are not interrupted by a failure that began before the first of them', () => {
    const watch = down(both).at(300, { [PROBE]: PASSES, [EPS]: PASSES });
    const before = watch.result('hrd-net/probe', NINE_FIFTEEN + 299 * SECOND, HANGS);
    watch.fold(NINE_FIFTEEN + 305 * SECOND, [before]);
    // That service fails alike, so it belongs to the outage and has to pass as well.
    const all = { [PROBE]: PASSES, [EPS]: PASSES, 'hrd-net/probe': PASSES };
    expect(watch.at(360, all).outage.state).toBe('closed');
  });
});

describe('an outage in which half of the requests failed', () => {
  const flaky = (check: string, fails: Partial<Result>, passes: Partial<Result>) => {
    const watch = down({ [check]: fails }, quick());
    for (let seconds = 130; seconds < 290; seconds += 20) {
      watch.at(seconds, { [check]: passes }).at(seconds + 10, { [check]: fails });
    }
    return watch;
  };
  const needed = (watch: Watch, check: string) => {
    const id = watch.outage.id;
    const { runs = 0, failed = 0 } = watch.state.outages[id]?.seen ?? {};
    let count = 0;
    for (let seconds = 300; watch.outage.state === 'open'; seconds += 60) {
      watch.at(seconds, { [check]: PASSES });
      count += 1;
    }
    // It opened when many runs failed by chance, so ten more passes are needed.
    return { count, share: failed / (runs + 10) };
  };

  it('ends when chance would give so many passes in a row once in ten thousand times', () => {
    const { count, share } = needed(flaky(PROBE, HANGS, PASSES), PROBE);
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.4);
    expect((1 - share) ** count).toBeLessThanOrEqual(0.0001);
    expect((1 - share) ** (count - 1)).toBeGreaterThan(0.0001);
  });

  it('ends with six passes of a journey, which costs the portal more', () => {
    expect(needed(flaky(LOGIN, SESSION, PASSES), LOGIN).count).toBe(6);
  });
});

describe('a recovery', () => {
  it('counts slow runs as well', () => {
    const watch = down({ [PROBE]: HANGS }).every(30, [300, 390], { [PROBE]: SLOW });
    expect(watch.outage.state).toBe('closed');
  });

  it('of a service that came back has to last half an hour, and two hours if it came back again', () => {
    const watch = down({ [PROBE]: HANGS }, quick());
    const spans: number[] = [];
    let now = 180;
    for (let round = 0; round < 6; round += 1) {
      const began = now;
      while (watch.outage.state === 'open') {
        watch.at(now, { [PROBE]: PASSES });
        now += 30;
      }
      spans.push(now - 30 - began);
      watch.at(now, { [PROBE]: HANGS }).at(now + 10, { [PROBE]: HANGS });
      now += 60;
    }
    expect(spans).toEqual([120, 1_800, 7_200, 7_200, 7_200, 7_200]);
  });

  it.each([
    { minutes: 50, steady: 7_200 },
    { minutes: 70, steady: 120 },
  ])('of a new outage $minutes min after one that came back takes $steady s', (given) => {
    const watch = down({ [PROBE]: HANGS }, quick());
    const isOpen = () => watch.outages.some(({ state }) => state === 'open');
    const recover = (from: number) => {
      let now = from;
      for (; isOpen(); now += 30) watch.at(now, { [PROBE]: PASSES });
      return now - 30;
    };
    const failAt = (at: number) => watch.at(at, { [PROBE]: HANGS }).at(at + 10, { [PROBE]: HANGS });
    const once = recover(180) + 60;
    failAt(once);
    const closed = recover(once + 60);
    const again = closed + given.minutes * 60;
    watch.every(60, [closed + 60, again - 60], { [PROBE]: PASSES });
    failAt(again);
    expect(recover(again + 60) - again - 60).toBe(given.steady);
    expect(new Set(watch.notices('closed').map(({ outage }) => outage)).size).toBe(2);
  });
});

describe('a journey of a service that recovers', () => {
  const asked = (seen: Partial<Result>) => {
    const both = { [PROBE]: seen, [LOGIN]: seen };
    const watch = down(both, quick());
    const before = watch.requests().length;
    watch.at(300, { [PROBE]: PASSES, [LOGIN]: PASSES }).at(330, { [LOGIN]: PASSES });
    watch.at(345, { [PROBE]: PASSES }).at(360, { [LOGIN]: PASSES });
    return new Set(
      watch
        .requests()
        .slice(before)
        .map(({ check }) => check),
    );
  };

  it('is not asked for further passes if probes see the end as well', () => {
    expect(asked(HANGS)).toEqual(new Set([PROBE]));
  });

  it('is asked for them if the probe gets an empty page', () => {
    expect(asked({ ...HANGS, kind: 'blank', layer: 'static' })).toContain(LOGIN);
  });
});

describe('a failure of a service that is not down', () => {
  const closes = (seen: Partial<Result>) => {
    const watch = down({ [PROBE]: HANGS, [EPS]: HANGS }, spans);
    const both = { [PROBE]: PASSES, [EPS]: PASSES };
    watch.at(300, both).at(330, both).at(340, { 'hrd-net/probe': seen }).at(361, both);
    return watch.outages.find(({ incidents }) => incidents.length > 1)?.state;
  };
  const base = aConfiguration();
  const closeSpanSeconds = { together: 60, alone: 600 };
  const spans = { ...base, rules: { ...base.rules, closeSpanSeconds } };

  it('keeps an outage from ending only if it is like the failures of that outage', () => {
    expect(closes(PASSES)).toBe('closed');
    expect(closes(REFUSES)).toBe('closed');
    expect(closes(HANGS)).toBe('open');
  });
});
