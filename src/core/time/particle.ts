/** Digits whose Korean reading ends in a consonant, of 영 일 이 삼 사 오 육 칠 팔 구. */
const CONSONANT_DIGITS = '013678';

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const FINALS = 28;

/** `고용24와`, `고용보험과`. Both particles if the reading of the name is unknown. */
export function withName(name: string): string {
  const last = name.at(-1) ?? '';
  const code = last.charCodeAt(0);
  if (code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE) {
    return `${name}${(code - FIRST_SYLLABLE) % FINALS === 0 ? '와' : '과'}`;
  }
  if (/\d/.test(last)) return `${name}${CONSONANT_DIGITS.includes(last) ? '과' : '와'}`;
  return `${name}와(과)`;
}
