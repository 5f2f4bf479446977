import { describe, expect, it } from 'vitest';
import { classify, type Readers } from '#core/classify/classify';
import { CLAIMS, type Claim, TOLD } from '#core/classify/learned/claims';
import { outlined } from './corpus/page.ts';

const HEAD = '@ 채용정보\n@ 급여신청\n@ 고객지원';
const said = (...lines: readonly string[]) =>
  outlined('unknown', ['고용마루', HEAD, ...lines].join('\n')).seen;
/** The readers of pages and of sentences, and as likely as they say. */
const reading = (label: 'passed' | 'error-page', margin: number): Readers => {
  const down = label === 'passed' ? 0.05 : 0.95;
  return {
    page: () => ({ label, margin, distances: new Map() }),
    sentence: () => TOLD.map(() => (label === 'passed' ? -2 : 1)),
    decide: () => ({ ...NONE, 'error-page': down, passed: 1 - down }),
  };
};
const NONE = Object.fromEntries(CLAIMS.map((claim) => [claim, 0])) as Record<Claim, number>;
const APOLOGY = '정보를 불러오지 못했습니다. 복구되는 대로 다시 알려 드리고 찾아뵙겠습니다.';
const MORE = '고객 여러분의 이해를 부탁드리며 문의는 전화로 받습니다. 상담원이 안내합니다.';

describe('rules that call a page down and a reader that calls it healthy', () => {
  it('are a doubt where the page shows nothing else', () => {
    const seen = said('국민과 함께하는 고용마루의 오늘', APOLOGY, MORE);
    const verdict = classify(seen, reading('passed', 0.8));
    expect(verdict).toMatchObject({ result: 'inconclusive', kind: 'unknown' });
    expect(classify(seen, reading('error-page', 0.8)).result).toBe('failed');
  });

  it('are no outage where it shows data', () => {
    const rows = ['* 2026-1120\t상담 예약\t완료', '* 2026-1121\t훈련 신청\t반려'];
    const seen = said(APOLOGY, MORE, ...rows);
    expect(classify(seen, reading('passed', 0.8)).result).toBe('passed');
  });

  it('are an outage where a database speaks', () => {
    const seen = said('ORA-01033: ORACLE initialization or shutdown in progress', MORE);
    expect(classify(seen, reading('passed', 2))).toMatchObject({ kind: 'error-page' });
  });
});

describe('a page that shows nothing but a message', () => {
  it.each([
    '서버실 고양이가 전원을 밟았어요. 금방 다시 켤게요!',
    "Oops! That wasn't supposed to happen. Try refreshing.",
    '어라, 길을 잃었어요. 조금 있다가 다시 해 볼까요?',
  ])('and puts the visitor off is never healthy: %s', (message) => {
    expect(classify(said(message)).result).not.toBe('passed');
  });

  it.each(['새로운 알림이 없어요', '신청이 완료되었습니다. 접수번호 2026-11'])(
    'and has an answer is healthy: %s',
    (message) => {
      expect(classify(said(message)).result).toBe('passed');
    },
  );
});

describe('a template without its values', () => {
  it.each([
    ['braces', '{{ course.title }}\n{{ course.period }}'],
    ['values that could not be computed', '월 NaN원\n가입기간 undefined개월'],
    ['keys of messages', 'msg.common.error\nbtn.confirm'],
  ])('is an error page: %s', (_, text) => {
    expect(classify(said(text))).toMatchObject({ kind: 'error-page', rule: 'unfilled-template' });
  });

  it('is no error page if the page shows a program', () => {
    const code = [
      "import { render } from 'render';",
      'const title = undefined',
      'render(`{{ title }}`, { title });',
      'console.log(undefined);',
    ];
    expect(classify(said('Values may be undefined', ...code)).result).not.toBe('failed');
  });

  it('is no error page because of one such word', () => {
    expect(classify(said('undefined 값을 다루는 방법 안내서 3권')).result).not.toBe('failed');
  });
});
