import { describe, expect, it } from 'vitest';
import { isEntry } from '#core/classify/quoted-speech';

describe('a sentence that says nothing of now', () => {
  it.each([
    '매일00:00부터00:30까지서비스가중단됩니다',
    '매주일요일에서비스가중단됩니다',
    '매월둘째일요일에서비스가중단됩니다',
    '3개월마다비밀번호를바꾸어야합니다',
    '90일마다비밀번호를바꾸어야합니다',
  ])('is what comes round: %s', (sentence) => {
    expect(isEntry('', sentence)).toBe(true);
  });

  it.each([
    '매일하는점검중입니다',
    '서비스가중단되었습니다',
    '3개월이지났습니다',
    '3개월마다바꾸는비밀번호의기한이지났습니다',
  ])('is not: %s', (sentence) => {
    expect(isEntry('', sentence)).toBe(false);
  });

  it.each([
    ['시스템점검에따른서비스중단안내2024-07-18', true],
    ['시스템점검에따른서비스중단안내(12)', true],
    ['서비스중단기간2024-07-18', false],
    ['중단2024-07-18', false],
  ])('is a row of a board: %s is %s', (sentence, isRow) => {
    expect(isEntry('', sentence)).toBe(isRow);
  });
});
