import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify/classify';
import { isOfALaterDay, isToCome, isUnderWay } from '#core/classify/told-time';
import { outlined } from './corpus/page.ts';

/** The answer came at this time in Korea. */
const at = (time: string) => ({ headers: { date: new Date(`${time}+09:00`).toUTCString() } });
const MORNING = at('2026-11-27T10:00');
const AFTERNOON = at('2026-11-27T14:00');
const AROUND = '@ 실업급여 신청하기\n@ 가입이력 조회\n* 참여자 모집\n* 대부 안내';
const kindOf = (line: string, seen = MORNING) =>
  classify(outlined('unknown', `두루일터\n~ 로그인\n# 안내\n${line}\n${AROUND}`, seen).seen).kind;

describe('the days of a sentence', () => {
  it.each([
    ['12월5일22:00~12월6일06:00', true],
    ['내일(11/28)00:00', true],
    ['11월27일18:00부터11월28일', false],
    ['11월26일', false],
    ['1월3일', true],
    ['2026.12.05', true],
    ['2026.11.05', false],
    ['1.3.5버전', false],
    ['22:00~06:00', false],
    ['모레부터', true],
    ['어제부터', false],
  ])('%s are all later than 27 November: %s', (sentence, later) => {
    expect(isOfALaterDay(sentence, MORNING)).toBe(later);
  });

  it('are the days of Korea', () => {
    expect(isOfALaterDay('11월28일', at('2026-11-28T01:00'))).toBe(false);
  });

  it('say nothing without the date of the answer, whatever the sentence is', () => {
    fc.assert(
      fc.property(fc.string(), (sentence) => {
        for (const headers of [{}, { date: 'soon' }]) {
          expect(isOfALaterDay(sentence, { headers })).toBe(false);
          expect(isToCome(sentence, { headers })).toBe(false);
          expect(isUnderWay(sentence, { headers })).toBe(false);
        }
      }),
    );
  });
});

describe('the hours of a sentence', () => {
  it.each([
    ['오늘22:00~24:00시스템점검', 'to come'],
    ['금일(11/27)22:00부터24:00까지', 'to come'],
    ['오늘밤10시부터12시까지서버작업', 'to come'],
    ['11월27일오후6시~8시정기점검', 'to come'],
    ['2026.11.27.(금)18:00~20:00', 'to come'],
    ['오늘자정부터내일06:00까지', 'to come'],
    ['오늘13:00~15:00시스템점검', 'under way'],
    ['2026년11월27일13:00~15:00', 'under way'],
    ['11월26일22:00~11월27일18:00', 'under way'],
    ['11월26일22:00~익일18:00', 'under way'],
    ['오늘정오부터오후3시반까지', 'under way'],
    ['금일오전9시15분~오후6시', 'under way'],
    ['11월27일02:00~06:00정기점검', 'over'],
    ['오늘오전2시~6시', 'over'],
    ['18:00~20:00', 'of no day'],
    ['매일23:30~00:30', 'of no day'],
    ['오늘18:00부터장애가발생하고있습니다', 'over'],
  ])('%s at 14:00 on 27 November, are %s', (sentence, when) => {
    expect(isToCome(sentence, AFTERNOON)).toBe(when === 'to come');
    expect(isUnderWay(sentence, AFTERNOON)).toBe(when === 'under way');
  });

  it.each([
    '오늘18:00까지이용이불가합니다',
    '장애로접속이불가하며오늘18시에복구될예정입니다',
    '내일09:00이후다시이용가능합니다',
    '현재접속이불가합니다.내일10:00~11:00안내예정',
  ])('are not those of a beginning: %s', (sentence) => {
    expect(isToCome(sentence, AFTERNOON)).toBe(false);
  });
});

describe('an outage beside a working page', () => {
  it('counts whatever hour of today it names, since clocks differ', () => {
    expect(kindOf('오늘 10시 30분부터 시스템 장애로 로그인이 되지 않습니다.')).toBe('error-page');
  });
});

describe('planned work beside a working page', () => {
  it.each([
    [
      '시스템 점검 안내: 12월 5일(토) 22:00 ~ 12월 6일(일) 06:00 동안 전체 서비스가 중단됩니다.',
      '2026-12-05T10:00',
      '2026-12-05T22:30',
    ],
    [
      '11월 29일 새벽 2시부터 6시까지 서버 교체 작업으로 접속이 제한됩니다.',
      '2026-11-29T01:30',
      '2026-11-29T03:00',
    ],
    [
      '오늘 22:00~24:00 시스템 점검으로 서비스 이용이 중단됩니다.',
      '2026-11-27T14:00',
      '2026-11-27T23:00',
    ],
    [
      '2026. 11. 27.(금) 13:00 ~ 15:00 시스템 점검으로 서비스를 이용하실 수 없습니다.',
      '2026-11-27T12:00',
      '2026-11-27T14:00',
    ],
  ])('is nothing before its hour, and maintenance in it: %s', (line, before, during) => {
    expect(kindOf(line)).toBeUndefined();
    expect(kindOf(line, at(before))).toBeUndefined();
    expect(kindOf(line, at(during))).toBe('maintenance');
  });
});
