import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circlesIn, importGraph, read, sources } from './tree.ts';

/**
 * Core's rooms from the ground up, each with the file to read first. A room imports only lower
 * rooms.
 */
const ROOMS: readonly (readonly [room: string, face: string])[] = [
  ['errors.ts', 'src/core/errors.ts'],
  ['defined.ts', 'src/core/defined.ts'],
  ['time', 'src/core/time/time.ts'],
  ['run', 'src/core/run/result.ts'],
  ['watch', 'src/core/watch/catalogue.ts'],
  ['classify', 'src/core/classify/classify.ts'],
  ['outage', 'src/core/outage/outage.ts'],
  ['history', 'src/core/history/rollup.ts'],
  ['notice', 'src/core/notice/compose-notice.ts'],
  ['detection', 'src/core/detection/detection.ts'],
  ['report', 'src/core/report/report.ts'],
  ['formats', 'src/core/formats/metrics.ts'],
  ['plan', 'src/core/plan/coverage.ts'],
  ['page', 'src/core/page/page-facts.ts'],
  ['scenario', 'src/core/scenario/scenario.ts'],
  ['ports', 'src/core/ports/notices.ts'],
];

const LAYERS =
  /^(src\/(?:contract|core|pipeline|adapters|render)|portals|lambda|lib|local|bin|scripts)\//;

const graph = importGraph(sources());
const files = [...graph.keys()];

/** The part of a path just below its layer: a folder, or a file that stands alone. */
function partOf(path: string): string | undefined {
  const layer = LAYERS.exec(path)?.[1];
  return layer && `${layer}/${path.slice(layer.length + 1).split('/')[0]}`;
}

/** The folders from a file's layer down to the file. */
function foldersOf(path: string): readonly string[] {
  const layer = LAYERS.exec(path)?.[1];
  if (!layer) return [];
  const below = path
    .slice(layer.length + 1)
    .split('/')
    .slice(0, -1);
  return [layer, ...below.map((_, depth) => [layer, ...below.slice(0, depth + 1)].join('/'))];
}

/** Imports between the parts of one folder. A part is a folder, or a file that stands alone. */
function graphWithin(folder: string): ReadonlyMap<string, readonly string[]> {
  const partIn = (path: string) =>
    path.startsWith(`${folder}/`) ? path.slice(folder.length + 1).split('/')[0] : undefined;
  const parts = new Map<string, string[]>();
  for (const [path, targets] of graph) {
    const part = partIn(path);
    if (!part) continue;
    const others = targets.map(partIn).filter((other) => other && other !== part);
    const known = parts.get(`${folder}/${part}`) ?? [];
    parts.set(`${folder}/${part}`, [...known, ...others.map((other) => `${folder}/${other}`)]);
  }
  return parts;
}

function floorOf(path: string): number {
  return ROOMS.findIndex(([room]) => `src/core/${room}` === partOf(path));
}

describe("core's rooms", () => {
  it('are those of the table, each with a face that exists', () => {
    const parts = new Set(files.map(partOf).filter((part) => part?.startsWith('src/core/')));
    expect([...parts].sort()).toEqual(ROOMS.map(([room]) => `src/core/${room}`).sort());
    expect(ROOMS.filter(([, face]) => !graph.has(face))).toEqual([]);
  });

  it('import only rooms below them', () => {
    const upward = files
      .filter((path) => path.startsWith('src/core/'))
      .flatMap((path) => (graph.get(path) ?? []).map((target) => ({ path, target })))
      .filter(({ target }) => target.startsWith('src/core/'))
      .filter(({ path, target }) => floorOf(target) > floorOf(path))
      .map(({ path, target }) => `${path} imports ${target}, which is above it`);
    expect(upward).toEqual([]);
  });

  it('stand in docs/architecture.md in the same order with the same faces', () => {
    const rows = [
      ...read('docs/architecture.md').matchAll(/^\| \d+ \| `([\w.]+)` \| `([\w./-]+)` \|/gm),
    ];
    expect(rows.map(([, room, face]) => [room, face])).toEqual(ROOMS);
  });
});

describe('imports', () => {
  it('form no circle of files', () => {
    expect(circlesIn(graph)).toEqual([]);
  });

  it('form no circle of folders or loose files, within a layer and at every depth below', () => {
    const folders = new Set(files.flatMap((path) => foldersOf(path)));
    const circles = [...folders].flatMap((folder) => circlesIn(graphWithin(folder)));
    expect(circles).toEqual([]);
  });
});

describe("the API's folders", () => {
  it('import no file that stands beside them, so that lambda/api imports downward only', () => {
    const upward = files
      .filter((path) => /^lambda\/api\/[\w-]+\//.test(path))
      .flatMap((path) => (graph.get(path) ?? []).map((target) => ({ path, target })))
      .filter(({ target }) => dirname(target) === 'lambda/api')
      .map(({ path, target }) => `${path} imports ${target}`);
    expect(upward).toEqual([]);
  });
});

describe('a folder', () => {
  it('has its face inside: no x.ts stands beside a folder x', () => {
    const folders = new Set(files.map((path) => dirname(path)));
    const all = [...folders].flatMap((folder) =>
      folder.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/')),
    );
    expect(files.filter((path) => all.includes(path.replace(/\.ts$/, '')))).toEqual([]);
  });

  it('shares a file name with another of its layer only where both play a part for one thing', () => {
    // Folders that repeat a name on purpose: shape, view and route of a thing, or a handler and its
    // wiring.
    const parts = [
      /^portals\/[\w-]+\/(?:catalogue|journeys|sites)\.ts$/,
      /^lambda\/(?:api\/(?:routes|schemas|views)\/|wiring\/)?[\w-]+\.ts$/,
      /\/(?:texts|phrases|signs)\//,
    ];
    const seen = new Map<string, string>();
    const repeated = files
      .filter((path) => LAYERS.test(path) && !parts.some((part) => part.test(path)))
      .flatMap((path) => {
        const key = `${LAYERS.exec(path)?.[1]} ${path.split('/').at(-1)}`;
        const first = seen.get(key);
        seen.set(key, path);
        return first ? [`${first} and ${path}`] : [];
      });
    expect(repeated).toEqual([]);
  });
});

describe('the search for circles', () => {
  it('finds one of two, one of three, and none in a tree', () => {
    expect(
      circlesIn(
        new Map([
          ['a', ['b']],
          ['b', ['a']],
        ]),
      ),
    ).toEqual([['a', 'b']]);
    const three = new Map([
      ['a', ['b', 'd']],
      ['b', ['c']],
      ['c', ['a']],
      ['d', []],
    ]);
    expect(circlesIn(three)).toEqual([['a', 'b', 'c']]);
    expect(
      circlesIn(
        new Map([
          ['a', ['b', 'c']],
          ['b', ['c']],
          ['c', []],
        ]),
      ),
    ).toEqual([]);
  });
});
