import type { Phrase } from '#core/classify/phrase-weight';

/** Without white space; `en` in lower case. */
export function sign(rule: string, weight: number, ko: RegExp, en?: RegExp): Phrase {
  return { rule, weight, ko, ...(en ? { en } : {}), source: 'heuristic' };
}
