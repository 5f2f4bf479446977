import { describe, expect, it } from 'vitest';
import { composeAttention } from '#core/notice/compose-notice';
import { ATTENTION_KINDS } from '#core/run/verdict';
import { catalogue } from '#portals/catalogues';
import { STARTED, TEXTS } from '../../support/outages.ts';

const context = { catalogue, texts: TEXTS, apiUrl: '', stage: 'prod' };
const english = { ...context, texts: { ...TEXTS, language: 'en' } } as const;

describe('an attention', () => {
  const draft = { group: 'moel', seq: 7, at: STARTED.by, detail: 'Rejected once.' };

  it.each([...ATTENTION_KINDS, 'monitor-fault', 'network-in-doubt', 'certificate'] as const)(
    'about %s says what to do and never goes to phones',
    (kind) => {
      const notice = composeAttention({ ...draft, kind, services: ['work24'] }, context);
      expect(notice).not.toHaveProperty('sms');
      expect(notice).toMatchObject({
        id: `moel-attention-${kind}#7`,
        outage: 'moel-attention',
        type: 'attention',
        severity: 'attention',
      });
      expect(notice.subject).toMatch(/^\[확인 필요\] 고용24: ./);
      expect(notice.text).toMatch(/^할 일: .{5,}$/m);
      expect(notice.text).toMatch(/^자세히: .*\p{Script=Hangul}.*\.$/mu);
      const { text } = composeAttention({ ...draft, kind, services: ['work24'] }, english);
      expect(text).toContain('Detail: Rejected once.');
      expect(text).not.toMatch(/\p{Script=Hangul}/u);
    },
  );

  it('about a certificate says how long it still holds', () => {
    const certificates = { 'eps.go.kr': 7, 'sso.eps.go.kr:8443': 21 };
    const expiry = { ...draft, kind: 'certificate', services: ['eps'], certificates } as const;
    expect(composeAttention(expiry, context).text).toContain(
      'eps.go.kr 인증서가 7일 뒤에 만료됩니다. sso.eps.go.kr:8443 인증서가 21일 뒤에 만료됩니다.',
    );
    expect(composeAttention(expiry, english).text).toContain(
      'The certificate of eps.go.kr expires in 7 days. The certificate of sso.eps.go.kr:8443',
    );
  });

  it('names the services it is about, or says that there are none', () => {
    const about = (services: readonly string[]) =>
      composeAttention({ ...draft, kind: 'blocked', services }, context).text;
    expect(about(['eps', 'work24'])).toContain('관련 서비스: 외국인고용관리시스템, 고용24\n');
    expect(about([])).toContain('관련 서비스: 확인된 곳 없음\n');
  });

  it.each([
    ['blocked', '접속이 차단되었습니다.'],
    ['login-rejected', '아이디 또는 비밀번호가 거부되었습니다.'],
    ['network-in-doubt', '대조 사이트도 함께 실패하여'],
  ] as const)('about %s says in detail what it is', (kind, sentence) => {
    const { text } = composeAttention({ ...draft, kind, services: ['eps'] }, context);
    expect(text).toContain(`자세히: ${sentence}`);
  });

  it('without services is about the group', () => {
    const notice = composeAttention({ ...draft, kind: 'network-in-doubt', services: [] }, context);
    expect(notice.subject).toBe('[확인 필요] moel: 모니터링 측 네트워크 이상 의심');
  });
});
