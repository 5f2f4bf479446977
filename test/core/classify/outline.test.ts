import { describe, expect, it } from 'vitest';
import { divide } from '#core/classify/outline';
import type { PageOutline } from '#core/run/observation';

const NOTHING: PageOutline = {
  frame: [],
  headings: [],
  links: [],
  entries: [],
  fields: 0,
};

describe('the lines of a page', () => {
  it('are all its own words where nobody knows better', () => {
    expect(divide('홈\n점검 중입니다.')).toEqual({
      said: '홈\n점검 중입니다.',
      listed: '',
      offers: 0,
    });
  });

  it('are its own words without menus, links and entries', () => {
    const text =
      '로그인 회원가입\n공지\n시스템 점검 안내(7.20)\n접수 지역 서울\n문의는 여기로 하세요.';
    const outline = {
      ...NOTHING,
      frame: ['로그인 회원가입'],
      links: ['시스템 점검 안내(7.20)', '여기'],
      entries: ['접수 지역 서울'],
    };
    expect(divide(text, outline)).toEqual({
      said: '공지\n문의는 여기로 하세요.',
      listed: '접수 지역 서울',
      offers: 1,
    });
  });

  it('keep a heading that stands in the header', () => {
    const outline = { ...NOTHING, frame: ['서비스 장애', '홈'], headings: ['서비스 장애'] };
    expect(divide('홈\n서비스 장애', outline).said).toBe('서비스 장애');
  });

  it('take links side by side for a menu, whatever parts them', () => {
    const outline = { ...NOTHING, links: ['채용정보', '직업훈련', '실업급여'] };
    expect(divide('채용정보직업훈련 | 실업급여', outline)).toMatchObject({ said: '', offers: 0 });
  });

  it('count what is offered, but no ways out', () => {
    const links = ['(주)한빛시스템 웹 개발자', '대성물산 물류 관리 사원', '홈으로', '이전 페이지'];
    expect(divide(links.join('\n'), { ...NOTHING, links }).offers).toBe(2);
  });
});
