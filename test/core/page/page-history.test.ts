import { describe, expect, it } from 'vitest';
import { pageFacts } from '#core/page/page-facts';
import { kstDay, kstDayStart } from '#core/time/kst';
import { DAY, HOUR } from '#core/time/time';
import { boardIn, NOW, pageInput, SERVICES } from './page-samples.ts';

describe('the days', () => {
  const today = kstDayStart(kstDay(NOW));
  const up = { up: 86_400, degraded: 0, down: 0, maintenance: 0, unknown: 0 };

  it('are ninety, the last of them today, and empty where nothing is stored', () => {
    const days = { work24: [{ start: today - DAY, seconds: { ...up, up: 76_680, down: 9_720 } }] };
    const [work24] = pageFacts(pageInput({ history: { outages: [], days } })).services;
    expect(work24?.days).toHaveLength(90);
    expect(work24?.days.findIndex((day) => day !== null)).toBe(88);
    expect(work24?.availability).toBeCloseTo(0.8875, 6);
    expect(work24?.unknownShare).toBe(0);
  });
});

describe('maintenance', () => {
  const window = {
    id: 'weekly',
    type: 'weekly',
    weekday: 6,
    from: '23:00',
    to: '05:00',
    services: ['eps'],
    reason: '정기점검',
  } as const;

  it('is announced for the next three weeks, declared or configured, in order of time', () => {
    const declared = {
      id: 'moel.1',
      type: 'once',
      from: NOW - HOUR,
      to: NOW + HOUR,
      services: [],
      reason: '긴급점검',
    } as const;
    const input = pageInput({ board: [boardIn('up', { declared: [declared] })] });
    const { maintenance } = pageFacts({
      ...input,
      configuration: { ...input.configuration, maintenance: [window] },
    });
    expect(maintenance.map(({ window: { reason } }) => reason)).toEqual([
      '긴급점검',
      '정기점검',
      '정기점검',
      '정기점검',
    ]);
    expect(maintenance[0]?.window.services).toEqual(SERVICES);
  });
});

describe('blips', () => {
  const seen = (by: number) => ({
    service: 'eps',
    check: 'eps/probe',
    startedBetween: { after: by - 60_000, by: by - 20_000 },
    endedBetween: { after: by - 20_000, by },
    layer: 'static' as const,
    kind: 'http-error' as const,
    run: 'r',
  });

  it('are listed with their service, only for the last week, without internal details', () => {
    const blips = [seen(NOW - 8 * 86_400_000), seen(NOW - 3_600_000), seen(NOW - 60_000)];
    const { services } = pageFacts(pageInput({ board: [boardIn('up', { blips })] }));
    const eps = services.find(({ service }) => service.id === 'eps');
    expect(eps?.blips.map(({ endedBetween }) => endedBetween.by)).toEqual([
      NOW - 60_000,
      NOW - 3_600_000,
    ]);
    expect(JSON.stringify(eps?.blips)).not.toContain('probe');
    expect(services.filter((one) => one.blips.length > 0)).toHaveLength(1);
  });
});
