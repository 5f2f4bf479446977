import { describe, expect, it } from 'vitest';
import type { NoticeSummary, Summary } from '#core/scenario/summary';
import type { Delivered } from '#local/replay/inbox';
import { shortcomings } from '#local/replay/verdict';

const TIME = '2024-07-18T09:15:00+09:00';
const scenario = {
  name: 's',
  from: 0,
  to: 1,
  services: [],
  faults: [{ services: ['eps'], from: 0, to: 1, mode: 'hang', share: 1 }],
} as const;

function notice(seq: number, type: NoticeSummary['type'], own?: string): NoticeSummary {
  return {
    id: `o1#${seq}`,
    at: TIME,
    type,
    outage: 'o1',
    services: ['work24', 'eps'],
    subject: '',
    text: '',
    seq,
    severity: 'critical',
    ...(own ? { to: { whole: false, several: [], alone: [own] } } : {}),
  };
}

/** The end of all, for subscribers who were not told their own service's end. */
const lastEnd = (seq: number, ...alone: string[]): NoticeSummary => ({
  ...notice(seq, 'closed'),
  to: { whole: true, several: ['work24', 'eps'], alone },
});

function told(...notices: NoticeSummary[]): readonly string[] {
  const summary: Summary = {
    scenario: 's',
    checks: 1,
    outages: [
      {
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
        startedBetween: [null, TIME],
        endedBetween: [TIME, TIME],
        downSeconds: 1,
        recurrences: 0,
        unaffected: [],
        timeline: [],
      },
    ],
    notices,
    services: {},
    withheld: [],
  };
  const messages = notices.map(({ id, type }): Delivered => {
    return { notice: id, type, messageId: id, subject: '', email: '' };
  });
  return shortcomings(scenario, summary, messages).map(({ en }) => en);
}

describe('a replay is good', () => {
  it('with one begin and one end', () => {
    expect(told(notice(1, 'opened'), notice(2, 'closed'))).toEqual([]);
  });

  it('when subscribers of one service hear its end before the others hear of theirs', () => {
    const ends = [notice(2, 'closed', 'eps'), lastEnd(3, 'work24')];
    expect(told(notice(1, 'opened'), ...ends)).toEqual([]);
  });
});

describe('a replay falls short', () => {
  it('when everybody hears the begin or the end twice', () => {
    const twice = told(notice(1, 'opened'), notice(2, 'closed'), notice(3, 'closed'));
    expect(twice).toContain('The end of o1 was announced 2 times.');
    expect(told(notice(1, 'opened'), notice(2, 'opened'), notice(3, 'closed'))).toContain(
      'o1 was announced 2 times.',
    );
  });

  it('when subscribers of one service hear its end twice', () => {
    const ends = [notice(2, 'closed', 'eps'), lastEnd(3, 'work24', 'eps')];
    expect(told(notice(1, 'opened'), ...ends)).toEqual([
      'o1: subscribers of eps hear begin, end, end',
    ]);
  });

  it('when no closing notice is sent, or only to the subscribers of one service', () => {
    expect(told(notice(1, 'opened'))).toContain('The end of o1 was announced 0 times.');
    expect(told(notice(1, 'opened'), notice(2, 'closed', 'eps'))).toContain(
      'The end of o1 was announced 0 times.',
    );
  });
});
