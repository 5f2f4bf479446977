import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoardGroup } from '#core/history/board';
import type { ShownState } from '#core/outage/shown-state';
import { pageFacts } from '#core/page/page-facts';
import type { PageInput } from '#core/page/public-page';
import { headlineText } from '#core/page/sentence';
import { statuspageIncidents } from '#core/page/statuspage';
import { HOUR, MINUTE } from '#core/time/time';
import { closedOf, ENDED, outageOf, STARTED } from '../../support/outages.ts';
import { boardIn, NOW, pageInput, SERVICES, sixDown } from './page-samples.ts';

const said = (change: Partial<PageInput>, language: 'ko' | 'en' = 'ko') =>
  headlineText(pageFacts(pageInput(change)), language);

const closed = closedOf(outageOf(SERVICES));

describe('the sentence that the page opens with', () => {
  it.each([
    ['all is well', {}, '모두 정상입니다', 'All services work'],
    [
      'six services are down together',
      { board: [sixDown()] },
      /^고용24 외 5곳이 09:15부터 응답하지 않습니다 — 공통 .*데이터.* 추정$/,
      /^Work24 and 5 more: not responding since 09:15 — shared .*likely$/,
    ],
    [
      'they work again',
      {
        now: ENDED.by + 10 * MINUTE,
        board: [boardIn('up', { updatedAt: ENDED.by + 10 * MINUTE })],
        history: { outages: [closed], days: {} },
      },
      '모두 정상입니다 (11:57 복구, 2시간 42분)',
      'All services work (recovered 11:57, after 2 h 42 min)',
    ],
    [
      'nothing has come in for seven minutes',
      { board: [boardIn('up', { updatedAt: NOW - 7 * MINUTE })] },
      '지금은 알 수 없습니다: 모니터링 결과가 7분째 들어오지 않습니다',
      'Unknown at present: no results have come in for 7 min',
    ],
    ['nothing was ever seen', { board: [] }, /아직 모니터링 결과가 없습니다/, /no results yet/],
    [
      'it is the record of a scenario',
      { mode: 'record', board: [], history: { outages: [closed], days: {} } },
      '모의 시나리오의 기록입니다: 장애 1건',
      'Record of a simulated scenario: 1 outage',
    ],
    ['the board cannot be read', { board: 'unreadable' }, /알 수 없습니다/, /Unknown/],
    [
      'our own network is in doubt',
      { board: [boardIn('up', { networkInDoubt: true })] },
      /모니터링 측 네트워크/,
      /network of the monitor/,
    ],
    [
      'one service is slow',
      { board: [boardIn('up', { states: { eps: 'degraded' } })] },
      '외국인고용관리시스템 서비스가 평소보다 느립니다',
      /slower than usual$/,
    ],
    [
      'one service is in maintenance',
      { board: [boardIn('up', { states: { eps: 'maintenance' } })] },
      /점검 중입니다$/,
      /under maintenance$/,
    ],
    [
      'one service did not answer once',
      { board: [boardIn('up', { states: { work24: 'suspect' } })] },
      '고용24 서비스가 응답하지 않아 다시 확인하고 있습니다',
      /checking again$/,
    ],
    [
      'all begin to work again',
      { board: [{ ...boardIn('recovering'), openOutages: sixDown().openOutages }] },
      /복구를 확인하고 있습니다 \(09:15 시작\)$/,
      /recovery is being confirmed/,
    ],
  ] as const)('when %s', (_, change, ko, en) => {
    expect(said(change as Partial<PageInput>)).toMatch(ko);
    expect(said(change as Partial<PageInput>, 'en')).toMatch(en);
  });

  it('has no Hangul in English and no Latin word in Korean but names', () => {
    expect(said({ board: [sixDown()] }, 'en')).not.toMatch(/\p{Script=Hangul}/u);
  });
});

const STATES: readonly ShownState[] = [
  'up',
  'suspect',
  'down',
  'recovering',
  'degraded',
  'maintenance',
  'unknown',
];

const anyBoard: fc.Arbitrary<BoardGroup> = fc.record({
  group: fc.constant('moel'),
  updatedAt: fc.integer({ min: NOW - 2 * HOUR, max: NOW + 2 * HOUR }),
  networkInDoubt: fc.boolean(),
  openOutages: fc.constantFrom([], sixDown().openOutages),
  services: fc
    .array(fc.constantFrom(...STATES), { minLength: SERVICES.length, maxLength: SERVICES.length })
    .map((states) =>
      SERVICES.map((service, index) => ({
        service,
        state: states[index] ?? 'unknown',
        since: NOW - HOUR,
        checks: [],
      })),
    ),
});

describe('what is not known', () => {
  it('is never shown as normal, whatever the board holds', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        const { headline, services } = pageFacts(pageInput({ board: [board] }));
        const age = NOW - board.updatedAt;
        const stale = age > 3 * MINUTE || age < -MINUTE;
        if (stale) expect(services.every(({ state }) => state === 'unknown')).toBe(true);
        if (stale) expect(headline.type).toBe('unknown');
        const normal = headline.type === 'up' || headline.type === 'recovered';
        if (normal) expect(services.every(({ state }) => state === 'up')).toBe(true);
        if (normal) expect(board.networkInDoubt).toBe(false);
      }),
    );
  });

  it('is a service that the board does not hold, and one that is gone from the catalogue is not shown', () => {
    const board = boardIn('up');
    const facts = pageFacts(
      pageInput({
        board: [
          {
            ...board,
            services: [
              ...board.services.slice(1),
              { service: 'gone', state: 'down', since: 0, checks: [] },
            ],
          },
        ],
      }),
    );
    expect(facts.services.map(({ service, state }) => [service.id, state])).toEqual(
      SERVICES.map((id, index) => [id, index === 0 ? 'unknown' : 'up']),
    );
    expect(facts.headline).toEqual({ type: 'partly-unknown', services: [SERVICES[0]] });
  });

  it('is a history that cannot be read: no figure is made up for it', () => {
    const facts = pageFacts(pageInput({ history: 'unreadable' }));
    expect(facts.historyReadable).toBe(false);
    expect(facts.services.map(({ availability }) => availability)).toEqual(
      SERVICES.map(() => null),
    );
    expect(facts.headline.type).toBe('up');
  });
});

describe('what is not for everybody', () => {
  const told = closedOf(
    outageOf(['work24'], {
      acknowledged: { by: 'kim', at: STARTED.by },
      notes: [{ by: 'kim', at: STARTED.by, text: 'a secret note' }],
      timeline: [
        { at: STARTED.by, type: 'opened' },
        { at: STARTED.by, type: 'note', by: 'kim', text: 'a secret note' },
        { at: STARTED.by, type: 'acknowledged', by: 'kim' },
        { at: STARTED.by, type: 'written', was: 'closed', by: 'kim', text: 'By kim.' },
      ],
    }),
  );

  it('is not in the facts: names, notes, runs, drills', () => {
    const outages = [told, { ...told, id: 'moel-drill-20240718-0900', drill: true as const }];
    const facts = pageFacts(pageInput({ history: { outages, days: {} } }));
    expect(facts.outages.map(({ id }) => id)).toEqual([told.id]);
    expect(JSON.stringify(facts)).not.toMatch(/kim|secret|drill-/);
  });
});

describe('updates by people', () => {
  const update = {
    id: '1',
    outage: closed.id,
    status: 'identified',
    text: { ko: '원인을 파악했습니다.', en: 'The cause is known.' },
    audience: 'public',
    by: 'kim',
    at: NOW - MINUTE,
  } as const;
  const factsWith = (updates: PageInput['updates']) =>
    pageFacts(pageInput({ updates, history: { outages: [closed], days: {} } }));

  it('are shown without their writer, but not internal ones and those on drills', () => {
    const internal = { ...update, id: '2', audience: 'internal' as const };
    const onDrill = { ...update, id: '3', outage: 'moel-drill-20240718-0900' };
    const { updates } = factsWith([update, internal, onDrill]);
    const { by: _, audience: __, ...shown } = update;
    expect(updates).toEqual([shown]);
  });

  it('are among the updates for bots, and missing when they cannot be read', () => {
    const [incident] = statuspageIncidents(factsWith([update]), 'all');
    expect(incident?.incident_updates.map(({ body }) => body)).toContain(update.text.ko);
    expect(factsWith('unreadable').updates).toEqual([]);
  });
});
