import { SERVED_SETS, servedPages } from './after-real-pages/after-real-pages.ts';
import { CORPUS } from './corpus.ts';
import type { CorpusPage } from './page.ts';

/** The training set: the corpus and the pages after real ones. */
export const TRAINED_ON: readonly CorpusPage[] = [...CORPUS, ...SERVED_SETS.flatMap(servedPages)];
