import { describe, expect, it } from 'vitest';
import type { Audience } from '#core/outage/hearing';
import { misheard } from '#core/scenario/misheard';
import type { NoticeSummary, OutageSummary } from '#core/scenario/summary';

const BETWEEN = ['2024-07-18T09:14:40+09:00', '2024-07-18T09:15:20+09:00'] as const;
const outage: OutageSummary = {
  id: 'o1',
  group: 'moel',
  services: ['work24', 'eps'],
  cause: {
    layer: 'data',
    kind: 'timeout',
    confidence: 'likely',
    shared: true,
    databaseText: false,
  },
  startedBetween: BETWEEN,
  endedBetween: BETWEEN,
  downSeconds: 1,
  recurrences: 0,
  unaffected: [],
  timeline: [],
};

function notice(type: NoticeSummary['type'], over: Partial<NoticeSummary> = {}): NoticeSummary {
  return {
    id: 'o1#1',
    at: BETWEEN[1],
    type,
    outage: 'o1',
    services: outage.services,
    subject: '',
    text: '',
    seq: 1,
    severity: 'critical',
    ...over,
  };
}

const only = (service: string): { to: Audience } => ({
  to: { whole: false, several: [], alone: [service] },
});

/** The end of the whole outage. Subscribers of `alone` still wait for an end. */
const lastEnd = (...alone: string[]) =>
  notice('closed', { to: { whole: true, several: outage.services, alone } });

describe('what subscribers hear of an outage', () => {
  it('is right with one begin and one end for everybody', () => {
    expect(misheard(outage, [notice('opened'), notice('closed')])).toEqual([]);
  });

  it('is right where the end of one service is told before the end of the whole', () => {
    const notices = [notice('opened'), notice('closed', only('eps')), lastEnd('work24')];
    expect(misheard(outage, notices)).toEqual([]);
  });

  it('is wrong where an end is told twice to subscribers of one service', () => {
    const notices = [notice('opened'), notice('closed', only('eps')), lastEnd('work24', 'eps')];
    expect(misheard(outage, notices)).toEqual([
      {
        en: 'o1: subscribers of eps hear begin, end, end',
        ko: 'o1: eps 수신자가 받는 알림: 시작, 종료, 종료',
      },
    ]);
  });

  it('is wrong where a begin is told twice, or an end without a begin', () => {
    const own = notice('opened', only('eps'));
    expect(misheard(outage, [notice('opened'), own, notice('closed')])).toMatchObject([
      { en: 'o1: subscribers of eps hear begin, begin, end' },
    ]);
    expect(misheard(outage, [notice('closed')])).toHaveLength(3);
  });

  it('is wrong if a past outage has no end, and right while it is open', () => {
    expect(misheard(outage, [notice('opened')])).toHaveLength(3);
    expect(misheard({ ...outage, endedBetween: null }, [notice('opened')])).toEqual([]);
  });

  it('counts a recurrence as a begin, and ignores other updates', () => {
    const again = notice('updated', { again: true });
    const heard = [notice('opened'), notice('updated'), notice('reminder'), notice('closed')];
    expect(misheard(outage, [...heard, again, notice('closed')])).toEqual([]);
    expect(misheard(outage, [notice('opened'), again, notice('closed')])).toHaveLength(3);
  });
});
