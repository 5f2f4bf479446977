import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCp949 } from '#core/notice/cp949';
import { composeSms, SMS_UNITS, type SmsOrder, smsUnits } from '#core/notice/sms';
import { wordsOf } from '#core/notice/texts/languages';
import { LAYERS } from '#core/run/layer';
import { KINDS } from '#core/run/verdict';
import { HOUR } from '#core/time/time';
import { closedOf, outageOf, STARTED } from '../../support/outages.ts';

const SIX = ['고용24', '워크넷', '고용보험', '국민취업', 'HRD-Net', 'EPS'];
const outage = outageOf(['work24', 'worknet']);

function sms(change: Partial<SmsOrder>, language: 'ko' | 'en' = 'ko'): string {
  const draft: SmsOrder = {
    outage,
    type: 'opened',
    at: STARTED.by,
    names: SIX,
    displayName: '',
    drill: false,
    mark: '',
    ...change,
  };
  return composeSms(draft, wordsOf(language));
}

const because = (cause: Partial<typeof outage.cause>) => ({
  outage: { ...outage, cause: { ...outage.cause, ...cause } },
});

describe('an opening SMS', () => {
  it('names the first service and counts the others', () => {
    expect(sms({})).toBe('[장애] 고용24 외 5곳 응답없음 09:15~ 공통 원인(데이터 조회) 추정');
    expect(sms({ names: ['고용24'] })).toContain('[장애] 고용24 응답없음 09:15~');
  });

  it('says DB오류 only where database text was seen', () => {
    expect(sms(because({ databaseText: true, kind: 'error-page' }))).toBe(
      '[장애] 고용24 외 5곳 오류화면 09:15~ DB오류 추정',
    );
    expect(sms(because({ databaseText: true, confidence: 'certain' }))).toMatch(/ DB오류$/);
  });

  it.each([
    [
      'a shared cause further out',
      { layer: 'host', kind: 'connect' },
      '접속불가 09:15~ 공통 원인 추정',
    ],
    ['one service', { shared: false, kind: 'http-error' }, '오류화면 09:15~'],
    ['an unclear cause', { confidence: 'unclear' }, '응답없음 09:15~'],
    ['logging in', { layer: 'session', shared: false }, '로그인 실패 09:15~'],
    ['no answer from the host', { layer: 'host', shared: false }, '접속불가 09:15~'],
  ] as const)('of %s says what citizens see', (_, cause, end) => {
    expect(sms(because(cause))).toBe(`[장애] 고용24 외 5곳 ${end}`);
  });

  it('says the day when it goes out on another one', () => {
    expect(sms({ at: STARTED.by + 24 * HOUR })).toContain(' 7/18 09:15~');
  });

  it('is marked in a drill and outside production', () => {
    expect(sms({ drill: true })).toMatch(/^\[모의훈련 장애\] /);
    expect(sms({ mark: 'dev' })).toMatch(/^\[dev 장애\] /);
  });

  it('leaves the cause out before it shortens a name', () => {
    expect(sms({ displayName: 'Bonghwa-Alarm' })).toBe(
      '[장애] 고용24 외 5곳 응답없음 09:15~ 공통 원인(데이터 조회) 추정',
    );
    expect(sms({ displayName: 'The alarm of the employment portals' })).toBe(
      '[장애] 고용24 외 5곳 응답없음 09:15~',
    );
  });
});

describe('a closing SMS', () => {
  it.each([
    [15, 16, '1분'],
    [15.5, 15.9, '24초'],
    [15, 75, '1시간'],
  ])('of an outage from minute %d to minute %d says %s', (from, to, length) => {
    const at = (minute: number) => Date.UTC(2024, 6, 18, 0) + minute * 60_000;
    const over = outageOf(['work24'], {
      startedBetween: { after: null, by: at(from) },
      endedBetween: { after: Math.max(at(from), at(to) - 60_000), by: at(to) },
    });
    expect(sms({ outage: over, type: 'closed', at: at(to) })).toContain(`(장애 ${length})`);
  });

  it('gives the length between the times that it shows', () => {
    const start = Date.UTC(2024, 6, 18, 0, 15, 11);
    const end = Date.UTC(2024, 6, 18, 2, 57, 47);
    const over = outageOf(['work24'], {
      startedBetween: { after: null, by: start },
      endedBetween: { after: end - 60_000, by: end },
    });
    expect(sms({ outage: over, type: 'closed', at: end })).toContain(
      '11:57 정상화(장애 2시간42분)',
    );
  });

  it('says since when all is well and how long it was not', () => {
    const draft = { outage: closedOf(outage), type: 'closed', at: STARTED.by } as const;
    expect(sms(draft)).toBe('[복구] 고용24 외 5곳 11:57 정상화(장애 2시간42분)');
    expect(sms(draft, 'en')).toBe('[RECOVERED] 고용24 +5 working 11:57(2h42min)');
  });
});

describe('the SMS of an outage whose end is known to more than five minutes', () => {
  it('gives both times instead of a length that nobody measured', () => {
    const by = STARTED.by + HOUR;
    const over = (minutes: number) =>
      sms({
        outage: { ...closedOf(outage), endedBetween: { after: by - minutes * 60_000, by } },
        type: 'closed',
        at: by,
      });
    expect(over(5)).toBe('[복구] 고용24 외 5곳 10:15 정상화(장애 1시간)');
    expect(over(36)).toBe('[복구] 고용24 외 5곳 09:39~10:15 사이 정상화');
  });
});

describe('the SMS of an outage whose end was not seen', () => {
  it('says so, and claims no recovery', () => {
    const { endedBetween: _, ...unseen } = closedOf(outage);
    expect(sms({ outage: unseen, type: 'closed' })).toBe(
      '[모니터링 종료] 고용24 외 5곳 복구 미확인',
    );
  });
});

describe('the SMS of an outage that came back', () => {
  it('gives the time when it was seen again', () => {
    const at = STARTED.by + HOUR;
    expect(sms({ type: 'reopened', at, drill: true, mark: 'dev' })).toMatch(
      /^\[dev 모의훈련 재발\] 고용24 외 5곳 응답없음 10:15~/,
    );
  });
});

describe('the length of an SMS', () => {
  it('is used to the last character before the cause is left out', () => {
    const whole = sms({});
    const spare = SMS_UNITS - smsUnits(whole, '') - '> '.length;
    expect(sms({ displayName: 'x'.repeat(spare) })).toBe(whole);
    expect(sms({ displayName: 'x'.repeat(spare + 1) })).toBe(
      '[장애] 고용24 외 5곳 응답없음 09:15~',
    );
  });

  it('shortens a name where nothing else is left, by no more than it must', () => {
    const names = ['가'.repeat(60)];
    const body = sms({ names });
    expect(body).toBe(`[장애] ${'가'.repeat(24)} 응답없음 09:15~ 공통 원인(데이터 조회) 추정`);
    const displayName = 'x'.repeat(30);
    const short = sms({ names: [...names, '나'], displayName });
    expect(smsUnits(short, displayName)).toBe(SMS_UNITS);
    expect(short).toMatch(/^\[장애\] 가+ 외 1곳 응답없음 09:15~$/);
  });

  it('counts what the carrier and the topic put before it', () => {
    expect(smsUnits('', '')).toBe('[국제발신]\n'.length);
    expect(smsUnits('가나', 'moel')).toBe('[국제발신]\nMOEL> 가나'.length);
    // Upper case may be longer.
    expect(smsUnits('', 'straße')).toBe('[국제발신]\nSTRASSE> '.length);
  });
});

describe('any SMS', () => {
  const cause = fc.record({
    layer: fc.constantFrom(...LAYERS),
    kind: fc.constantFrom(...KINDS),
    confidence: fc.constantFrom('certain' as const, 'likely' as const, 'unclear' as const),
    shared: fc.boolean(),
    databaseText: fc.boolean(),
  });
  const draft = fc.record({
    type: fc.constantFrom('opened' as const, 'closed' as const),
    at: fc.integer({ min: STARTED.by, max: STARTED.by + 400 * 24 * HOUR }),
    names: fc.array(fc.string({ unit: 'binary', maxLength: 90 }), { minLength: 1, maxLength: 300 }),
    displayName: fc.string({ unit: 'grapheme', maxLength: 20 }),
    drill: fc.boolean(),
    mark: fc.string({ unit: 'binary', maxLength: 8 }),
  });
  const language = fc.constantFrom('ko' as const, 'en' as const);

  it('fits one message and can be encoded, whatever the names and the cause', () => {
    fc.assert(
      fc.property(draft, cause, language, (given, because, tongue) => {
        const whole = { ...outage, cause: because };
        const subject = given.type === 'closed' ? closedOf(whole) : whole;
        const body = sms({ ...given, outage: subject }, tongue);
        expect(smsUnits(body, given.displayName)).toBeLessThanOrEqual(SMS_UNITS);
        expect([...body].filter((character) => !isCp949(character))).toEqual([]);
        expect(body).not.toContain('\n');
        expect(body).toContain(wordsOf(tongue).tags[given.type]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('claims a database error only with database text', () => {
    fc.assert(
      fc.property(draft, cause, (given, because) => {
        const names = given.names.map(() => '고용24');
        const body = sms({ ...given, names, mark: '', outage: { ...outage, cause: because } });
        if (!because.databaseText) expect(body).not.toContain('DB');
      }),
    );
  });
});
