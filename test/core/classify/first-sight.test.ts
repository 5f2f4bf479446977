import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify/classify';
import { looksCalm } from '#core/classify/first-sight';
import type { Observation, PageOutline } from '#core/run/observation';
import { anObservation } from '../../support/builders.ts';

const NOTICE = '7월 20일(토) 02:00~06:00 시스템 점검 안내';
const FAILURE = '시스템 장애로 서비스를 이용하실 수 없습니다.';
const MENU = ['로그인', '채용정보', '실업급여', '직업능력 개발', '국민취업지원', '고용정책'];
const LISTED = ['[가온정밀] 생산직 정규직', '[나래물산] 물류 관리', '[다솜복지관] 요양 보호'];

interface Shown {
  readonly says?: string;
  readonly aside?: Partial<PageOutline>;
}

function page({ says = '일자리부터 지원금까지 한곳에서', aside = {} }: Shown = {}): Observation {
  const outline = {
    frame: MENU,
    headings: ['채용정보 검색 결과'],
    links: [],
    entries: LISTED,
    fields: 1,
    layers: [],
    ...aside,
  };
  const { headings, links, layers } = outline;
  const lines = [...MENU, ...headings, '총 128,450건', ...LISTED, ...links, says, ...layers];
  const markers = [{ name: 'main', expected: true, found: true, text: '128,450' }];
  return anObservation({ layer: 'data', text: lines.join('\n'), outline, markers });
}

describe('at first sight a page', () => {
  it('looks calm if it works', () => {
    expect(classify(page()).result).toBe('passed');
    expect(looksCalm(page())).toBe(true);
  });

  it('looks calm although its menus, lists and layers name planned work', () => {
    expect(looksCalm(page({ aside: { links: [NOTICE] } }))).toBe(true);
    expect(looksCalm(page({ aside: { layers: [NOTICE, '오늘 하루 보지 않기'] } }))).toBe(true);
  });

  it('does not look calm if it speaks of trouble itself', () => {
    expect(looksCalm(page({ says: FAILURE }))).toBe(false);
    expect(looksCalm(page({ says: 'Sorry, something went wrong' }))).toBe(false);
    expect(looksCalm({ ...page(), title: '오류 안내' })).toBe(false);
  });

  it.each<readonly [string, Partial<Observation>]>([
    ['it came with an error', { status: 503 }],
    ['a request for data failed', { failedRequests: [{ url: 'https://a.kr/x', status: 500 }] }],
    ['an expected element is missing', { markers: [{ name: 'a', expected: true, found: false }] }],
    ['an alert refuses', { dialogs: [{ type: 'alert', message: '서버 응답이 느립니다.' }] }],
    ['it was slow', { elapsedMs: 9_000, slowAfterMs: 8_000 }],
    ['it had a queue before it', { waitedInQueueMs: 500 }],
    ['a queue stands over it', { elements: ['#NetFunnel_Loading_Popup'] }],
    [
      'it asks for a password after the login',
      { layer: 'session', elements: ['input[type=password]'] },
    ],
    ['it is hardly there', { text: '고용24' }],
    ['it is not Korean', { text: 'Welcome to the employment portal. '.repeat(10) }],
    ['the run had a fault', { fault: { phase: 'step', message: 'stuck', timedOut: true } }],
  ])('does not look calm if %s', (_why, over) => {
    expect(looksCalm({ ...page(), ...over })).toBe(false);
  });

  it('does not look calm without an answer or without its parts', () => {
    const { status: _status, ...unanswered } = page();
    const { outline: _outline, ...flat } = page();
    expect(looksCalm(unanswered)).toBe(false);
    expect(looksCalm(flat)).toBe(false);
  });

  it('looks calm with the alert that confirms a login', () => {
    const dialogs = [{ type: 'alert' as const, message: '로그인되었습니다.' }];
    expect(looksCalm({ ...page(), dialogs })).toBe(true);
  });

  it('may look calm and be bad, so it is read all the same', () => {
    const covered = page({ aside: { layers: [FAILURE] } });
    expect(looksCalm(covered)).toBe(true);
    expect(classify(covered)).toMatchObject({ result: 'failed', kind: 'error-page' });
  });
});
