import { describe, expect, it } from 'vitest';
import { messageOf } from '#core/notice/chat-message';
import type { NoticeType } from '#core/outage/telling';
import { CONTEXT, ENGLISH, noticeOf, SIX } from '../../support/notices.ts';
import { outageOf } from '../../support/outages.ts';

const messageFor = (...order: Parameters<typeof noticeOf>) =>
  messageOf(noticeOf(...order), CONTEXT);

describe('the colour of a message', () => {
  it.each<[NoticeType, string]>([
    ['opened', 'bad'],
    ['updated', 'warning'],
    ['reminder', 'warning'],
    ['closed', 'good'],
    ['attention', 'note'],
    ['blip', 'note'],
  ])('of the type %s is %s', (type, tone) => {
    expect(messageFor(type).tone).toBe(tone);
  });

  it('is that of a begin when an outage begins again', () => {
    expect(messageFor('updated', { again: true }).tone).toBe('bad');
  });
});

describe('the first sentence of a message', () => {
  it('tells citizens what to do when an outage begins, and only then', () => {
    expect(messageFor('opened').lead).toBe('급한 민원은 1350으로 전화하세요.');
    expect(messageFor('updated').lead).toBeUndefined();
    const silent = { ...CONTEXT, texts: { ...CONTEXT.texts, citizenAdvice: { ko: '', en: '' } } };
    expect(messageOf(noticeOf('opened'), silent).lead).toBeUndefined();
  });

  it('says at the end that all work again, or that the recovery was not seen', () => {
    const notice = noticeOf('closed');
    if (notice.facts?.about !== 'outage') throw new Error('a notice without an outage');
    const { endedBetween: _, ...outage } = notice.facts.outage;
    const unseen = { ...notice, facts: { ...notice.facts, outage } };
    const leads = [notice, unseen].map((one) => messageOf(one, ENGLISH).lead);
    expect(leads.every((lead) => lead !== undefined && lead.length > 0)).toBe(true);
    expect(leads[0]).not.toBe(leads[1]);
  });

  it('says of a reminder that it goes on, of a drill that it is one, of a blip that it is no outage', () => {
    const leads = [
      messageFor('reminder').lead,
      messageFor('opened', { outage: outageOf(SIX, { drill: true }) }).lead,
      messageFor('blip').lead,
    ];
    expect(leads.every((lead) => lead !== undefined && lead.length > 0)).toBe(true);
    expect(new Set(leads).size).toBe(3);
  });
});
