import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leftBrowsers } from '../support/residue.ts';
import { breakIt, brokenMonitors, isPossible } from './broken-monitors.ts';
import { Lab } from './lab.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await Lab.open();
});
afterAll(() => lab.close());

describe('a broken monitor blames no portal, names the remedy and leaves nothing behind', () => {
  const others = brokenMonitors.filter(({ cheap }) => !cheap);

  it.for(others.map((broken) => [broken.name, broken] as const))(
    'when %s',
    async ([, broken], { skip }) => {
      skip(!isPossible(broken), 'only an administrator can break it that way');
      expect((await breakIt(broken, lab)).wrong).toEqual([]);
      expect(leftBrowsers()).toEqual([]);
    },
  );
});
