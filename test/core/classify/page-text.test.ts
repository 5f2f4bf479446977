import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, isMojibake, originalOf, passageOf } from '#core/classify/page-text';

describe('text made ready for matching', () => {
  it('is the same however the words are spaced and broken', () => {
    const spaced = passageOf('시스템 점검 중\n입니다.');
    expect(spaced.compact).toBe(passageOf('시스템점검중입니다.').compact);
  });

  it('composes decomposed Hangul and drops invisible characters', () => {
    expect(passageOf('점\u200b검'.normalize('NFD')).compact).toBe('점검');
  });

  it('gives back the original words of any stretch', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), fc.nat(40), (text, from, length) => {
        const passage = passageOf(text);
        const start = Math.min(from, passage.compact.length);
        const end = Math.min(start + length + 1, passage.compact.length);
        const original = originalOf(passage, start, end).toLowerCase().replaceAll(/\s/gu, '');
        if (end > start) expect(original).toContain(passage.compact.slice(start, end).trim());
      }),
    );
  });

  it('knows the place of every letter, whatever its lower case is', () => {
    const unit = fc.constantFrom('Σ', 'ΑΣ', 'İ', 'ẞ', 'Ab', '가', ' ', '\n', '😀', '.');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const { plain, compact, origins } = passageOf(text);
        expect(origins).toHaveLength(compact.length);
        const letters = origins.map((at) => String.fromCodePoint(plain.codePointAt(at) ?? 0));
        const own = letters.filter((_letter, at) => origins[at] !== origins[at - 1]);
        expect(own.map((letter) => letter.toLowerCase()).join('')).toBe(compact);
      }),
    );
  });

  it('knows where sentences and lines end', () => {
    const { compact, breaks } = passageOf('오류입니다. 다시\n시도하세요 v1.2');
    expect(breaks.map((at) => compact.slice(0, at))).toEqual(['오류입니다.', '오류입니다.다시']);
  });

  it('clips to the requested length', () => {
    expect(clip('가'.repeat(200))).toHaveLength(120);
    expect(clip('  short\n text ')).toBe('short text');
  });
});

describe('text in the wrong character set', () => {
  it.each([
    '°í¿ë24 ·Î±×ÀÎ È¸¿ø°¡ÀÔ',
    '����24 �α��� ȸ������',
    '怨좎슜24 濡쒓렇?? ?뚯썝媛€?? 怨듭??ы빆',
  ])('is recognised: %s', (text) => {
    expect(isMojibake(text)).toBe(true);
  });

  it.each([
    '고용24 로그인 회원가입 고객센터',
    'Café Zürich naïve façade',
    '勞動部 고용센터 안내 페이지입니다 雇用',
    '欢迎来到就业服务网站',
    'plain English text',
  ])('is not seen in %s', (text) => {
    expect(isMojibake(text)).toBe(false);
  });
});
