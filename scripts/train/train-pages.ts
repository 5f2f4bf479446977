import { CLAIMS } from '#core/classify/learned/claims';
import { featuresOf } from '#core/classify/learned/features';
import type { Weights } from '#core/classify/learned/model';
import { pageOf } from '#core/classify/page';
import type { CorpusPage, Label } from '../../test/core/classify/corpus/page.ts';
import { TRAINED_ON } from '../../test/core/classify/corpus/trained-on.ts';
import { documentation } from './documentation.ts';
import { inMenus } from './framed.ts';
import { packed } from './pack.ts';
import { claimOfLabel } from './sentence-examples.ts';
import { type Example, trainAll } from './support-vectors.ts';

/** The training leaves these out, because they do not follow from the text of a page. */
const NOT_READ: readonly Label[] = ['dns', 'connect', 'tls', 'slow', 'monitor-fault', 'unknown'];

/** The pages whose label follows from their text. */
export const READABLE: readonly CorpusPage[] = [
  ...TRAINED_ON.filter(
    ({ label, seen }) => !NOT_READ.includes(label) && (!seen.fault || seen.fault.phase === 'step'),
  ),
  ...documentation(),
];

const known = new Map<CorpusPage, Example>();

/** Weights of the reader of whole pages. */
export function trainPages(pages: readonly CorpusPage[]): Weights {
  const examples = [...pages.map(exampleOf), ...inMenus(pages).map(newExample)];
  return packed(trainAll(examples, CLAIMS));
}

/** Most pages are in every training. */
function exampleOf(page: CorpusPage): Example {
  const example = known.get(page) ?? newExample(page);
  known.set(page, example);
  return example;
}

function newExample({ label, seen }: CorpusPage): Example {
  return { label: claimOfLabel(label), features: featuresOf(pageOf(seen)) };
}
