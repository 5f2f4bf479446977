import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify';
import { KINDS } from '#core/verdict';
import { CORPUS } from '../corpus/corpus.ts';
import { DATABASE_PAGES } from '../corpus/error-pages.ts';
import { HEALTHY } from '../corpus/healthy.ts';
import { confusionTable, scoreOf } from '../corpus/score.ts';

describe('the labelled corpus', () => {
  const score = scoreOf(CORPUS);

  it('is judged right for at least 97 in 100 pages', () => {
    expect(score.right / score.pages, confusionTable(score)).toBeGreaterThanOrEqual(0.97);
  });

  it('has no outage judged healthy', () => {
    expect(score.missed.map(({ name, verdict }) => `${name}: ${verdict.rule}`)).toEqual([]);
  });

  it('has no healthy page judged down', () => {
    const alarms = score.wrong.filter(({ label, verdict }) => {
      return label === 'passed' && verdict.result === 'failed';
    });
    expect(alarms.map(({ name, verdict }) => `${name}: ${verdict.rule}`)).toEqual([]);
  });

  it('holds every kind and at least 120 pages', () => {
    expect(score.pages).toBeGreaterThanOrEqual(120);
    expect([...score.table.keys()].sort()).toEqual([...KINDS, 'passed'].sort());
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
