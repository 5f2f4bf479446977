import { writeFileSync } from 'node:fs';
import { classify } from '#core/classify/classify';
import { RESULT_OF } from '#core/classify/finding';
import { featuresOf } from '#core/classify/learned/features';
import { modelOf, opinionOf, type Reader } from '#core/classify/learned/model';
import { SENTENCE_BUCKETS } from '#core/classify/learned/sentence-features';
import { pageOf } from '#core/classify/page';
import {
  SERVED_SETS,
  servedPages,
} from '../../test/core/classify/corpus/after-real-pages/after-real-pages.ts';
import { WRITERS, writtenBy } from '../../test/core/classify/corpus/blind-writers/blind-writers.ts';
import { digestOf } from '../../test/core/classify/corpus/digest.ts';
import type { CorpusPage, Label } from '../../test/core/classify/corpus/page.ts';
import {
  isUnseen,
  SENTENCES_TRAINED_ON,
  TRAINED_ON,
} from '../../test/core/classify/corpus/trained-on.ts';
import { inMenus } from './framed.ts';
import { against, packed } from './pack.ts';
import { trainSentences } from './sentence-examples.ts';
import { type Example, trainAll } from './support-vectors.ts';
import { tellSentencesLeftOut } from './train-sentences.ts';

/**
 * Learns the weights of `src/core/classify/learned/` from the corpus. First prints the accuracy on
 * each writer's pages when the training leaves them out. Only this figure says something about
 * unseen pages.
 */
const SENTENCES_OUT = new URL(
  '../../src/core/classify/learned/sentence-weights.json',
  import.meta.url,
);
const OUT = new URL('../../src/core/classify/learned/weights.json', import.meta.url);
/** The training leaves these out, because they do not follow from the text of a page. */
const NOT_READ: readonly Label[] = ['dns', 'connect', 'tls', 'slow', 'monitor-fault', 'unknown'];

const known = new Map<CorpusPage, Example>();
const served = SERVED_SETS.filter((set) => !isUnseen(set)).flatMap(servedPages);
const readable = TRAINED_ON.filter(
  ({ label, seen }) => !NOT_READ.includes(label) && (!seen.fault || seen.fault.phase === 'step'),
);
const labels = [...new Set(readable.map(({ label }) => label))].sort();

const sources = [
  ...WRITERS.map((writer) => ({ name: `writer ${writer}`, all: writtenBy(writer) })),
  { name: 'pages after real ones', all: served },
];
for (const { name: source, all } of sources) {
  const pages = all.filter(({ label }) => !NOT_READ.includes(label));
  const names = new Set(pages.map(({ name }) => name));
  const model = modelOf(
    packed(trainAll(examplesOf(readable.filter((one) => !names.has(one.name))), labels)),
  );
  const read: Reader = (features) => opinionOf(features, model);
  const ways = [
    ['read', ({ seen }: CorpusPage) => read(featuresOf(pageOf(seen))).label],
    ['with the rules', ({ seen }: CorpusPage) => classify(seen, read).kind ?? 'passed'],
  ] as const;
  for (const [way, judge] of ways) {
    const judged = pages.map((page) => ({ page, label: judge(page) }));
    const right = judged.filter(({ page, label }) => namesOf(page).includes(label)).length;
    const missed = judged.filter(({ page, label }) => label === 'passed' && isOutage(page)).length;
    const share = ((right / pages.length) * 100).toFixed(1);
    console.log(
      `${source} left out, ${way}: ${share} % of ${pages.length} right, ${missed} outages healthy`,
    );
  }
}

tellSentencesLeftOut(readable);
const sentences = trainSentences(SENTENCES_TRAINED_ON, readable);
const reader = packed(against(sentences, 'nothing'), SENTENCE_BUCKETS);
const learnt = { trainedOn: digestOf([...TRAINED_ON, ...SENTENCES_TRAINED_ON]), ...reader };
writeFileSync(SENTENCES_OUT, `${JSON.stringify(learnt, null, 1)}\n`);

const trained = packed(trainAll(examplesOf(readable), labels));
writeFileSync(OUT, `${JSON.stringify({ trainedOn: digestOf(TRAINED_ON), ...trained }, null, 1)}\n`);
console.log(
  `weights of ${labels.length} labels from ${readable.length} pages written to ${OUT.pathname}`,
);

function examplesOf(pages: readonly CorpusPage[]): readonly Example[] {
  return [...pages.map(exampleOf), ...inMenus(pages).map(newExample)];
}

/** Most pages are in every training. */
function exampleOf(page: CorpusPage): Example {
  const example = known.get(page) ?? newExample(page);
  known.set(page, example);
  return example;
}

function newExample({ label, seen }: CorpusPage): Example {
  return { label, features: featuresOf(pageOf(seen)) };
}

function namesOf({ label, also = [] }: CorpusPage): readonly Label[] {
  return [label, ...also];
}

function isOutage(page: CorpusPage): boolean {
  return namesOf(page).every((label) => label !== 'passed' && RESULT_OF[label] === 'failed');
}
