import { describe, expect, it } from 'vitest';
import type { Opinion } from '#core/classify/learned/model';
import { secondOpinion } from '#core/classify/learned/second-opinion';
import { pageOf } from '#core/classify/page';
import { FOUND, page as labelled, MISSING } from '../corpus/page.ts';

const LONG = '채용 공고와 교육 과정을 한곳에서 찾아보세요. 지원금 안내도 있습니다. '.repeat(4);
const seen = (over: Parameters<typeof labelled>[2]) => pageOf(labelled('unknown', '', over).seen);
const saying = (label: Opinion['label'], margin: number) => () => ({ label, margin });
const phrase = {
  kind: 'error-page',
  rule: 'trouble-named',
  reason: 'It names trouble.',
  cause: 'trouble',
} as const;

describe('a second opinion', () => {
  it('is not used for a page that shows the expected text', () => {
    const page = seen({ text: LONG, markers: FOUND });
    expect(secondOpinion(page, undefined, saying('error-page', 9))).toBeUndefined();
  });

  it('doubts a page that passed only when it is sure, and never calls it down', () => {
    const page = seen({ text: '도서를 찾아보세요. 가까운 도서관을 알려 드립니다.' });
    const doubt = secondOpinion(page, undefined, saying('maintenance', 0.6));
    expect(doubt).toMatchObject({ kind: 'unknown', rule: 'unlike-passed' });
    expect(secondOpinion(page, undefined, saying('maintenance', 0.4))).toBeUndefined();
  });

  it('doubts an article, which talks about trouble, only when it is surer still', () => {
    const article = seen({ title: '질문 게시판', text: LONG });
    const opinion = (margin: number) =>
      secondOpinion(article, undefined, saying('error-page', margin));
    expect(opinion(0.6)).toBeUndefined();
    expect(opinion(1.1)).toMatchObject({ kind: 'unknown' });
  });

  it('never blames a page that shows data', () => {
    const entries = ['11\tLogin error fixed\t2026-11-20', '12\tWorks are over\t2026-11-28'];
    const outline = { frame: [], headings: [], links: [], entries, fields: 0 };
    const page = seen({ text: entries.join('\n'), outline });
    const doubt = { ...phrase, kind: 'unknown', rule: 'doubt-trouble-named' } as const;
    expect(secondOpinion(page, doubt, saying('error-page', 9))).toMatchObject({ kind: 'unknown' });
  });

  it.each(['blocked', 'login-rejected', 'waiting-room'] as const)(
    'turns %s into a doubt at most',
    (kind) => {
      const refused = { ...phrase, kind };
      const opinion = secondOpinion(seen({ text: LONG }), refused, saying('error-page', 9));
      expect(opinion).toMatchObject({ kind: 'unknown', rule: `unlike-${kind}` });
    },
  );

  it('says which outage it is where the rules found another', () => {
    const opinion = secondOpinion(seen({ text: LONG }), phrase, saying('maintenance', 9));
    expect(opinion?.kind).toBe('maintenance');
  });

  it('clears a page that says a lot, but not one that says little', () => {
    const healthy = saying('passed', 0.9);
    expect(secondOpinion(seen({ text: LONG }), phrase, healthy)).toBeUndefined();
    expect(secondOpinion(seen({ text: '서버 장애입니다.' }), phrase, healthy)).toBe(phrase);
  });

  it('clears nothing that came with the status of an error', () => {
    const page = seen({ text: LONG, status: 503 });
    expect(secondOpinion(page, phrase, saying('passed', 9))).toBe(phrase);
  });

  it('clears nothing while something expected is missing', () => {
    const page = seen({ text: LONG, markers: MISSING });
    expect(secondOpinion(page, phrase, saying('passed', 9))).toBe(phrase);
  });

  it('does not change what the rules know to mean nothing', () => {
    const ended = { ...phrase, kind: 'unknown', rule: 'session-ended' } as const;
    expect(secondOpinion(seen({ text: LONG }), ended, saying('blocked', 9))).toBe(ended);
  });

  it('decides where the rules were in doubt', () => {
    const doubt = { ...phrase, kind: 'unknown', rule: 'doubt-trouble-named' } as const;
    expect(secondOpinion(seen({ text: LONG }), doubt, saying('blocked', 0.1))?.kind).toBe(
      'blocked',
    );
  });

  it('names an outage where the rules were in doubt only when it is further ahead', () => {
    const doubt = { ...phrase, kind: 'unknown', rule: 'doubt-trouble-named' } as const;
    const opinion = (margin: number) =>
      secondOpinion(seen({ text: LONG }), doubt, saying('error-page', margin))?.kind;
    expect(opinion(0.1)).toBe('unknown');
    expect(opinion(0.2)).toBe('error-page');
  });

  it('agrees with an error of the whole answer where the page reads like an error page', () => {
    for (const kind of ['http-error', 'timeout', 'blank'] as const) {
      const first = { ...phrase, kind };
      expect(secondOpinion(seen({ text: LONG }), first, saying('error-page', 1))).toBe(first);
    }
  });

  it('does not doubt the refusal of a status because its page reads like an error page', () => {
    const first = { ...phrase, kind: 'blocked', rule: 'status-refused' } as const;
    expect(secondOpinion(seen({ text: LONG }), first, saying('error-page', 2))).toBe(first);
  });

  it('keeps how many people are ahead', () => {
    const text = `${LONG}\n고객님 앞에 1,234명이 기다리고 있습니다.`;
    const page = seen({ text });
    expect(secondOpinion(page, undefined, saying('waiting-room', 1))).toMatchObject({
      kind: 'waiting-room',
      peopleAhead: 1_234,
    });
  });
});
