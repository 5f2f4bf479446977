import { describe, expect, it } from 'vitest';
import { pageFacts } from '#core/page/page-facts';
import type { PageInput } from '#core/page/public-page';
import { statuspageComponents, statuspageIncidents, statuspageStatus } from '#core/page/statuspage';
import { closedOf, outageOf } from '../../support/outages.ts';
import { pageInput, SERVICES, sixDown } from './page-samples.ts';

const closed = closedOf(outageOf(SERVICES));

describe('the shapes of Statuspage', () => {
  const shape = (change: Partial<PageInput>) => {
    const facts = pageFacts(pageInput(change));
    return {
      indicator: statuspageStatus(facts).indicator,
      statuses: new Set(statuspageComponents(facts).map(({ status }) => status)),
    };
  };

  it('say critical for most services, none for none, and unknown in the words there are', () => {
    expect(shape({ board: [sixDown()] })).toEqual({
      indicator: 'critical',
      statuses: new Set(['major_outage']),
    });
    expect(shape({})).toEqual({ indicator: 'none', statuses: new Set(['operational']) });
    expect(shape({ board: [] })).toEqual({
      indicator: 'minor',
      statuses: new Set(['degraded_performance']),
    });
    const [first] = statuspageComponents(pageFacts(pageInput({ board: [] })));
    expect(first?.description).toContain('알 수 없음');
  });

  it('give an outage its times, its address and, once over, the status resolved', () => {
    const facts = pageFacts(pageInput({ history: { outages: [closed], days: {} } }));
    expect(statuspageIncidents(facts, 'all')).toMatchObject([
      {
        status: 'resolved',
        started_at: '2024-07-18T09:15:20+09:00',
        shortlink: 'https://status.example.kr/outages/moel-20240718-0915.html',
      },
    ]);
    expect(statuspageIncidents(facts, 'open')).toEqual([]);
  });
});
