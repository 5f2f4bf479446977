import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify/classify';
import { isOfALaterDay } from '#core/classify/told-time';
import { outlined } from './corpus/page.ts';

const on = (day: string) => ({ headers: { date: `${day} 2026 01:00:00 GMT` } });
const TODAY = on('Fri, 27 Nov');
const AROUND = '@ 실업급여 신청하기\n@ 가입이력 조회\n* 참여자 모집\n* 대부 안내';
const kindOf = (line: string, seen = TODAY) =>
  classify(outlined('unknown', `두루일터\n~ 로그인\n# 안내\n${line}\n${AROUND}`, seen).seen).kind;

describe('the days of a sentence', () => {
  it.each([
    ['12월5일22:00~12월6일06:00', true],
    ['내일(11/28)00:00', true],
    ['11월27일18:00부터11월28일', false],
    ['11월26일', false],
    ['1월3일', true],
    ['1.3.5버전', false],
    ['2026.12.05', false],
    ['22:00~06:00', false],
  ])('%s are all later than 27 November: %s', (sentence, later) => {
    expect(isOfALaterDay(sentence, TODAY)).toBe(later);
  });

  it('are the days of Korea', () => {
    const night = { headers: { date: 'Fri, 27 Nov 2026 16:00:00 GMT' } };
    expect(isOfALaterDay('11월28일', night)).toBe(false);
  });

  it('say nothing without the date of the answer, whatever the sentence is', () => {
    fc.assert(
      fc.property(fc.string(), (sentence) => {
        expect(isOfALaterDay(sentence, { headers: {} })).toBe(false);
        expect(isOfALaterDay(sentence, { headers: { date: 'soon' } })).toBe(false);
      }),
    );
  });
});

describe('planned work beside a working page', () => {
  it.each([
    '시스템 점검 안내: 12월 5일(토) 22:00 ~ 12월 6일(일) 06:00 동안 전체 서비스가 중단됩니다.',
    '11월 29일 새벽 2시부터 6시까지 서버 교체 작업으로 접속이 제한됩니다.',
  ])('is nothing before its day, and something on it: %s', (line) => {
    expect(kindOf(line)).toBeUndefined();
    expect(kindOf(line, on(line.includes('29일') ? 'Sun, 29 Nov' : 'Sat, 05 Dec'))).toBeDefined();
  });
});
