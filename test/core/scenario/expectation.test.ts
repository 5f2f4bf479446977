import { describe, expect, it } from 'vitest';
import { unmet } from '#core/scenario/expectation';
import type { NoticeSummary, Summary } from '#core/scenario/summary';

const outage = {
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
  startedBetween: ['2024-07-18T09:14:40+09:00', '2024-07-18T09:15:20+09:00'],
  endedBetween: ['2024-07-18T11:55:30+09:00', '2024-07-18T11:57:30+09:00'],
  downSeconds: 1,
  recurrences: 0,
  unaffected: [],
  timeline: [],
} as const;
const notice = (type: 'opened' | 'closed', at: string, of = 'o1') =>
  ({
    id: `${of}#1`,
    at,
    type,
    outage: of,
    services: [],
    subject: '',
    text: '',
    seq: 1,
    severity: 'critical',
  }) as const;

const summary: Summary = {
  scenario: 's',
  checks: 1,
  outages: [outage],
  notices: [
    notice('opened', '2024-07-18T09:16:00+09:00'),
    notice('closed', '2024-07-18T12:00:00+09:00'),
  ],
  services: {},
  withheld: [],
};
const at = (time: string) => Date.parse(`2024-07-18T${time}+09:00`);
const wanted = { services: ['eps', 'work24'] };
const lines = (expected: object, of: Summary = summary) =>
  unmet({ outages: [{ ...wanted, ...expected }] }, of).map(({ en }) => en);

describe('what a scenario expects', () => {
  it('is met by the outage it describes', () => {
    expect(
      lines({
        started: at('09:15:00'),
        ended: at('11:57:00'),
        layer: 'data',
        openedBy: at('09:16:00'),
      }),
    ).toEqual([]);
  });

  it.each([
    ['another start', { started: at('09:13:00') }, /began between .* not at 2024-07-18T09:13/],
    ['another end', { ended: at('12:00:00') }, /ended between/],
    ['another layer', { layer: 'host' }, /layer data, not host/],
    ['an earlier notice', { openedBy: at('09:15:59') }, /announced later than/],
    ['other services', { services: ['hrd-net'] }, /names work24, eps/],
  ])('is not met by %s', (_, expected, said) => {
    expect(lines(expected)).toEqual([expect.stringMatching(said)]);
  });

  it('is not met by an outage that never ended, which is said in words', () => {
    const going = summary.outages.map((one) => ({ ...one, endedBetween: null }));
    const said = lines({ ended: at('11:57:00') }, { ...summary, outages: going });
    expect(said[0]).toBe('o1 did not end; its end was expected at 2024-07-18T11:57:00+09:00');
  });

  it('names one time alone where nobody knows since when', () => {
    const by = '2024-07-18T09:15:20+09:00';
    const since = summary.outages.map((one) => ({ ...one, startedBetween: [null, by] as const }));
    const said = lines({ started: at('09:16:00') }, { ...summary, outages: since });
    expect(said).toEqual([`o1 began by ${by}, not at 2024-07-18T09:16:00+09:00`]);
  });

  it('is not met by silence, by a second opening, or without a closing notice', () => {
    expect(lines({}, { ...summary, outages: [] })).toEqual(['no outage of eps, work24 was found']);
    const [opened, closed] = summary.notices as [NoticeSummary, NoticeSummary];
    expect(lines({}, { ...summary, notices: [opened, opened, closed] })).toEqual([
      'o1 has 2 opened notices',
      'o1: subscribers of moel hear begin, begin, end',
    ]);
    expect(lines({}, { ...summary, notices: [opened] })).toEqual([
      'o1 has 0 closed notices',
      'o1: subscribers of moel hear begin',
    ]);
  });

  it('is not met by an outage too many', () => {
    expect(unmet({ outages: [] }, summary)).toEqual([
      { en: 'o1 is not expected', ko: 'o1: 예상하지 않은 장애' },
    ]);
  });

  it('finds each outage by its services, whatever the order', () => {
    const other = { ...outage, id: 'o2', services: ['hrd-net'] };
    const notices = [...summary.notices, ...summary.notices.map((n) => ({ ...n, outage: 'o2' }))];
    const both = { ...summary, outages: [other, outage], notices };
    expect(unmet({ outages: [wanted, { services: ['hrd-net'] }] }, both)).toEqual([]);
  });
});
