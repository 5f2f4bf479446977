import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify/classify';
import type { Observation } from '#core/run/observation';
import { KINDS } from '#core/run/verdict';
import { CORPUS } from './corpus/corpus.ts';
import { FOOTER, HEADER } from './corpus/page.ts';
import { confusionTable, scoreOf } from './corpus/score.ts';
import { DATABASE_PAGES } from './corpus/with-the-rules/error-pages.ts';
import { HEALTHY } from './corpus/with-the-rules/healthy.ts';

describe('the labelled corpus', () => {
  const score = scoreOf(CORPUS);

  it('is judged right for at least 97 in 100 pages', () => {
    expect(score.right / score.pages, confusionTable(score)).toBeGreaterThanOrEqual(0.97);
  });

  it('has no outage judged healthy', () => {
    expect(score.missed.map(({ name, verdict }) => `${name}: ${verdict.rule}`)).toEqual([]);
  });

  it('has no healthy page judged down', () => {
    expect(score.alarms.map(({ name, verdict }) => `${name}: ${verdict.rule}`)).toEqual([]);
  });

  it('holds every kind and at least 120 pages', () => {
    expect(score.pages).toBeGreaterThanOrEqual(120);
    expect([...score.table.keys()].sort()).toEqual([...KINDS, 'passed'].sort());
  });
});

const FRAMES: readonly (readonly [string, (text: string) => string])[] = [
  ['menus and a footer', (text) => [...HEADER, text, ...FOOTER].join('\n')],
  [
    'a menu in one line',
    (text) => `로그인 회원가입 사이트맵\n채용정보 구직신청 실업급여 직업훈련 고객센터\n${text}`,
  ],
  [
    'a menu at its side',
    (text) => [...HEADER, '고객센터', '공지사항', '자료실', '묻고 답하기', text].join('\n'),
  ],
  [
    'links to other sites',
    (text) => `${text}\n관련사이트\n고용노동부\n한국고용정보원\n근로복지공단\n${FOOTER[0]}`,
  ],
];

/** If a page has an outline, the frame around it gets one too. */
function inFrame(seen: Observation, frame: (text: string) => string): Observation {
  const text = frame(seen.text);
  if (!seen.outline) return { ...seen, text };
  const own = new Set(seen.text.split('\n'));
  const around = text.split('\n').filter((line) => !own.has(line));
  return { ...seen, text, outline: { ...seen.outline, frame: [...seen.outline.frame, ...around] } };
}

describe.each(FRAMES)('%s around a page', (_, frame) => {
  const shown = CORPUS.filter(
    ({ label, seen }) => label !== 'blank' && !seen.fault && /html/u.test(seen.contentType ?? ''),
  );
  const framed = shown.map((page) => ({ ...page, seen: inFrame(page.seen, frame) }));

  it('makes no outage of it healthy', () => {
    expect(scoreOf(framed).missed.map(({ name, verdict }) => `${name}: ${verdict.rule}`)).toEqual(
      [],
    );
  });
});

describe('database text', () => {
  it.each(DATABASE_PAGES.map((page) => [page.name, page] as const))('is named in %s', (_, page) => {
    expect(classify(page.seen).databaseText).toBe(true);
  });

  it('is not claimed for healthy pages that talk about databases', () => {
    expect(HEALTHY.filter(({ seen }) => classify(seen).databaseText)).toEqual([]);
  });
});
