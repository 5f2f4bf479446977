import { SERVED_SETS, servedPages } from './after-real-pages/after-real-pages.ts';
import { CORPUS } from './corpus.ts';
import type { CorpusPage } from './page.ts';

/** Not learned from, and no rule is made for it: it shows how pages never seen are judged. */
const UNSEEN = 'tenth/b';
const learnt = SERVED_SETS.filter((set) => set.name !== UNSEEN);

/** What the weights are learned from: the corpus and the pages after real ones. */
export const TRAINED_ON: readonly CorpusPage[] = [...CORPUS, ...learnt.flatMap(servedPages)];
