import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify/classify';
import { expectationOf } from '#core/classify/marker-standing';
import type { SeenMarker } from '#core/run/observation';
import { CORPUS } from './corpus/corpus.ts';
import { FOOTER, HEADER, outlined } from './corpus/page.ts';
import { scoreOf } from './corpus/score.ts';

const marker = (text: string): SeenMarker => ({ name: 'main', expected: true, found: true, text });

const MAIN = `고용24
~ 로그인
# 채용정보 검색
@ 채용정보 상세 검색 바로가기
오늘의 채용정보 3,204건이 있습니다.
실업급여
EPS 직업훈련 고객센터
채용 담당 시스템 오류로 목록을 불러오지 못했습니다.`;

function expectation(text: string): string {
  return expectationOf(outlined('passed', MAIN, { markers: [marker(text)] }).seen);
}

describe('a text that was looked for and found', () => {
  it('counts in what the page says', () => {
    expect(expectation('3,204건')).toBe('found');
  });

  it.each([
    ['the title', '고용24'],
    ['a menu', '로그인'],
    ['a heading', '채용정보 검색'],
    ['the sentence that announces the error', '목록'],
    ['a name that stands alone', '실업급여'],
    ['links side by side', '직업훈련'],
  ])('proves nothing in %s', (_, text) => {
    expect(expectation(text)).toBe('seen');
  });

  it('proves nothing in a layer over the page', () => {
    const { seen } = outlined('passed', '고용24\n설문에 참여해 주세요.', {
      markers: [marker('설문')],
    });
    const outline = { frame: [], headings: [], links: [], entries: [], fields: 0 };
    const layers = ['설문에 참여해 주세요.'];
    expect(expectationOf({ ...seen, outline: { ...outline, layers } })).toBe('seen');
  });

  it('counts as an element by where the element stands', () => {
    const found = { name: 'main', expected: true, found: true } as const;
    const at = (place: NonNullable<SeenMarker['place']>) =>
      expectationOf({ ...outlined('passed', MAIN).seen, markers: [{ ...found, place }] });
    expect([at('content'), at('script'), at('frame'), at('layer')]).toEqual([
      'found',
      'found',
      'seen',
      'seen',
    ]);
  });
});

describe('a marker in the header of every page of the corpus', () => {
  const around = (text: string) => [...HEADER, text, ...FOOTER].join('\n');
  const pages = CORPUS.filter(
    ({ label, seen }) => label !== 'blank' && !seen.fault && /html/u.test(seen.contentType ?? ''),
  ).map((page) => ({
    ...page,
    seen: {
      ...page.seen,
      text: around(page.seen.text),
      markers: [marker('회원가입')],
      ...(page.seen.outline
        ? { outline: { ...page.seen.outline, frame: [...page.seen.outline.frame, ...HEADER] } }
        : {}),
    },
  }));

  it('makes no outage healthy', () => {
    expect(scoreOf(pages).missed.map(({ name }) => name)).toEqual([]);
  });
});

describe('an explicit statement', () => {
  const said = (sentence: string) =>
    classify(
      outlined('error-page', `고용24\n~ 로그인\n오늘 방문 412,077명\n${sentence}`, {
        markers: [marker('오늘 방문')],
      }).seen,
    );

  it.each([
    '현재 시스템 장애로 서비스를 이용하실 수 없습니다.',
    '지금은 전체 서비스 이용이 불가합니다.',
    '데이터베이스 오류로 인하여 조회 업무가 되지 않습니다.',
  ])('outweighs a marker in the content: %s', (sentence) => {
    expect(said(sentence).result).toBe('failed');
  });

  it.each([
    '필수 약관에 동의하지 않으시면 서비스를 이용하실 수 없습니다.',
    '동의하지않으시면서비스를이용하실수없습니다.',
    '만료된 인증서로는 로그인이 불가합니다.',
    'iOS 14 미만에서는 앱을 실행할 수 없습니다.',
    '현재 일부 서비스를 이용하실 수 없습니다.',
    '점검 시간에 접속하시면 서비스를 이용하실 수 없습니다.',
  ])('is not a condition, a rule of the house or a part of the service: %s', (sentence) => {
    expect(said(sentence).result).toBe('passed');
  });
});
