import { describe, expect, it } from 'vitest';
import { FUNCTIONS } from '#contract/functions';
import { read, sources } from './tree.ts';

const HANDLERS: readonly string[] = Object.values(FUNCTIONS).map(({ entry }) => entry);

/** The classifier's lists of phrases, and texts of portals. */
const DATA = /^test\/core\/classify\/corpus\//;

const files = sources();

function linesOf(path: string): readonly string[] {
  return read(path).replace(/\n$/, '').split('\n');
}

describe('a file', () => {
  it('has 300 lines or fewer', () => {
    const long = files.filter((path) => !path.startsWith('test/') && linesOf(path).length > 300);
    expect(long).toEqual([]);
  });

  it('that is a handler has 60 lines or fewer', () => {
    expect(files.filter((path) => HANDLERS.includes(path) && linesOf(path).length > 60)).toEqual(
      [],
    );
  });

  it('has no line over 120 characters', () => {
    const wide = files
      .filter((path) => !DATA.test(path))
      .flatMap((path) =>
        linesOf(path).flatMap((line, index) =>
          line.length > 120 ? [`${path}:${index + 1} has ${line.length}`] : [],
        ),
      );
    expect(wide).toEqual([]);
  });

  it('names no paper that a reader of the repository does not have', () => {
    const papers = /\bDESIGN\b|\b[Ii]ssue \d|\b[Rr]eferences? \d|\breference\//;
    const naming = files
      .filter((path) => path !== 'test/architecture/shape.test.ts' && !DATA.test(path))
      .flatMap((path) =>
        linesOf(path).flatMap((line, index) => (papers.test(line) ? [`${path}:${index + 1}`] : [])),
      );
    expect(naming).toEqual([]);
  });

  it('spreads an optional field with `defined`, not with a condition of its own', () => {
    const unlessUndefined =
      /\.\.\.\(\s*([\w.]+)\s*===\s*undefined\s*\?\s*\{\}\s*:\s*\{\s*(?:[\w'-]+:\s*)?\1,?\s*\}/;
    const whenTrue = /\.\.\.\(\s*([\w.]+)\s*\?\s*\{\s*(?:[\w'-]+:\s*)?\1,?\s*\}\s*:\s*\{\}/;
    const spreads = (path: string) => [unlessUndefined, whenTrue].some((by) => by.test(read(path)));
    expect(files.filter(spreads)).toEqual([]);
  });
});
