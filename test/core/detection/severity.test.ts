import { describe, expect, it } from 'vitest';
import { hears, type Subscriber } from '#core/notice/subscriber';
import { HANGS } from '../../support/results.ts';
import { PASSES, quick, Watch } from '../../support/watch.ts';

const EPS = 'eps/probe';
const WORK24 = 'work24/probe';
const HRD = 'hrd-net/probe';

/** work24 is more important than the others. */
function watch(): Watch {
  const base = quick();
  const services = base.catalogue.services.map((service) =>
    service.id === 'work24' ? service : { ...service, severity: 'warning' as const },
  );
  return new Watch({ ...base, catalogue: { ...base.catalogue, services } });
}

/** eps fails from 60 s on, which is told, and somebody acknowledges it. */
function acknowledged(): Watch {
  const all = watch();
  all.at(0, { [EPS]: PASSES, [WORK24]: PASSES, [HRD]: PASSES });
  all.every(60, [60, 240], { [EPS]: HANGS });
  return all.ask(250, { type: 'acknowledge', outage: all.outage.id });
}

const phone: Subscriber = { protocol: 'sms', endpoint: '+82' };

function rings(all: Watch, over: Partial<Subscriber> = {}) {
  return all
    .notices()
    .filter((notice) =>
      hears({ ...phone, ...over }, { ...notice, phone: notice.sms !== undefined }),
    )
    .map(({ type }) => type);
}

describe('an outage of less important services', () => {
  it('is told as a warning at its begin and at its end', () => {
    const all = watch().every(60, [60, 180], { [EPS]: HANGS });
    all.every(60, [240, 600], { [EPS]: PASSES });
    expect(all.notices().map(({ type, severity }) => [type, severity])).toEqual([
      ['opened', 'warning'],
      ['closed', 'warning'],
    ]);
    expect(rings(all, { severities: ['critical'] })).toEqual([]);
  });
});

describe('a graver service that joins an acknowledged outage', () => {
  const joined = () => acknowledged().every(60, [300, 420], { [EPS]: HANGS, [WORK24]: HANGS });

  it('is told again, and the acknowledgement no longer counts', () => {
    const all = joined();
    const [, again] = all.shared('opened');
    expect(again).toMatchObject({ severity: 'critical', services: ['work24', 'eps'] });
    expect(again?.sms).toContain('[장애] 고용24 외 1곳');
    expect(again?.text).toContain('더 중요한 서비스');
    expect(all.outage.acknowledged).toBeUndefined();
  });

  it('is told once, and not again after the next acknowledgement', () => {
    const all = joined();
    all.ask(430, { type: 'acknowledge', outage: all.outage.id });
    all.every(60, [480, 1_800], { [EPS]: HANGS, [WORK24]: HANGS });
    expect(all.shared('opened')).toHaveLength(2);
    expect(all.outage.acknowledged).toBeDefined();
  });

  it('is told to subscribers of critical notices at its begin and at its end', () => {
    const all = joined().every(30, [480, 1_200], { [EPS]: PASSES, [WORK24]: PASSES });
    expect(rings(all, { severities: ['critical'] })).toEqual(['opened', 'closed']);
    expect(rings(all, { severities: ['warning'] })).toEqual(['opened', 'opened', 'closed']);
  });

  it('waits while it is silenced', () => {
    const all = acknowledged();
    const silence = { type: 'silence', silence: 's', services: ['work24'], reason: '' } as const;
    const from = all.state.evaluatedAt;
    all.ask(260, { ...silence, from, to: from + 3_600_000 });
    all.every(60, [300, 420], { [EPS]: HANGS, [WORK24]: HANGS });
    expect(all.shared('opened')).toHaveLength(1);
    expect(all.outage.acknowledged).toBeDefined();
  });
});

describe('an equally grave service that joins an acknowledged outage', () => {
  it('leaves it acknowledged and is told to its own subscribers alone', () => {
    const all = acknowledged().every(60, [300, 420], { [EPS]: HANGS, [HRD]: HANGS });
    expect(all.shared('opened')).toHaveLength(1);
    expect(all.outage.acknowledged).toBeDefined();
    expect(rings(all, { services: ['hrd-net'] })).toEqual(['opened']);
  });
});
