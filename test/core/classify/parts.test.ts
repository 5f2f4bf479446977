import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compactText } from '#core/classify/page-text';
import { type Part, patternOf } from '#core/classify/part';

const FOLDER = new URL('../../../src/core/classify/', import.meta.url);
const FILES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(?<!weights)\.ts$/u.test(file),
);
/** Maximum length outside a part. A longer pattern needs a name and examples. */
const LONGEST = 120;

type Fold = (text: string) => string;
const FOLDS: Readonly<Record<string, Fold>> = {
  // A line break is literal if a part spans several lines.
  ko: (text) => text.split('\n').map(compactText).join('\n'),
  en: (text) => text.toLowerCase(),
  raw: (text) => text,
};

interface Found {
  readonly where: string;
  readonly part: Part;
  readonly fold: Fold;
}

function isPart(value: object): value is Part {
  return 'is' in value && 'not' in value && 'any' in value;
}

/** Every part that a module exports, however deep it is in a table. */
function partsIn(value: unknown, where: string, fold: Fold): readonly Found[] {
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return [];
  if (isPart(value)) return [{ where: `${where} ${value.name}`, part: value, fold }];
  const rule = 'rule' in value ? ` ${String(value.rule)}` : '';
  return Object.entries(value).flatMap(([key, inner]) =>
    partsIn(inner, `${where}${rule}`, key === 'ko' || key === 'en' ? (FOLDS[key] ?? fold) : fold),
  );
}

async function partsOf(file: string): Promise<readonly Found[]> {
  const module: Readonly<Record<string, unknown>> = await import(new URL(file, FOLDER).pathname);
  const fold = FOLDS[file.startsWith('fault') ? 'raw' : file.startsWith('foreign/') ? 'en' : 'ko'];
  const found = Object.entries(module).flatMap(([name, value]) =>
    partsIn(value, `${file} ${name}`, fold ?? String),
  );
  return [...new Map(found.map((one) => [one.part, one])).values()];
}

const PARTS = (await Promise.all(FILES.map(partsOf))).flat();

/** Without `g`, `test` keeps no position between two calls. */
function matches({ part, fold }: Found, text: string): boolean {
  return patternOf([part], 'mu').test(fold(text)) || patternOf([part], 'iu').test(fold(text));
}

describe('the parts of patterns', () => {
  it('all stand in a table that this test can see', () => {
    const written = FILES.map((file) => readFileSync(new URL(file, FOLDER), 'utf8'));
    const tables = written.flatMap((text) => text.match(/\bany: \[/gu) ?? []);
    const seen = new Set(PARTS.map(({ part }) => part));
    expect(seen.size).toBe(tables.length);
  });

  it('match their example', () => {
    expect(PARTS.filter((one) => !matches(one, one.part.is)).map(({ where }) => where)).toEqual([]);
  });

  it('do not match their counterexample', () => {
    expect(PARTS.filter((one) => matches(one, one.part.not)).map(({ where }) => where)).toEqual([]);
  });
});

describe('the source of the classifier', () => {
  it('has no long line and no long pattern outside a part', () => {
    const long = FILES.flatMap((file) =>
      readFileSync(new URL(file, FOLDER), 'utf8')
        .split('\n')
        .map((line, at) => ({ length: line.length, where: `${file}:${at + 1}` })),
    ).filter(({ length }) => length > LONGEST);
    expect(long).toEqual([]);
  });
});
