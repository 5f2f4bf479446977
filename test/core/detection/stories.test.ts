import { describe, expect, it } from 'vitest';
import { PLOTS } from '../../support/plots.ts';
import { Story } from '../../support/story.ts';

/**
 * Each story is a file beside this test. After a wanted change of a rule, `npx vitest -u` writes
 * them anew: read the difference.
 */
describe('the monitor of one group', () => {
  it.each(Object.entries(PLOTS))(
    'sees, asks and tells what the story says: %s',
    async (name, plot) => {
      const { lines } = new Story(plot);
      const file = `stories/${name.replaceAll(/[ ,]+/g, '-')}.txt`;
      await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(file);
    },
  );
});
