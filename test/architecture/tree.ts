import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

const ALIASES: Readonly<Record<string, string>> = {
  '#contract': 'src/contract',
  '#core': 'src/core',
  '#pipeline': 'src/pipeline',
  '#adapters': 'src/adapters',
  '#render': 'src/render',
  '#portals': 'portals',
  '#lambda': 'lambda',
  '#lib': 'lib',
  '#local': 'local',
};

/** Every TypeScript file below a folder, relative to the root. */
export function sources(folder = '.'): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      return /^(node_modules|cdk\.out|dist$|\.)/.test(entry.name) ? [] : sources(path);
    }
    return path.endsWith('.ts') && !path.endsWith('.d.ts') ? [path] : [];
  });
}

/** Every Markdown file at the root and below docs/. */
export function documents(folder = '.'): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return folder === '.' && entry.name !== 'docs' ? [] : documents(path);
    return path.endsWith('.md') ? [path] : [];
  });
}

export function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** What a file imports, as written there. */
export function importsOf(path: string): string[] {
  const found = read(path).matchAll(/(?:^|[\s;])(?:from|import)\s*\(?\s*'([^'\n]+)'/g);
  return [...found].map((match) => match[1] ?? '');
}

/** The file or the package that an import means. */
export function resolveImport(path: string, wanted: string): { file: string } | { pkg: string } {
  const [alias = '', ...rest] = wanted.split('/');
  const folder = ALIASES[alias];
  if (folder) return { file: `${folder}/${rest.join('/')}.ts` };
  if (wanted.startsWith('.')) return { file: relative(ROOT, resolve(ROOT, dirname(path), wanted)) };
  if (wanted.startsWith('node:')) return { pkg: 'node' };
  return { pkg: alias.startsWith('@') ? `${alias}/${rest[0]}` : alias };
}

/** The files of this repository that each file imports. */
export function importGraph(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const known = new Set(files);
  return new Map(
    files.map((path) => [
      path,
      importsOf(path)
        .map((wanted) => resolveImport(path, wanted))
        .flatMap((target) => ('file' in target && known.has(target.file) ? [target.file] : [])),
    ]),
  );
}

/** The sets of nodes that reach each other, each sorted. */
export function circlesIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[][] {
  const reached = new Map([...graph.keys()].map((node) => [node, reachableFrom(node, graph)]));
  const circles = new Map<string, string[]>();
  for (const node of graph.keys()) {
    const around = [...(reached.get(node) ?? [])].filter((other) => reached.get(other)?.has(node));
    if (around.length > 0) circles.set([...around].sort().join(' '), [...around].sort());
  }
  return [...circles.values()];
}

function reachableFrom(
  start: string,
  graph: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...(graph.get(start) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...(graph.get(next) ?? []));
  }
  return found;
}
