import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanJson, cleanText, isCleanText } from '#core/formats/clean-text';

/** One of each kind of character that must be refused. */
const UNCLEAN = ['\ud83d', '\udd25', '\0', '\b', '\f', '\x1b', '\x7f', '\x85', '\u202e', '\u2066'];
const INVISIBLE = [
  '',
  ' ',
  '\n\t',
  '\u200b',
  '\u3164',
  '\u2060\ufeff',
  '\u0301',
  '\u2800',
  '\u{e0041}',
];
/** Invisible characters inside visible text, and marks that cover other lines. */
const HIDDEN = ['\u206a', '\ufff9', '\u{e0001}', '\u{e0041}', '\u0301'.repeat(9)];
const FINE = [
  '담당자 확인 중\n재기동 예정',
  'a\tb\r\n',
  '🔥',
  '👨‍👩‍👧',
  'é',
  '日本語',
  '\\ud83d',
  'a\u200bb',
  'tiếng Việt, ภาษาไทย',
];

describe('text of people', () => {
  it.each(UNCLEAN)('is refused with %j in it', (character) => {
    expect(isCleanText(`확인${character}중`)).toBe(false);
  });

  it.each(HIDDEN)('is refused with %j hidden in it', (text) => {
    expect(isCleanText(`확인${text}중`)).toBe(false);
  });

  it.each(INVISIBLE)('is refused when it is only %j', (text) => {
    expect(isCleanText(text)).toBe(false);
  });

  it.each(FINE)('may be %j', (text) => {
    expect(isCleanText(text)).toBe(true);
  });
});

describe('documents', () => {
  it.each(UNCLEAN)('hold U+FFFD in place of %j', (character) => {
    const document = { text: `a${character}b`, [`k${character}`]: 1 };
    expect(JSON.parse(cleanJson(JSON.stringify(document)))).toEqual({
      text: 'a\uFFFDb',
      'k\uFFFD': 1,
    });
  });

  it.each(FINE)('hold %j as it is', (text) => {
    expect(JSON.parse(cleanJson(JSON.stringify({ text })))).toEqual({ text });
  });

  it('keep clean text unchanged, and clean any other text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), fc.array(fc.string()), (odd, plain) => {
        const halves = odd.map((text) => text.slice(0, -1));
        const read = JSON.parse(cleanJson(JSON.stringify({ halves, plain }))) as {
          halves: string[];
        };
        expect(read).toMatchObject({ plain });
        for (const text of read.halves) expect(cleanText(text)).toBe(text);
      }),
    );
  });
});
