import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { seededRandom } from '../../local/simulate/random.ts';
import { EXCLUDED, STRYKER } from './stryker.ts';

/** Rooms whose rules decide who is called. */
const FOLDERS = [
  'src/core/detection',
  'src/core/notice',
  'src/core/run',
  'src/core/history',
  'src/pipeline',
];

/** Lines from 0, columns from 0, as the instrumenter counts. */
interface Place {
  readonly line: number;
  readonly column: number;
}

interface Mutant {
  readonly fileName: string;
  readonly mutatorName: string;
  readonly replacement: string;
  readonly status?: string;
  readonly location: { readonly start: Place; readonly end: Place };
}

export interface Sample {
  readonly all: number;
  readonly mutants: readonly Mutant[];
}

export interface SampleOrder {
  readonly count: number;
  readonly seed: number;
  readonly folders?: readonly string[];
}

/**
 * The same seed takes the same mutants of the same code. Stryker is asked for places and makes every
 * mutant inside each, so places are drawn until they hold `count`.
 */
export async function sampleMutants({ count, seed, folders }: SampleOrder): Promise<Sample> {
  const all = await mutantsOf((folders ?? FOLDERS).flatMap(sources));
  const random = seededRandom(seed);
  const shuffled = all
    .map((mutant) => ({ mutant, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ mutant }) => mutant);
  const drawn = new Set<Mutant>();
  for (const place of shuffled) {
    if (drawn.size >= count) break;
    for (const mutant of all) if (lies(mutant, place)) drawn.add(mutant);
  }
  return { all: all.length, mutants: [...drawn] };
}

function lies(inner: Mutant, outer: Mutant): boolean {
  if (inner.fileName !== outer.fileName) return false;
  const [from, to] = [outer.location.start, outer.location.end];
  return !before(inner.location.start, from) && !before(to, inner.location.end);
}

function before(a: Place, b: Place): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}

/** `file:line:column-line:column`, lines from 1. */
export function rangesOf(mutants: readonly Mutant[]): readonly string[] {
  const text = ({ line, column }: Place) => `${line + 1}:${column}`;
  const ranges = mutants.map(
    ({ fileName, location }) => `${fileName}:${text(location.start)}-${text(location.end)}`,
  );
  return [...new Set(ranges)];
}

function sources(folder: string): string[] {
  if (folder.endsWith('.ts')) return [folder];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
    .toSorted();
}

interface Instrumenter {
  instrument(files: readonly object[], options: object): Promise<{ mutants: readonly Mutant[] }>;
}

async function mutantsOf(names: readonly string[]): Promise<readonly Mutant[]> {
  const path = 'node_modules/@stryker-mutator/instrumenter/dist/src/index.js';
  const module: { Instrumenter: new (log: object) => Instrumenter } = await import(
    pathToFileURL(join(STRYKER.home, path)).href
  );
  const quiet = { debug: () => {}, info: () => {}, isDebugEnabled: () => false };
  const files = names.map((name) => ({
    name,
    mutate: true,
    content: readFileSync(name, 'utf8'),
  }));
  const options = { plugins: null, ignorers: [], excludedMutations: EXCLUDED };
  const { mutants } = await new module.Instrumenter(quiet).instrument(files, options);
  return mutants.filter(({ status }) => status !== 'Ignored');
}
