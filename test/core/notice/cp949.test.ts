import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCp949, toCp949 } from '#core/notice/cp949';

/** Two-byte characters that Node's decoder supports: KS X 1001, the common half of CP949. */
function decodable(): ReadonlySet<string> {
  const decoder = new TextDecoder('euc-kr', { fatal: true });
  const found = new Set<string>();
  for (let lead = 0xa1; lead <= 0xfe; lead += 1) {
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
      try {
        found.add(decoder.decode(new Uint8Array([lead, trail])));
      } catch {
        // Not assigned.
      }
    }
  }
  return found;
}

const isSyllable = (text: string) => text >= '가' && text <= '힣';
const isHanja = (text: string) => /\p{Script=Han}/u.test(text) && !/[々〇〡]/.test(text);
const isPrivate = (text: string) => text >= '\ue000' && text <= '\uf8ff';

describe('the characters of an SMS', () => {
  const known = decodable();

  it('are all known to a Korean decoder, but for the syllables that only CP949 has', () => {
    const strangers: string[] = [];
    for (let code = 0x80; code < 0x1_0000; code += 1) {
      const character = String.fromCharCode(code);
      if (isCp949(character) && !isSyllable(character) && !known.has(character)) {
        strangers.push(character);
      }
    }
    expect(strangers).toEqual([]);
  });

  it('leave out nothing that the decoder knows, but Hanja and private use', () => {
    const missing = [...known].filter(
      (text) => !isCp949(text) && !isHanja(text) && !isPrivate(text),
    );
    expect(missing).toEqual([]);
  });

  it.each([...'■●▶▲※→·…“”①☎★0Aa~'])('include %s', (character) => {
    expect(isCp949(character)).toBe(true);
  });

  it.each([
    '✅',
    '❌',
    '⚠',
    '🚨',
    '✔',
    '–',
    '—',
    '\u00a0',
    '₩',
    '\u200b',
    '\t',
    '\r',
    '한'.normalize('NFD')[0] ?? '',
  ])('exclude %j', (character) => {
    expect(isCp949(character)).toBe(false);
  });
});

describe('text for a phone', () => {
  it.each([
    ['2—3시간', '2-3시간'],
    ['고용24 ✅', '고용24 '],
    ['고용\u00a024', '고용 24'],
    ['Pâtisserie', 'Patisserie'],
    ['한글'.normalize('NFD'), '한글'],
    ['ﬁne', 'fine'],
  ])('turns %j into %j', (text, written) => {
    expect(toCp949(text)).toBe(written);
  });

  it('contains only encodable characters for any input, and does not change when repeated', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = toCp949(text);
        expect([...written].filter((character) => !isCp949(character))).toEqual([]);
        expect(toCp949(written)).toBe(written);
      }),
    );
  });
});
