/** Modules with texts for people: they export text, or functions that return text. */
export const WORD_MODULES = [
  '#core/notice/texts/ko',
  '#core/notice/texts/en',
  '#core/report/texts/ko',
  '#core/report/texts/en',
  '#core/page/texts/ko',
  '#core/page/texts/en',
  '#core/time/duration',
] as const;

/**
 * A value of such a module with `said` in place of every text, however deep. Names of languages
 * stay, because they choose texts.
 */
export function scramble(value: unknown, said: (text: string) => string): unknown {
  if (typeof value === 'string') return said(value);
  if (typeof value === 'function') {
    return (...args: readonly unknown[]) => scramble(value(...args), said);
  }
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get: (target, key) => {
      const found: unknown = Reflect.get(target, key);
      return key === 'language' || typeof key === 'symbol' ? found : scramble(found, said);
    },
  });
}
