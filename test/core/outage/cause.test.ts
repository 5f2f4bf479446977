import { describe, expect, it } from 'vitest';
import { causeOf } from '#core/outage/cause';
import { incidentOf } from '../../support/outages.ts';

const dns = { layer: 'host', kind: 'dns', passedLayers: [], signature: 'd1' } as const;

describe('the cause of one incident', () => {
  it('is certain only if the run itself met the named trouble', () => {
    expect(causeOf([incidentOf('work24', dns)])).toMatchObject({
      confidence: 'certain',
      kind: 'dns',
    });
    expect(causeOf([incidentOf('work24')])).toMatchObject({ confidence: 'unclear', shared: false });
  });

  it('is likely where database text was seen', () => {
    const seen = incidentOf('work24', { databaseText: true, matched: 'ORA-12541' });
    expect(causeOf([seen])).toMatchObject({
      confidence: 'likely',
      databaseText: true,
      matched: 'ORA-12541',
    });
  });
});

describe('the cause of several', () => {
  it('is shared where two stop at one layer and all outside it passes', () => {
    expect(causeOf([incidentOf('work24'), incidentOf('eps')])).toMatchObject({
      layer: 'data',
      shared: true,
      confidence: 'likely',
      databaseText: false,
    });
  });

  it('at the host is shared only with one signature', () => {
    const other = incidentOf('eps', { ...dns, signature: 'd2' });
    expect(causeOf([incidentOf('work24', dns), other]).shared).toBe(false);
    expect(causeOf([incidentOf('work24', dns), incidentOf('eps', dns)]).shared).toBe(true);
  });

  it('is that of most, and unclear where no two agree', () => {
    const refused = { layer: 'host', kind: 'connect', passedLayers: [] } as const;
    const most = [incidentOf('work24'), incidentOf('eps', refused), incidentOf('hrd-net')];
    expect(causeOf(most)).toMatchObject({ layer: 'data', kind: 'timeout', shared: true });
    expect(causeOf(most.slice(0, 2)).confidence).toBe('unclear');
  });

  it('is the database only where text of one was seen, and quotes it', () => {
    const seen = incidentOf('eps', { databaseText: true, matched: 'DB 접속 오류' });
    const cause = causeOf([incidentOf('work24', { matched: 'timeout' }), seen]);
    expect(cause).toMatchObject({ databaseText: true, matched: 'DB 접속 오류' });
  });

  it('is not shared while a layer outside it failed in all runs but one', () => {
    const blind = { passedLayers: ['host'] } as const;
    const seen = [incidentOf('work24'), incidentOf('eps', blind)];
    expect(causeOf(seen).shared).toBe(false);
    expect(causeOf([...seen, incidentOf('hrd-net')]).shared).toBe(true);
  });

  it('is unclear at exactly half, and of many equals the first', () => {
    const half = [
      incidentOf('work24'),
      incidentOf('eps'),
      incidentOf('hrd-net', dns),
      incidentOf('worknet', { ...dns, kind: 'connect' }),
    ];
    expect(causeOf(half)).toMatchObject({ layer: 'data', shared: true, confidence: 'unclear' });
    const even = [incidentOf('eps', dns), incidentOf('work24')];
    expect(causeOf(even)).toMatchObject({ layer: 'host', kind: 'dns' });
  });

  it('is certain only while every run met it', () => {
    const one = { ...dns, signature: 'd1' } as const;
    const two = { ...dns, signature: 'd2' } as const;
    const both = [incidentOf('work24', one), incidentOf('eps', two)];
    expect(causeOf(both).confidence).toBe('certain');
    const third = incidentOf('hrd-net', { ...dns, kind: 'connect' });
    expect(causeOf([...both, third])).toMatchObject({ kind: 'dns', confidence: 'unclear' });
  });

  it('carries the most frequent signature of those that agree, and their words', () => {
    const incidents = [
      incidentOf('work24', { signature: 'a' }),
      incidentOf('eps', { signature: 'b', matched: 'no answer' }),
      incidentOf('hrd-net', { signature: 'b' }),
      incidentOf('worknet', { ...dns, matched: 'ENOTFOUND' }),
    ];
    expect(causeOf(incidents, 0.4)).toMatchObject({
      signature: 'b',
      matched: 'no answer',
      failedShare: 0.4,
    });
    expect(causeOf([incidentOf('work24')])).not.toHaveProperty('signature');
  });
});
