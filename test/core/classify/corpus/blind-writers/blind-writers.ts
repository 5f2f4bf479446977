import { readFileSync } from 'node:fs';
import type { CorpusPage } from '../page.ts';

/** Who wrote them; nobody had seen a rule, nor the pages of the others. */
export const WRITERS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

/**
 * Whole pages by writers who knew only the list of kinds, as the browser brought them home. One JSON
 * object a line in `<writer>.jsonl` beside this file.
 */
export function writtenBy(writer: string): readonly CorpusPage[] {
  const file = new URL(`./${writer}.jsonl`, import.meta.url);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as CorpusPage);
}

export const BLIND_WRITERS: readonly CorpusPage[] = WRITERS.flatMap(writtenBy);
