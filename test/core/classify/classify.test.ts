import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify/classify';
import type { Observation } from '#core/run/observation';
import { TOO_LARGE } from '#core/run/observation';
import { FOUND, MAIN_PAGE, MISSING, page } from './corpus/page.ts';

const seen = (parts: Partial<Observation>) => page('unknown', '', parts).seen;
const QUEUE = '서비스 접속대기 중입니다.\n앞에 1,204명, 뒤에 7명의 대기자가 있습니다.';

describe('a waiting room', () => {
  it('degrades the service and keeps the number of people ahead', () => {
    expect(classify(seen({ text: QUEUE }))).toMatchObject({
      result: 'degraded',
      kind: 'waiting-room',
      peopleAhead: 1204,
    });
  });

  it('fails the service once the budget is spent', () => {
    const over = classify(seen({ text: QUEUE, waitedInQueueMs: 60_000, queueBudgetMs: 60_000 }));
    expect(over).toMatchObject({ result: 'failed', kind: 'waiting-room' });
  });

  it('still counts after it let us in, but not if it only appeared for a moment', () => {
    const queued = (waitedInQueueMs: number) =>
      classify(seen({ text: MAIN_PAGE.join('\n'), markers: FOUND, waitedInQueueMs }));
    expect(queued(20_000)).toMatchObject({ result: 'degraded', kind: 'waiting-room' });
    expect(queued(20_000).peopleAhead).toBeUndefined();
    expect(queued(300).result).toBe('passed');
  });
});

describe('the order of judgement', () => {
  const error = { text: 'ORA-01034: ORACLE not available', status: 500 };

  it('puts a broken monitor before anything on the page', () => {
    const fault = { phase: 'browser', message: 'crashed', timedOut: false } as const;
    expect(classify(seen({ ...error, fault })).kind).toBe('monitor-fault');
  });

  it.each([
    [407, 'proxy-account'],
    [511, 'network-login'],
  ])('treats %i as the answer of our own network, whatever else happened', (status, rule) => {
    const refused = { text: '', status };
    const fault = { phase: 'step', message: 'no marker', timedOut: false } as const;
    for (const parts of [refused, { ...refused, fault }]) {
      expect(classify(seen(parts))).toMatchObject({
        result: 'inconclusive',
        kind: 'monitor-fault',
        rule,
      });
    }
  });

  it('tells a secret that is not set from other faults of the monitor', () => {
    const fault = {
      phase: 'monitor',
      code: 'SECRET_MISSING',
      message: 'x',
      timedOut: false,
    } as const;
    expect(classify(seen({ fault }))).toMatchObject({
      kind: 'monitor-fault',
      rule: 'SECRET_MISSING',
    });
  });

  it('puts a firewall before the status it sends', () => {
    const text = 'The requested URL was rejected. Your support ID is: 42';
    expect(classify(seen({ text, status: 503 })).kind).toBe('blocked');
  });

  it('puts maintenance before a 503, and the 503 first without it', () => {
    expect(classify(seen({ status: 503, text: '시스템 점검 중입니다.' })).kind).toBe('maintenance');
    expect(classify(seen({ status: 503, text: 'Service Unavailable' })).kind).toBe('http-error');
  });

  it('keeps the database text of a page behind a 500', () => {
    expect(classify(seen(error))).toMatchObject({ kind: 'http-error', databaseText: true });
  });

  it('passes a page that shows a notice and its expected content', () => {
    const text = `시스템 점검 안내 (7월 20일 00:00~06:00)\n${MAIN_PAGE.join('\n')}`;
    expect(classify(seen({ text, markers: FOUND })).result).toBe('passed');
  });

  it('is in doubt about a page that says beside its expected content that it fails', () => {
    const text = `일시적인 오류가 발생했습니다.\n${MAIN_PAGE.join('\n')}`;
    expect(classify(seen({ text, markers: FOUND }))).toMatchObject({ kind: 'unknown' });
  });

  it('takes the same notice as the cause when the page lacks its content', () => {
    const text = '시스템 점검 중입니다.\n점검시간 00:00~06:00';
    expect(classify(seen({ text, markers: MISSING })).kind).toBe('maintenance');
  });
});

describe('equal causes on different services', () => {
  it('get equal signatures', () => {
    const at = (host: string, time: string) =>
      classify(
        seen({
          url: `https://${host}/`,
          finalUrl: `https://${host}/`,
          allowedHosts: [host],
          text: `${host}\n${time} ORA-12541: TNS:no listener (req ${time.length}f3a9)`,
        }),
      ).signature;
    expect(at('www.work24.go.kr', '2024-07-18 09:15:02')).toBe(at('www.ei.go.kr', '09:16'));
  });

  it('get equal signatures however the hang was noticed', () => {
    const layer = 'data';
    const response = { phase: 'response', message: 'x', timedOut: true } as const;
    const step = { phase: 'step', message: 'y', timedOut: true } as const;
    const pending = [{ url: 'https://a/b', waitedMs: 9000, resource: 'xhr' }];
    const text = MAIN_PAGE.join('\n');
    const { status: _, ...silent } = seen({ layer, fault: response });
    const one = classify(silent);
    const other = classify(seen({ layer, text, fault: step, pending, markers: MISSING }));
    expect([one.kind, other.kind]).toEqual(['timeout', 'timeout']);
    expect(one.signature).toBe(other.signature);
  });

  it('differ from those of another cause', () => {
    const of = (text: string) => classify(seen({ text })).signature;
    expect(of('ORA-12541: TNS:no listener')).not.toBe(of('502 Bad Gateway\nnginx'));
    expect(of('ORA-12541: TNS:no listener')).not.toBe(of('ORA-01034: ORACLE not available'));
  });
});

describe('a page that is larger than the monitor reads', () => {
  it('is in doubt, whatever came of it', () => {
    const message = 'the page has more than 30 MB';
    for (const text of ['', '시스템 오류가 발생했습니다.', MAIN_PAGE.join('\n')]) {
      const fault = { phase: 'step', code: TOO_LARGE, message, timedOut: false } as const;
      expect(classify(seen({ text, fault, markers: FOUND }))).toMatchObject({
        result: 'inconclusive',
        kind: 'unknown',
        rule: 'too-large',
      });
    }
  });
});

describe('a very large page', () => {
  it('is judged like a small one', () => {
    const text = '가나다라 abc 오류가 '.repeat(1600);
    expect(classify(seen({ text })).result).toBe('passed');
    expect(classify(seen({ text: `${'a'.repeat(20_000)}` })).result).toBe('passed');
  });
});

describe('text and its surroundings', () => {
  const kindOf = (...lines: readonly string[]) =>
    classify(seen({ title: '한울고용넷', text: lines.join('\n') })).kind;
  const NOTICE = '7월 20일 00:00~06:00 시스템 점검으로 서비스가 일시 중단됩니다.';
  const JOBS = ['백엔드 개발자 서울 정규직', '지게차 기사 인천 계약직', '간호사 모집 부산 상시'];

  it('count planned work as a notice beside the expected content, and as maintenance without it', () => {
    expect(kindOf(NOTICE, '맞춤 채용정보', ...JOBS)).toBeUndefined();
    expect(kindOf(NOTICE)).toBe('maintenance');
  });

  it('do not count lists of other sites as content', () => {
    expect(kindOf(NOTICE, '관련사이트', '고용노동부', '한국고용정보원', '근로복지공단')).toBe(
      'maintenance',
    );
  });

  it('do not count possible trouble, or trouble of others, as a claim', () => {
    const menu = ['채용정보', '직업훈련', '고객센터'];
    expect(kindOf(...menu, '점검 시간에는 조회가 제한될 수 있습니다.')).not.toBe('maintenance');
    expect(kindOf(...menu, '오류가 발생하면 화면을 캡처해 보내 주세요.')).not.toBe('error-page');
    expect(kindOf(...menu, '조회 중 오류가 발생하였습니다.')).toBe('error-page');
  });
});
