import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documents, read } from './tree.ts';

const ROOT = resolve(import.meta.dirname, '../..');

const all = documents().map((path) => ({ path, lines: linesOf(read(path)) }));

/** Lines outside code, with their numbers. */
function linesOf(text: string): readonly { readonly line: string; readonly number: number }[] {
  let inCode = false;
  return text.split('\n').flatMap((line, index) => {
    const isFence = /^\s*(```|~~~)/.test(line);
    if (isFence) inCode = !inCode;
    return isFence || inCode ? [] : [{ line, number: index + 1 }];
  });
}

function found(isWrong: (line: string) => boolean): readonly string[] {
  return all.flatMap(({ path, lines }) =>
    lines.filter(({ line }) => isWrong(line)).map(({ number }) => `${path}:${number}`),
  );
}

/** A link cannot be wrapped. */
function widthOf(line: string): number {
  return line.replace(/\]\([^)]*\)/g, ']').length;
}

describe('the documents', () => {
  it('are wrapped at 100 characters outside tables and code', () => {
    expect(found((line) => !line.startsWith('|') && widthOf(line) > 100)).toEqual([]);
  });

  it('have table cells of less than 120 characters', () => {
    const isWide = (line: string) =>
      line.startsWith('|') && line.split(/(?<!\\)\|/).some((cell) => widthOf(cell.trim()) >= 120);
    expect(found(isWide)).toEqual([]);
  });

  it('stand in the index, each of docs/', () => {
    const index = read('docs/README.md');
    const missing = all
      .map(({ path }) => path)
      .filter((path) => /^docs\/[\w-]+\.md$/.test(path) && path !== 'docs/README.md')
      .filter((path) => !index.includes(`(${path.slice('docs/'.length)}`));
    expect(missing).toEqual([]);
  });
});

describe('the recipes of CONTRIBUTING', () => {
  const text = read('CONTRIBUTING.md').split('\n## Recipes\n')[1] ?? '';
  const recipes = text
    .split('\n### ')
    .slice(1)
    .map((part) => ({
      title: part.split('\n')[0] ?? '',
      files: [...part.matchAll(/^\| `([^`]+)` \|/gm)].map(([, path]) => path ?? ''),
    }));

  it('cover what people come to change', () => {
    expect(recipes.map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        'Add a service of another operator with its own login',
        'Add a channel',
        'Change the wording of an SMS',
        'Add a kind of failure',
        'Add a route',
        'Find why an SMS was not sent',
      ]),
    );
  });

  it('name at most six files each, all of which exist', () => {
    expect(recipes.filter(({ files }) => files.length > 6)).toEqual([]);
    const missing = recipes.flatMap(({ title, files }) =>
      files.filter((path) => !existsSync(join(ROOT, path))).map((path) => `${title}: ${path}`),
    );
    expect(missing).toEqual([]);
    expect(recipes.filter(({ files }) => files.length > 1).length).toBeGreaterThanOrEqual(6);
  });
});
