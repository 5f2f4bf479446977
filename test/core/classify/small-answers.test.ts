import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify/classify';
import { alerted, outlined, page } from './corpus/page.ts';

/** As of sites for devices, which say little and are used as controls. */
describe('an answer of a few letters', () => {
  it.each(['Success', 'OK', 'pong', 'alive', '정상', 'version 1.2.3', 'Hello, world', 'Welcome'])(
    'passes if it is the expected text: %s',
    (text) => {
      const markers = [{ name: 'main', expected: true, found: true, text }] as const;
      expect(classify(page('passed', text, { text, markers }).seen).result).toBe('passed');
    },
  );
});

/** As of sites of an inner network. */
const SMALL = [
  ['사내 포털', '오늘의 공지 두 건'],
  ['식단', '오늘 점심: 비빔밥'],
  ['게시판', '글 2건'],
  ['날씨', '맑음 21도'],
  ['인사 시스템', '홍길동님 환영합니다.'],
  ['로그인', '아이디 비밀번호 로그인'],
  ['My app', 'Dashboard'],
  ['Course list', 'Algebra, Biology, Chemistry'],
  ['Status', 'All systems operational'],
] as const;

describe('a page of two lines without a word of trouble', () => {
  it.each(SMALL)('passes, also as a heading and a line: %s, %s', (title, line) => {
    const bare = page('passed', title, { title, text: `${title}\n${line}` });
    const headed = outlined('passed', `${title}\n# ${title}\n${line}`);
    expect(classify(bare.seen).result).toBe('passed');
    expect(classify(headed.seen).result).toBe('passed');
  });

  it('is a doubt at most if it reads like an error page', () => {
    const text = '민원 안내\n접수 창구는 1층입니다.';
    expect(classify(page('passed', '', { text }).seen).result).not.toBe('failed');
  });
});

describe('an alert that what the visitor asks for has run out', () => {
  it.each([
    '여석이 없어 신청하지 못했습니다.',
    '재고가 부족하여 담지 못했습니다.',
    '잔액이 부족하여 결제하지 못했습니다.',
  ])('is no outage: %s', (message) => {
    expect(
      classify(alerted('passed', message, { text: '고용마루\n수강 신청' }).seen).result,
    ).not.toBe('failed');
  });
});
