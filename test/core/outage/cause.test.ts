import { describe, expect, it } from 'vitest';
import { causeOf } from '#core/outage/cause';
import { incidentOf } from '../../support/outages.ts';

const dns = { layer: 'host', kind: 'dns', passedLayers: [], signature: 'd1' } as const;

describe('the cause of one incident', () => {
  it('is certain only where the run itself met what it names', () => {
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
});
