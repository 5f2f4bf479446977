import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const english = readFileSync('README.md', 'utf8');
const korean = readFileSync('README.ko.md', 'utf8');

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([found]) => found);
const blocks = (text: string) => all(text, /^```[\s\S]*?^```$/gm);
const outside = (text: string) => text.replace(/^```[\s\S]*?^```$/gm, '');
/** The typed or printed text, without the remark after it. */
const commands = (text: string) =>
  blocks(text).flatMap((block) => block.split('\n').map((line) => line.replace(/\s+# .*$/, '')));
const inOrder = (found: readonly string[]) => [...new Set(found)].sort();

describe('README.ko.md', () => {
  it('has the headings of README.md, in number and depth', () => {
    const depths = (text: string) => all(outside(text), /^#+ /gm);
    expect(depths(korean)).toEqual(depths(english));
  });

  it('has the same commands and the same output', () => {
    expect(commands(korean)).toEqual(commands(english));
  });

  it('names the same commands, files and settings in its text', () => {
    const code = (text: string) => inOrder(all(outside(text).replaceAll('\n', ' '), /`[^`]+`/g));
    expect(code(korean)).toEqual(code(english));
  });

  it('leads to the same places', () => {
    const links = (text: string) =>
      inOrder(all(outside(text), /\]\([^)]+\)/g)).filter((link) => !link.includes('README'));
    expect(links(korean)).toEqual(links(english));
  });

  it('has as many list entries, table rows and pictures', () => {
    for (const pattern of [/^- /gm, /^\|/gm, /!\[/g]) {
      expect(all(outside(korean), pattern).length).toBe(all(outside(english), pattern).length);
    }
  });

  it('has the same figures', () => {
    const figures = (text: string) => {
      const plain = outside(text).replace(/`[^`]+`|\]\([^)]+\)/g, '');
      return inOrder(
        all(plain, /\d+(:\d\d)?/g).filter((figure) => Number.parseInt(figure, 10) > 12),
      );
    };
    expect(figures(korean)).toEqual(figures(english));
  });
});
