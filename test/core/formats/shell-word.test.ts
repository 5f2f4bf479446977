import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellWord } from '#core/formats/shell-word';

const seen = (path: string) =>
  execFileSync('/bin/sh', ['-c', `printf %s ${shellWord(path)}`], { encoding: 'utf8' });

describe('a path in a command to copy', () => {
  it.each([['/srv/bonghwa'], ['/home/봉화/data'], ['bonghwa-data']])(
    'stays as it is: %s',
    (path) => {
      expect(shellWord(path)).toBe(path);
    },
  );

  it('reaches the program as one word, whatever it holds', () => {
    const part = fc.constantFrom(' ', "'", '"', '$HOME', '`id`', ';', '\\', '*', '봉화', 'a', '/');
    const path = fc
      .array(part, { minLength: 1, maxLength: 8 })
      .map((parts) => `/${parts.join('')}`);
    fc.assert(
      fc.property(path, (wanted) => seen(wanted) === wanted),
      { numRuns: 30 },
    );
  });
});
