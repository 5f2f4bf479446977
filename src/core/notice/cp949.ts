/**
 * Ranges (hexadecimal, inclusive) that CP949 can encode besides ASCII, Hangul syllables and Hanja:
 * the symbol rows of KS X 1001. Korean carriers show anything else as `?` or drop the message.
 */
const SYMBOLS = `
a1 a4 a7-a8 aa ad b0-b4 b6-ba bc-bf c6 d0 d7-d8 de-df e6 f0 f7-f8 fe 111 126-127 131-133 138
13f-142 149-14b 152-153 166-167 2c7 2d0 2d8-2db 2dd 391-3a1 3a3-3a9 3b1-3c1 3c3-3c9 401 410-44f 451
2015 2018-2019 201c-201d 2020-2021 2025-2026 2030 2032-2033 203b 2074 207f 2081-2084 2103 2109 2113
2116 2121-2122 2126 212b 2153-2154 215b-215e 2160-2169 2170-2179 2190-2199 21d2 21d4 2200 2202-2203
2207-2208 220b 220f 2211 221a 221d-221e 2220 2225 2227-222c 222e 2234-2235 223c-223d 2252 2260-2261
2264-2265 226a-226b 2282-2283 2286-2287 2299 22a5 2312 2460-246e 2474-2482 249c-24b5 24d0-24e9
2500-2503 250c-254b 2592 25a0-25a1 25a3-25a9 25b2-25b3 25b6-25b7 25bc-25bd 25c0-25c1 25c6-25c8 25cb
25ce-25d1 2605-2606 260e-260f 261c 261e 2640 2642 2660-2661 2663-2665 2667-266a 266c-266d 3000-3003
3008-3011 3013-3015 3041-3093 30a1-30f6 3131-318e 3200-321c 3260-327b 327f 3380-3384 3388-33ca
33cf-33d0 33d3 33d6 33d8 33db-33dd ff01-ff5e ffe0-ffe3 ffe5-ffe6`;

const RANGES: readonly (readonly [number, number])[] = SYMBOLS.trim()
  .split(/\s+/)
  .map((range) => {
    const [from = '', to = from] = range.split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });

/** Characters that CP949 lacks, with their replacements. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u00a0': ' ',
  '\u20a9': '원',
  '\u20ac': 'EUR',
  '\u00a9': '(c)',
  '\u2022': '·',
  '\u30fb': '·',
};

/** True for one character that an SMS may contain: a subset of CP949, without Hanja. */
export function isCp949(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x0a || (code >= 0x20 && code <= 0x7e)) return true;
  if (code >= 0xac00 && code <= 0xd7a3) return true;
  return RANGES.some(([from, to]) => code >= from && code <= to);
}

/** The character itself, a replacement, its base letter, or nothing. */
function encodable(character: string): string {
  if (isCp949(character)) return character;
  const replacement = REPLACEMENTS[character];
  if (replacement !== undefined) return replacement;
  return [...character.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC')]
    .filter(isCp949)
    .join('');
}

/**
 * The text with only characters that CP949 encodes. Others are replaced by a similar one or
 * dropped.
 */
export function toCp949(text: string): string {
  return [...text.normalize('NFC')].map(encodable).join('');
}
