import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

const ALIASES: readonly (readonly [string, string])[] = [
  ['#contract/', 'src/contract/'],
  ['#core/', 'src/core/'],
  ['#pipeline/', 'src/pipeline/'],
  ['#adapters/', 'src/adapters/'],
  ['#render/', 'src/render/'],
  ['#lambda/', 'lambda/'],
  ['#portals/', 'portals/'],
];

/** The project's own files that a bundler includes with `entry`, without imports of types. */
function closureOf(entry: string): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path) || !existsSync(join(ROOT, path))) continue;
    found.add(path);
    waiting.push(...valuesImportedBy(path));
  }
  return found;
}

function valuesImportedBy(path: string): readonly string[] {
  const code = readFileSync(join(ROOT, path), 'utf8');
  const statements = code.matchAll(/^(?:import|export)\s(?!type\s)[^;]*?from\s+'([^']+)'/gm);
  return [...statements].flatMap(([, wanted = '']) => {
    if (wanted.startsWith('.')) {
      return [join(path, '..', wanted)];
    }
    const alias = ALIASES.find(([name]) => wanted.startsWith(name));
    return alias ? [`${alias[1]}${wanted.slice(alias[0].length)}.ts`] : [];
  });
}

describe('the evaluator', () => {
  it('takes in the rules of detection, and nothing that judges pages', () => {
    const files = [...closureOf('lambda/evaluator.ts')];
    expect(files).toContain('src/core/detection/announce.ts');
    expect(files.filter((path) => path.startsWith('src/core/classify/'))).toEqual([]);
    expect(files.filter((path) => path.startsWith('src/pipeline/check/'))).toEqual([]);
  });
});
