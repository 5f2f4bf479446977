import { ENGLISH_REPORT } from '#core/report/texts/en';
import { KOREAN_REPORT } from '#core/report/texts/ko';
import type { ReportWords } from '#core/report/texts/words';
import type { Language } from '#core/time/duration';

export function reportWordsOf(language: Language): ReportWords {
  return language === 'ko' ? KOREAN_REPORT : ENGLISH_REPORT;
}
