import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../bin/commands/commands.ts';
import { documents } from './tree.ts';

const ROOT = resolve(import.meta.dirname, '../..');

const FOLDERS = 'bin|lib|lambda|src|portals|local|scenarios|scripts|test|docs|\\.ci|\\.github';

const all = documents().map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));

function mentions(pattern: RegExp): { where: string; what: string }[] {
  return all.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map((match) => ({ where: path, what: match[1] ?? '' })),
  );
}

function complaints(found: { where: string; what: string }[], good: (what: string) => boolean) {
  return found.filter(({ what }) => !good(what)).map(({ where, what }) => `${where}: ${what}`);
}

describe('the documents', () => {
  it('name only files and folders that exist', () => {
    const paths = mentions(new RegExp(`\`((?:${FOLDERS})/[\\w./-]*[\\w/])\``, 'g'));
    expect(paths.length).toBeGreaterThan(20);
    expect(complaints(paths, (path) => existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('link only to files that exist', () => {
    const broken = all.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
        .map((match) => match[1] ?? '')
        .filter((link) => !existsSync(join(ROOT, path, '..', link)))
        .map((link) => `${path}: ${link}`),
    );
    expect(broken).toEqual([]);
  });

  it('name only npm scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const named = mentions(/npm run ([\w:-]+)/g);
    expect(complaints(named, (name) => name in scripts)).toEqual([]);
  });

  it('name only commands that exist', () => {
    const named = mentions(/npx bonghwa ([a-z]+)/g);
    expect(complaints(named, (name) => name in commands || name === 'help')).toEqual([]);
  });
});
