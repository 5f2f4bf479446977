import { readFileSync } from 'node:fs';
import type { CorpusPage } from '../page.ts';

/** The writers. None of them had seen a rule or the pages of the others. */
const WRITERS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

/**
 * Complete pages by writers who knew only the list of kinds, as the browser saw them. One JSON
 * object per line in `<writer>.jsonl` beside this file.
 */
function writtenBy(writer: string): readonly CorpusPage[] {
  const file = new URL(`./${writer}.jsonl`, import.meta.url);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as CorpusPage);
}

export const BLIND_WRITERS: readonly CorpusPage[] = WRITERS.flatMap(writtenBy);
