import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify/classify';
import { type Fault, OBSTACLES } from '#core/run/observation';
import { CORPUS } from './corpus/corpus.ts';
import { LOGIN_ELEMENTS, LOGIN_PAGE, page } from './corpus/page.ts';

const LOGIN = {
  layer: 'login-page',
  text: LOGIN_PAGE.join('\n'),
  elements: LOGIN_ELEMENTS,
} as const;
const FOUND = [{ name: 'login', expected: true, found: true }] as const;

const stopped = (over: Partial<Fault>): Fault => ({
  phase: 'step',
  message: 'loginOpen is in the way',
  timedOut: true,
  ...over,
});

describe('a run whose action could not be done', () => {
  it('fails where the control is there and disabled', () => {
    const fault = stopped({ obstacle: 'disabled' });
    const { seen } = page('error-page', '', { ...LOGIN, markers: FOUND, fault });
    expect(classify(seen)).toMatchObject({ result: 'failed', rule: 'control-disabled' });
  });

  it.each(OBSTACLES.filter((obstacle) => obstacle !== 'disabled'))(
    'says that the page changed where the control is %s',
    (obstacle) => {
      const { seen } = page('changed', '', {
        ...LOGIN,
        markers: FOUND,
        fault: stopped({ obstacle, timedOut: false }),
      });
      expect(classify(seen)).toMatchObject({ result: 'inconclusive', kind: 'changed' });
    },
  );

  it.each(OBSTACLES.filter((obstacle) => obstacle !== 'disabled'))(
    'says nothing about the page if the time of the step was up: %s',
    (obstacle) => {
      const fault = stopped({ obstacle });
      const { seen } = page('unknown', '', { ...LOGIN, markers: FOUND, fault });
      expect(classify(seen)).toMatchObject({ result: 'inconclusive', rule: 'out-of-time' });
    },
  );

  it('never passes and is never slow, whatever the page shows', () => {
    const all = CORPUS.filter(({ label, seen }) => label === 'passed' && !seen.fault);
    const healthy = all.filter((_, at) => at % 5 === 0);
    const wrong = healthy.flatMap(({ name, seen }) =>
      [...OBSTACLES.map((obstacle) => stopped({ obstacle })), stopped({})]
        .map((fault) => classify({ ...seen, markers: FOUND, fault, elapsedMs: 9_000 }))
        .filter(({ result, kind }) => result === 'passed' || kind === 'slow')
        .map(({ rule }) => `${name}: ${rule}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a login page without the login that the journey uses', () => {
  const text = '로그인\n로그인 방법을 선택하세요.\n간편인증\n공동인증서\n모바일 신분증';
  const markers = [{ name: 'password', expected: true, found: false }];
  const verdictOf = (timedOut: boolean) => {
    const fault = stopped({ message: 'password did not show', timedOut });
    const { seen } = page('changed', '', { layer: 'login-page', text, markers, fault });
    return classify(seen);
  };

  it('no longer offers it where the page came to rest', () => {
    expect(verdictOf(false)).toMatchObject({ rule: 'login-option-absent' });
  });

  it('may only be late where the time of the step was up', () => {
    expect(verdictOf(true)).toMatchObject({ kind: 'unknown', rule: 'out-of-time' });
  });
});

describe('a request of the page that never came', () => {
  const waiting = (url: string, over = {}) => {
    const pending = [{ url, resource: 'fetch', waitedMs: 20_000 }];
    const markers = [{ name: 'login', expected: true, found: false }];
    const fault = stopped({ message: 'login did not show in time' });
    return classify(page('changed', '', { ...LOGIN, pending, markers, fault, ...over }).seen);
  };

  it.each(['https://x.go.kr/chat/wait', 'https://x.go.kr/events', 'https://x.go.kr/keepalive'])(
    'is not what was waited for when it is a background request: %s',
    (url) => {
      expect(waiting(url, { text: '불러오는 중', elements: [] }).kind).not.toBe('timeout');
    },
  );

  it('does not count as the awaited answer on a page that is already drawn', () => {
    const text = '로그인\n회원으로 가입하시면 맞춤 채용정보와 교육 소식을 받아 보실 수 있습니다.';
    expect(waiting('https://x.go.kr/a', { text }).rule).toBe('out-of-time');
  });

  it('counts as the awaited answer on an empty page', () => {
    const empty = { text: '채용정보 상세 검색\n총 - 건', elements: [] };
    expect(waiting('https://x.go.kr/list.do', empty)).toMatchObject({ kind: 'timeout' });
  });
});
