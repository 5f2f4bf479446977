import { describe, expect, it } from 'vitest';
import { hears } from '#core/notice/heard';
import type { Notice } from '#core/notice/notice';

const notice: Notice = {
  id: 'o1#1',
  outage: 'o1',
  seq: 1,
  type: 'opened',
  group: 'moel',
  services: ['eps'],
  severity: 'critical',
  at: 0,
  subject: '',
  text: '',
};
const channel = hears({ events: ['opened', 'reminder'] });

describe('a channel for the whole group', () => {
  it('accepts the events that its subscriber chose', () => {
    expect(channel(notice)).toBe(true);
    expect(channel({ ...notice, type: 'closed' })).toBe(false);
  });

  it('accepts a new begin as a begin, and as nothing else', () => {
    const once = { ...notice, type: 'updated' } as const;
    const again = { ...once, again: true } as const;
    expect(channel(again)).toBe(true);
    expect(channel(once)).toBe(false);
    expect(hears({ events: ['closed'] })(again)).toBe(false);
  });

  it('does not accept a notice for subscribers of one service, which everybody else already knows', () => {
    const to = { whole: false, several: [], alone: ['eps'] };
    expect(channel({ ...notice, to })).toBe(false);
    expect(channel({ ...notice, to: { ...to, whole: true } })).toBe(true);
  });

  it('does not accept a reminder that only phones get', () => {
    expect(channel({ ...notice, type: 'reminder' })).toBe(true);
    expect(channel({ ...notice, type: 'reminder', remindAfterSeconds: 600 })).toBe(false);
  });
});
