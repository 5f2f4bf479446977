import { existsSync, readFileSync } from 'node:fs';
import { type CorpusPage, page } from '../../test/core/classify/corpus/page.ts';

/**
 * The README of each package that is installed on every machine, as a browser shows it. They are
 * healthy, in English, and full of errors and failures. Nothing of them is kept but the weights.
 */
const ROOT = new URL('../../', import.meta.url);
const NAMES = ['README.md', 'readme.md', 'Readme.md'];
const LEAST = 200;
const MOST = 20_000;

interface Locked {
  readonly packages: Readonly<Record<string, { readonly optional?: boolean }>>;
}

export function documentation(): readonly CorpusPage[] {
  const lock = readFileSync(new URL('package-lock.json', ROOT), 'utf8');
  return Object.entries((JSON.parse(lock) as Locked).packages)
    .filter(([folder, { optional }]) => folder.startsWith('node_modules/') && !optional)
    .flatMap(([folder]) => readmeOf(folder))
    .map(({ folder, text }) => rendered(folder.replace('node_modules/', ''), text));
}

function readmeOf(folder: string) {
  const files = NAMES.map((name) => new URL(`${folder}/${name}`, ROOT));
  const file = files.find((one) => existsSync(one));
  const text = file ? readFileSync(file, 'utf8').slice(0, MOST) : '';
  return text.length < LEAST ? [] : [{ folder, text }];
}

/** Markdown without its marks. */
function rendered(name: string, markdown: string): CorpusPage {
  const outline = { frame: [], headings: [] as string[], links: [], entries: [] as string[] };
  const lines = markdown.split('\n').flatMap((line) => {
    const plain = plainOf(line);
    const heading = /^#+\s+(.*)/u.exec(plain)?.[1]?.trim();
    if (heading) outline.headings.push(heading);
    const cells = /^\|(.*)\|$/u.exec(plain.trim())?.[1];
    const row = cells?.split('|').map((cell) => cell.trim());
    if (row) outline.entries.push(row.join('\t'));
    return heading ?? row?.join('\t') ?? plain.replace(/^\s*[-*]\s+/u, '');
  });
  const text = lines.filter((line) => !/^(```|[\s|:-]*$)/u.test(line)).join('\n');
  return page('passed', `documentation ${name}`, {
    title: name,
    text,
    outline: { ...outline, fields: 0 },
  });
}

function plainOf(line: string): string {
  return line
    .replace(/<[^>]+>/gu, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/gu, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/`(?!``)|\*\*/gu, '');
}
