import { createHash } from 'node:crypto';
import { findingByWords, findingOfPage, type Readers } from '#core/classify/classify';
import { CLAIMS, type Claim, type Told } from '#core/classify/learned/claims';
import { type DecisionWeights, deciderOf, layersOf } from '#core/classify/learned/decide';
import type { Known } from '#core/classify/learned/known';
import { modelOf, opinionOf } from '#core/classify/learned/model';
import { evidenceOf } from '#core/classify/learned/page-evidence';
import { SENTENCE_BUCKETS } from '#core/classify/learned/sentence-features';
import { isOpen, knownOf } from '#core/classify/learned/sentence-opinion';
import { distancesOf } from '#core/classify/learned/sentence-reader';
import { pageOf } from '#core/classify/page';
import type { Observation } from '#core/run/observation';
import { seededRandom } from '#local/simulate/random';
import {
  roundOf,
  SERVED_SETS,
  servedPages,
} from '../../test/core/classify/corpus/after-real-pages/after-real-pages.ts';
import type { CorpusPage } from '../../test/core/classify/corpus/page.ts';
import { framedIn, insertedIn, mixedIn } from '../../test/core/classify/corpus/sentences/frames.ts';
import {
  SENTENCE_SETS,
  type Sentence,
  sentencesOf,
} from '../../test/core/classify/corpus/sentences/sentences.ts';
import { isLearnedOnly, isUnseen } from '../../test/core/classify/corpus/trained-on.ts';
import { packedNetwork, type Row, trainNetwork } from './network.ts';
import { against, packed } from './pack.ts';
import { claimOfLabel, type SentenceWeights, trainSentences } from './sentence-examples.ts';
import { trainPages } from './train-pages.ts';

/**
 * What weighs the evidence must not learn from readers that know the pages: they would be surer
 * than on any other page. So families of sentences and sets of pages are divided into groups, and
 * each group is read by readers that learned from the others.
 */
const GROUPS = [0, 1, 2, 3, 4] as const;
/** How much a sentence in a made-up frame, a page that the rules know, and another page count. */
const FRAMED = 0.3;
const WHOLE_PAGE = 2;
const OTHERS_PAGE = 12;
/** Trouble that the rules do not know is what others' pages bring. */
const UNKNOWN_PAGE = 4;
/** Sentences around one that is learned. */
const OTHERS = 5;

export interface Case {
  readonly page: CorpusPage;
  readonly set: string;
  readonly group: number;
  readonly weight: number;
}

function groupOf(name: string): number {
  return (createHash('sha256').update(name).digest()[1] ?? 0) % GROUPS.length;
}

const familyOf = ({ family, text }: Sentence) => groupOf(family ?? text);

const setOf = new Map(
  SERVED_SETS.flatMap((set) => servedPages(set).map(({ name }) => [name, set] as const)),
);

function groupOfPage({ name }: CorpusPage): number {
  return groupOf(setOf.get(name)?.name ?? name);
}

/** It shows enough to have room for a sentence of trouble. */
function isRich({ text, status = 200, outline }: Observation): boolean {
  return outline !== undefined && status < 400 && text.length >= 300;
}

/** Every learned sentence in whole pages, also among others, and every learned page. */
export function casesOf(pages: readonly CorpusPage[]): readonly Case[] {
  const sets = SENTENCE_SETS.filter((set) => !isUnseen(set));
  const harmless = sets.flatMap(sentencesOf).filter(({ says }) => says === 'nothing');
  const pools = GROUPS.map((group) => harmless.filter((one) => familyOf(one) === group));
  const next = seededRandom(20_240_718);
  const healthy = pages.filter(({ label, seen }) => label === 'passed' && isRich(seen));
  const rich = GROUPS.map((group) => healthy.filter((page) => groupOfPage(page) === group));
  const framed = sets.flatMap((set) =>
    sentencesOf(set).flatMap((sentence) => {
      const group = familyOf(sentence);
      const pool = pools[group] ?? [];
      const others = Array.from({ length: OTHERS }, () => pool[Math.floor(next() * pool.length)]);
      const around = others.filter((one) => one !== undefined);
      const host = rich[group]?.[Math.floor(next() * (rich[group]?.length ?? 0))];
      const inserted =
        host && sentence.where !== 'footer' ? [insertedIn(sentence, host, next())] : [];
      return [...framedIn(sentence), mixedIn(sentence, around), ...inserted].map((page) => ({
        ...{ page, set: set.name, group, weight: FRAMED },
      }));
    }),
  );
  const whole = pages.map((page) => {
    const set = setOf.get(page.name);
    const group = groupOfPage(page);
    const kind = page.name.startsWith('documentation ') ? 'documentation' : 'corpus';
    if (!set) return { page, set: kind, group, weight: 1 };
    return isLearnedOnly(set)
      ? { page, set: set.name, group, weight: OTHERS_PAGE }
      : { page, set: roundOf(set), group, weight: WHOLE_PAGE };
  });
  return [...framed, ...whole];
}

export interface Group {
  readonly group: number;
  readonly cases: readonly Case[];
  readonly rows: readonly Row[];
  readonly readers: Omit<Readers, 'decide'>;
}

export interface Material {
  readonly pages: readonly CorpusPage[];
  readonly sentences: readonly Sentence[];
  /** Learned from all sentences. It chooses the lines of pages. */
  readonly known: SentenceWeights;
}

/** Each group with readers that did not learn from it, and what they make of its pages. */
export function groupsOf(cases: readonly Case[], material: Material): readonly Group[] {
  const groupOfPage = new Map(cases.map(({ page, group }) => [page, group]));
  return GROUPS.map((group) => {
    const pages = material.pages.filter((page) => groupOfPage.get(page) !== group);
    const sentences = material.sentences.filter((sentence) => familyOf(sentence) !== group);
    const pageModel = modelOf(trainPages(pages));
    const weights = against(trainSentences(sentences, pages, material.known), 'passed');
    const sentenceModel = modelOf<Told>(packed(weights, SENTENCE_BUCKETS));
    const readers: Group['readers'] = {
      page: (features) => opinionOf(features, pageModel),
      sentence: (features) => distancesOf(features, sentenceModel),
    };
    const own = cases.filter((one) => one.group === group);
    return { group, cases: own, rows: own.flatMap((one) => rowsOf(one, readers)), readers };
  });
}

/** Nothing for a page that no words decide. */
function rowsOf({ page, set, weight }: Case, readers: Group['readers']): readonly Row[] {
  const seen = pageOf(page.seen);
  const earlier = findingOfPage(seen, readers.page);
  if (!(earlier.opinion && isOpen(seen, earlier.first))) return [];
  const known = knownOf(seen, earlier, { read: readers.sentence, judge: findingByWords });
  const claim = claimOfLabel(page.label);
  const others =
    set.startsWith('sentences/') || isLearnedOnly({ name: set }) ? [] : likeUnknown(known, claim);
  const answer = CLAIMS.indexOf(claim);
  const own = { evidence: evidenceOf(known), answer, weight };
  return [
    own,
    ...others.map((one) => ({
      ...own,
      evidence: evidenceOf(one),
      weight: claim === 'passed' ? weight : weight * UNKNOWN_PAGE,
    })),
  ];
}

/**
 * The rules were made with the whole pages, so they are right on nearly all of them. The same pages
 * as if the rules had not known their words, or had been taken in by them.
 */
function likeUnknown(known: Known, claim: Claim): readonly Known[] {
  const { alone, first } = known;
  if (claim === 'passed') return alone && !first ? [{ ...known, first: alone }] : [];
  return [
    { ...known, first: undefined },
    { ...known, first: undefined, alone: undefined },
  ];
}

/** Learned without this group. */
export function readersWithout(group: Group, groups: readonly Group[]): Readers {
  const others = groups.filter((one) => one !== group).flatMap(({ rows }) => rows);
  return { ...group.readers, decide: deciderOf(layersOf(decisionOf(others))) };
}

export function decisionOf(rows: readonly Row[]): DecisionWeights {
  return packedNetwork(trainNetwork(rows, CLAIMS.length));
}
