import { createHash } from 'node:crypto';
import type { CorpusPage } from './page.ts';

/**
 * Changes with every page and label, so that weights record the corpus that they were learned from.
 */
export function digestOf(corpus: readonly CorpusPage[]): string {
  return createHash('sha256').update(JSON.stringify(corpus)).digest('hex').slice(0, 16);
}
