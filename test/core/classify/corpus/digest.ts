import { createHash } from 'node:crypto';
/**
 * Changes with every page, sentence and label, so that weights record the corpus that they were
 * learned from.
 */
export function digestOf(corpus: readonly object[]): string {
  return createHash('sha256').update(JSON.stringify(corpus)).digest('hex').slice(0, 16);
}
