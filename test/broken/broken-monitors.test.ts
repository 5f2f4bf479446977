import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breakIt, brokenMonitors } from './broken-monitors.ts';
import { Lab } from './lab.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await Lab.open();
});
afterAll(() => lab.close());

describe('a broken monitor blames no portal, names the remedy and leaves nothing behind', () => {
  it.each(
    brokenMonitors.filter(({ cheap }) => cheap).map((broken) => [broken.name, broken] as const),
  )('when %s', async (_name, broken) => {
    expect((await breakIt(broken, lab)).wrong).toEqual([]);
  });

  it('in many more ways than these: npm run broken', () => {
    const names = brokenMonitors.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(brokenMonitors.filter(({ ends }) => ends === 'monitor-fault').length).toBeGreaterThan(
      25,
    );
  });
});
