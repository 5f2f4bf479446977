import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '#core/outage/timeline';
import { MINUTE } from '#core/time/time';
import { HANGS } from '../../support/results.ts';
import { PASSES, quick, REFUSES, type Runs, Watch } from '../../support/watch.ts';

const PROBE = 'work24/probe';
const probes = (seen: object, ...services: string[]): Runs =>
  Object.fromEntries(services.map((service) => [`${service}/probe`, seen]));
const ALL = ['work24', 'worknet', 'employment-insurance', 'employment-support', 'hrd-net', 'eps'];

describe('services that fail together', () => {
  it('are one outage with one message', () => {
    const watch = new Watch().at(0, probes(PASSES, ...ALL));
    watch.at(60, probes(HANGS, 'work24')).at(62, probes(HANGS, ...ALL));
    expect(watch.outage.incidents.map(({ service }) => service).sort()).toEqual([...ALL].sort());
    watch.at(63, { 'control/probe': PASSES });
    expect(watch.notices().map(({ type }) => type)).toEqual(['opened']);
    expect(watch.notices('opened')[0]?.services).toEqual(ALL);
    expect(watch.notices('opened')[0]?.sms).toContain('고용24 외 5곳');
  });

  it('need one proof; after it, one failure of a sibling is enough', () => {
    const watch = new Watch().at(0, probes(PASSES, ...ALL)).at(60, probes(HANGS, 'work24', 'eps'));
    expect(watch.outages).toEqual([]);
    watch.at(65, probes(HANGS, 'work24'));
    expect(watch.outage.incidents.map(({ service }) => service)).toEqual(['work24', 'eps']);
  });

  it('are waited for while their confirming runs are under way, 30 s at most', () => {
    const watch = new Watch().at(0, probes(PASSES, ...ALL)).at(60, probes(HANGS, 'work24'));
    watch.at(65, probes(HANGS, 'work24')).at(89);
    expect(watch.notices()).toEqual([]);
    watch.at(90);
    expect(watch.notices('opened')[0]?.services).toEqual(['work24']);
  });

  it('are not waited for once all have reported', () => {
    const watch = new Watch().at(0, probes(PASSES, ...ALL)).at(60, probes(HANGS, 'work24'));
    watch.at(64, { ...probes(PASSES, ...ALL.slice(1)), 'control/probe': PASSES });
    watch.at(65, probes(HANGS, 'work24'));
    expect(watch.notices('opened')).toHaveLength(1);
  });

  it('are named together with those that stayed up', () => {
    const watch = new Watch().at(0, probes(PASSES, ...ALL)).at(60, probes(HANGS, 'work24'));
    watch.at(65, probes(HANGS, 'work24')).at(95);
    expect(watch.outage.unaffected).toEqual(ALL.slice(1));
    expect(watch.notices('opened')[0]?.text).toContain('외국인고용관리시스템');
  });

  it('join it later when the cause is the same, and an update says so once', () => {
    const watch = new Watch().at(0, probes(PASSES, ...ALL)).at(60, probes(HANGS, 'work24'));
    watch.at(65, probes(HANGS, 'work24')).at(95).at(900, probes(HANGS, 'eps'));
    watch.ask(901, { type: 'acknowledge', outage: watch.outage.id });
    watch.at(905, probes(HANGS, 'eps')).at(910).at(1_205);
    expect(watch.outage.incidents.map(({ service }) => service)).toEqual(['work24', 'eps']);
    expect(watch.shared().map(({ type }) => type)).toEqual(['opened', 'updated']);
  });

  it('with another cause at another time are outages of their own', () => {
    const watch = new Watch().at(0, probes(PASSES, ...ALL)).at(60, probes(HANGS, 'work24'));
    watch.at(65, probes(HANGS, 'work24')).at(95).every(60, [120, 840], probes(PASSES, 'eps'));
    watch.at(900, probes(REFUSES, 'eps')).at(905, probes(REFUSES, 'eps')).at(935);
    expect(watch.outages.map(({ cause }) => cause.layer)).toEqual(['data', 'host']);
    expect(watch.notices('opened').map(({ services }) => services)).toEqual([['work24'], ['eps']]);
  });
});

describe('two groups', () => {
  it('keep their outages apart', () => {
    const base = quick();
    const { catalogue } = base;
    const moved = <T extends { readonly group: string }>(thing: T, service: string): T =>
      service === 'eps' ? { ...thing, group: 'hrdk' } : thing;
    const configuration = {
      ...base,
      catalogue: {
        ...catalogue,
        groups: [...catalogue.groups, { id: 'hrdk', name: '공단', nameEn: 'HRDK' }],
        services: catalogue.services.map((service) => moved(service, service.id)),
        checks: catalogue.checks.map((check) => moved(check, check.service)),
      },
    };
    const [moel, hrdk] = [new Watch(configuration), new Watch(configuration, 'hrdk')];
    for (const second of [0, 5, 40]) {
      moel.at(second, probes(HANGS, 'work24'));
      hrdk.at(second, probes(HANGS, 'eps'));
    }
    expect(moel.outage).toMatchObject({ group: 'moel', unaffected: [] });
    expect(moel.outage.incidents.map(({ service }) => service)).toEqual(['work24']);
    expect(hrdk.outage.incidents.map(({ service }) => service)).toEqual(['eps']);
    expect(hrdk.outage.id).toBe('hrdk-20240718-0915');
  });
});

describe('the cause', () => {
  const opened = (...runs: Runs[]) => {
    const watch = new Watch().at(0, probes(PASSES, ...ALL));
    runs.forEach((each, index) => {
      watch.at(60 + index * 5, each);
    });
    return watch.at(100);
  };

  it('is a shared data layer when two services stop there and the layers outside pass', () => {
    const two = probes(HANGS, 'work24', 'eps');
    expect(opened(two, two).outage.cause).toMatchObject({
      layer: 'data',
      shared: true,
      confidence: 'likely',
      databaseText: false,
    });
  });

  it('is not a shared one for one service', () => {
    const one = probes(HANGS, 'work24');
    const { cause } = opened(one, one).outage;
    expect(cause).toMatchObject({ layer: 'data', shared: false, confidence: 'unclear' });
  });

  it('is not a shared one if an outer layer was not seen to work', () => {
    const two = probes({ ...HANGS, passedLayers: ['host'] }, 'work24', 'eps');
    expect(opened(two, two).outage.cause.shared).toBe(false);
  });

  it('is the database only where such text was seen', () => {
    const plain = probes(HANGS, 'work24', 'eps');
    expect(opened(plain, plain).notices('opened')[0]?.sms).not.toContain('DB');
    const told = { ...HANGS, databaseText: true, matched: 'ORA-12541: TNS:no listener' };
    const watch = opened(plain, { ...plain, [PROBE]: told });
    expect(watch.outage.cause).toMatchObject({ databaseText: true, matched: told.matched });
    expect(watch.notices('opened')[0]?.sms).toContain('DB오류 추정');
  });

  it('may become the database later, when its text shows', () => {
    const watch = opened(probes(HANGS, 'work24'), probes(HANGS, 'work24'));
    watch.at(400, probes({ ...HANGS, databaseText: true, matched: 'ORA-00257' }, 'work24'));
    expect(watch.outage.cause).toMatchObject({ databaseText: true, matched: 'ORA-00257' });
  });

  it('changes in the timeline when most incidents say so', () => {
    const watch = opened(probes(HANGS, 'work24'), probes(HANGS, 'work24'));
    const refused = probes({ ...REFUSES, kind: 'dns' }, 'eps', 'worknet');
    watch.at(102, refused).at(104, refused);
    expect(watch.outage.cause).toMatchObject({ layer: 'host', kind: 'dns' });
    const noted = watch.outage.timeline.filter(({ type }) => type === 'cause');
    expect(noted).toMatchObject([{ type: 'cause', layer: 'host', kind: 'dns' }]);
  });

  it.each([
    ['the layer', { layer: 'static' }],
    ['the kind', { kind: 'http-error' }],
  ] as const)('is noted again when only %s changes', (_what, other) => {
    const watch = opened(probes(HANGS, 'work24'), probes(HANGS, 'work24'));
    const two = probes({ ...HANGS, signature: 'other', ...other } as never, 'eps', 'worknet');
    watch.at(102, two).at(104, two).at(110, two);
    const noted = watch.outage.timeline.filter(({ type }) => type === 'cause');
    expect(noted).toMatchObject([{ type: 'cause', layer: 'data', kind: 'timeout', ...other }]);
  });

  it('keeps the runs and evidence that opened it', () => {
    const evidence = [
      { type: 'screenshot', key: 'failed/ab.png', contentType: 'image/png', bytes: 1 },
    ];
    const seen = probes({ ...HANGS, evidence } as never, 'work24');
    const [incident] = opened(seen, seen).outage.incidents;
    expect(incident?.runs).toHaveLength(2);
    expect(incident?.evidence).toEqual(['failed/ab.png']);
  });
});

describe('the id of an outage', () => {
  it('is the minute of its first failure in KST, and given once', () => {
    const seen = probes(HANGS, 'work24');
    const watch = new Watch().at(0, seen).at(5, seen).at(35);
    expect(watch.outage.id).toBe('moel-20240718-0915');
    expect(watch.state.outageIds).toEqual(['moel-20240718-0915']);
  });

  it('gets a number when it is taken', () => {
    const watch = new Watch().at(0, probes(PASSES, ...ALL));
    watch.state = { ...watch.state, outageIds: ['moel-20240718-0916', 'moel-20240718-0916-2'] };
    watch.at(60, probes(HANGS, 'work24')).at(65, probes(HANGS, 'work24'));
    expect(watch.outage.id).toBe('moel-20240718-0916-3');
  });
});

describe('a closed outage', () => {
  it('is forgotten when it can no longer reopen', () => {
    const watch = new Watch().at(0, probes(HANGS, 'work24')).at(5, probes(HANGS, 'work24'));
    watch.every(60, [60, 240], probes(PASSES, 'work24'));
    expect(watch.outage.state).toBe('closed');
    watch.every(60, [300, 240 + (16 * MINUTE) / 1_000 + 60], probes(PASSES, 'work24'));
    expect(watch.outages).toEqual([]);
  });
});

describe('the record of an outage', () => {
  const withEntries = (count: number, entry: TimelineEntry) => {
    const watch = new Watch().at(0, probes(PASSES, ...ALL)).at(60, probes(HANGS, 'work24'));
    watch.at(65, probes(HANGS, 'work24')).at(95);
    const { id } = watch.outage;
    const known = watch.state.outages[id];
    if (!known) throw new Error('no outage');
    const [first, ...rest] = known.record.timeline;
    const timeline = [first as TimelineEntry, ...Array(count).fill(entry), ...rest];
    const outage = { ...known, record: { ...known.record, timeline } };
    watch.state = { ...watch.state, outages: { [id]: outage } };
    return watch;
  };
  const recovering = { at: 0, type: 'recovering', service: 'work24', check: PROBE } as const;

  it('has room for what people do, however much was seen', () => {
    const watch = withEntries(100, recovering);
    watch.ask(120, { type: 'acknowledge', outage: watch.outage.id });
    expect(watch.outage.timeline.some(({ type }) => type === 'acknowledged')).toBe(true);
  });

  it('drops withheld notices before observations when it is full', () => {
    const withheld = { at: 0, type: 'withheld', as: 'updated', reason: 'not-due' } as const;
    const watch = withEntries(398, withheld);
    const seen = watch.outage.timeline.filter(({ type }) => type !== 'withheld');
    for (let second = 0; second < 20; second += 1) {
      const type = second % 2 === 0 ? 'acknowledge' : 'unacknowledge';
      watch.ask(120 + second, { type, outage: watch.outage.id });
    }
    expect(watch.outage.timeline.length).toBeLessThanOrEqual(403);
    expect(watch.outage.timeline).toEqual(expect.arrayContaining([...seen]));
  });

  it('drops its middle when it is full of observations', () => {
    const watch = withEntries(400, recovering);
    const [first] = watch.outage.timeline;
    const last = watch.outage.timeline.at(-1);
    watch.ask(120, { type: 'acknowledge', outage: watch.outage.id });
    expect(watch.outage.timeline[0]).toEqual(first);
    expect(watch.outage.timeline).toContainEqual(last);
  });
});

describe('an opening', () => {
  it('waits for siblings alone, not for a run that another failure asked for', () => {
    const watch = new Watch().at(0, probes(PASSES, ...ALL)).at(60, probes(HANGS, 'work24'));
    const fine = { 'control/probe': PASSES };
    const others = probes(PASSES, ...ALL.slice(1, -1));
    watch.at(62, { ...fine, ...others, ...probes(REFUSES, 'eps') });
    watch.at(64, { ...fine, ...others });
    const waiting = watch.state.awaiting.filter(({ sibling }) => sibling);
    expect(waiting).toEqual([]);
    expect(watch.state.awaiting.map(({ check }) => check)).toContain('eps/probe');
    watch.at(65, probes(HANGS, 'work24'));
    expect(watch.notices('opened')).toHaveLength(1);
  });
});

describe('an outage that is over', () => {
  const over = () => {
    const watch = new Watch().at(0, probes(PASSES, ...ALL));
    const alike = probes(HANGS, 'work24', 'eps');
    watch.at(60, alike).at(65, alike).at(95);
    watch.at(100, probes(REFUSES, 'hrd-net')).at(105, probes(REFUSES, 'hrd-net'));
    watch.every(30, [120, 360], probes(PASSES, 'work24', 'eps', 'hrd-net'));
    if (watch.outage.state !== 'closed') throw new Error('still open');
    return watch;
  };

  it('reopens when another service soon fails in the same way', () => {
    const failing = (seen: object) => {
      const watch = over();
      return watch.at(400, probes(seen, 'worknet')).at(405, probes(seen, 'worknet')).outages;
    };
    expect(failing(HANGS)).toMatchObject([{ state: 'open', recurrences: 1 }]);
    expect(failing(REFUSES)).toMatchObject([{ state: 'open', recurrences: 1 }]);
    expect(failing({ ...REFUSES, kind: 'dns', signature: 'other' })).toHaveLength(2);
  });

  it('is forgotten when it can no longer reopen, but not before its record is written', () => {
    const watch = over();
    const { id } = watch.outage;
    const later = 360 + 960;
    watch.state = { ...watch.state, outbox: [{ type: 'outage', outage: id }] };
    expect(watch.at(later + 60).outages).toHaveLength(1);
    const other = { type: 'outage', outage: 'moel-20240101-0000' } as const;
    watch.state = { ...watch.state, outbox: [other] };
    expect(watch.at(later + 120).outages).toEqual([]);
  });
});
