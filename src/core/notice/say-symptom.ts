import { symptomOf } from '#core/notice/symptom';
import type { Words } from '#core/notice/texts/words';
import type { Cause } from '#core/outage/outage';

/**
 * What a citizen sees. If only some requests fail, it says so, with the measured share of the runs.
 */
export function saySymptom(cause: Cause, words: Words): string {
  const { failedShare } = cause;
  if (failedShare === undefined) return words.symptoms[symptomOf(cause)];
  return words.someFail(Math.round(failedShare * 100));
}
