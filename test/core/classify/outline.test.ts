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
  it('are all its own words without an outline', () => {
    expect(divide('홈\n점검 중입니다.')).toEqual({
      said: '홈\n점검 중입니다.',
      listed: '',
      offers: 0,
      records: 0,
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
      records: 0,
    });
  });

  it('keep a heading that stands in the header', () => {
    const outline = { ...NOTHING, frame: ['서비스 장애', '홈'], headings: ['서비스 장애'] };
    expect(divide('홈\n서비스 장애', outline).said).toBe('서비스 장애');
  });

  it('take links side by side as a menu, whatever separates them', () => {
    const outline = { ...NOTHING, links: ['채용정보', '직업훈련', '실업급여'] };
    expect(divide('채용정보직업훈련 | 실업급여', outline)).toMatchObject({ said: '', offers: 0 });
  });

  it('count offers, but not links to elsewhere', () => {
    const links = ['(주)한빛시스템 웹 개발자', '대성물산 물류 관리 사원', '홈으로', '이전 페이지'];
    expect(divide(links.join('\n'), { ...NOTHING, links }).offers).toBe(2);
  });

  it('take a brand among links for a part of the menu, and a sentence for none', () => {
    const outline = { ...NOTHING, links: ['Home', 'Notice', 'Login', '여기', '처음으로'] };
    expect(divide('EPS Home Notice Login', outline).said).toBe('');
    expect(divide('여기 또는 처음으로 가 주십시오.', outline).said).not.toBe('');
  });

  it.each([
    ['three cells', ['2026-1123\t실업급여 신청\t처리중', '2026-1002\t이직확인\t반려'], 2],
    ['short cells below a head', ['설비\t상태\t비고', '펌프\t고장\t없음'], 1],
    ['a code beside its meaning', ['코드\t코드명', 'COM001\t시스템 오류'], 1],
    ['a menu laid out as a table', ['채용\t급여\t훈련'], 0],
    ['the hours of works', ['대상\t기간\t비고', '포털\t22:00 ~ 06:00\t중단'], 0],
  ])('count as records: %s', (_, entries, records) => {
    expect(divide(entries.join('\n'), { ...NOTHING, entries }).records).toBe(records);
  });

  it('count an answer of the database as a record, be it none', () => {
    expect(divide('검색 결과\n총 0건', NOTHING).records).toBe(1);
    expect(divide('검색 결과', NOTHING).records).toBe(0);
  });

  it('are said where a table tells of the error of the page itself', () => {
    const entries = [
      '오류코드\tEAI9001',
      '오류내용\t응답시간 초과입니다.',
      '코드\t설명',
      'E01\t오류',
    ];
    const { said } = divide(entries.slice(0, 2).join('\n'), { ...NOTHING, entries });
    expect(said.split('\n')).toHaveLength(2);
    expect(divide(entries.slice(2).join('\n'), { ...NOTHING, entries }).said).toBe('');
  });
});
