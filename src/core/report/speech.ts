import { sayBetween, serviceName } from '#core/notice/email';
import { wordsOf } from '#core/notice/texts/languages';
import type { Words } from '#core/notice/texts/words';
import { reportWordsOf } from '#core/report/texts/languages';
import type { ReportWords } from '#core/report/texts/words';
import type { Language } from '#core/time/duration';
import { kstDate, kstSecond } from '#core/time/kst';
import type { Between, Instant } from '#core/time/time';
import type { Catalogue } from '#core/watch/catalogue';

/** Parts of sentences in one language. */
export interface Speech {
  readonly words: Words;
  readonly say: ReportWords;
  name(service: string): string;
  /** `2024-07-18 09:15:20`, in KST. */
  time(at: Instant): string;
  between(between: Between): string;
}

export function speechOf(language: Language, catalogue: Pick<Catalogue, 'services'>): Speech {
  const words = wordsOf(language);
  return {
    words,
    say: reportWordsOf(language),
    name: (service) => serviceName(catalogue, service, words),
    time: (at) => `${kstDate(at)} ${kstSecond(at)}`,
    between: (between) => sayBetween(between, words),
  };
}
