import { ENGLISH } from '#core/notice/texts/en';
import { KOREAN } from '#core/notice/texts/ko';
import type { Words } from '#core/notice/texts/words';
import type { Language } from '#core/time/duration';

export function wordsOf(language: Language): Words {
  return language === 'ko' ? KOREAN : ENGLISH;
}
