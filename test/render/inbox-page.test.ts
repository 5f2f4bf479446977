import { describe, expect, it } from 'vitest';
import { messageOf } from '#core/notice/chat-message';
import { DELIVERY_STATES } from '#core/notice/notice';
import { inboxPage } from '#render/inbox-page';
import { hangul } from '../support/languages.ts';
import { CONTEXT, noticeOf } from '../support/notices.ts';

function page(language: 'ko' | 'en'): string {
  const notice = noticeOf('opened');
  const deliveries = DELIVERY_STATES.map((state) => ({ channel: 'smtp-team', state, attempts: 2 }));
  const entry = { notice, message: messageOf(notice, CONTEXT), deliveries, bodies: {} };
  return inboxPage({ entries: [entry], displayName: '봉화', language });
}

describe('the inbox of watch', () => {
  it('says in Korean what became of a notice', () => {
    const text = page('ko');
    expect(text).toContain('<html lang="ko">');
    expect(text).toMatch(/KST · 장애 · /);
    for (const said of ['보내는 중', '접수됨', '다시 시도함', '보내지 않음']) {
      expect(text).toContain(said);
    }
  });

  it('says it in English around notices that are quoted as sent', () => {
    const text = page('en');
    const own = text.split('\n').filter((line) => /<(h1|title)>|smtp-team:|KST ·/.test(line));
    expect(own).toHaveLength(4);
    expect(hangul(own.join('\n'))).toEqual([]);
  });
});
