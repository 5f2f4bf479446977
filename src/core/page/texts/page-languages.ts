import { ENGLISH } from '#core/page/texts/en';
import { KOREAN } from '#core/page/texts/ko';
import type { PageWords } from '#core/page/texts/page-words';
import type { Language } from '#core/time/duration';

export function pageWordsOf(language: Language): PageWords {
  return language === 'ko' ? KOREAN : ENGLISH;
}
