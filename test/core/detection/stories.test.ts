import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PLOTS } from '../../support/plots.ts';
import { Story } from '../../support/story.ts';

/**
 * Each story is a file beside this test. After a wanted change of a rule, run this test with
 * `STORIES=write`: it writes them anew. Read the difference.
 */
describe('the monitor of one group', () => {
  it.each(Object.entries(PLOTS))('sees, asks and tells what the story says: %s', (name, plot) => {
    const { lines } = new Story(plot);
    const file = join(import.meta.dirname, 'stories', `${name.replaceAll(/[ ,]+/g, '-')}.txt`);
    if (process.env.STORIES === 'write') writeFileSync(file, `${lines.join('\n')}\n`);
    expect(lines).toEqual(readFileSync(file, 'utf8').trimEnd().split('\n'));
  });
});
