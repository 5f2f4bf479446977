import { describe, expect, it } from 'vitest';
import { emptyGroupState } from '#core/detection/empty-state';
import { readingStatesOnce } from '#pipeline/history/check-history';
import { NINE_FIFTEEN } from '../../support/builders.ts';

describe('a request about many services', () => {
  it('reads the state of each group once, and gives it to all of them', async () => {
    const loaded: string[] = [];
    const load = async (group: string) => {
      loaded.push(group);
      return emptyGroupState(group, NINE_FIFTEEN);
    };
    const { groups } = readingStatesOnce({ groups: { load } } as never) as {
      groups: { load: typeof load };
    };
    const [first, second] = [groups.load('moel'), groups.load('moel')];
    expect((await first).group).toBe('moel');
    expect(await second).toBe(await first);
    expect((await groups.load('other')).group).toBe('other');
    expect(loaded).toEqual(['moel', 'other']);
  });
});
