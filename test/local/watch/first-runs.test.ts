import { describe, expect, it } from 'vitest';
import { emptyCheckState, emptyGroupState } from '#core/detection/empty-state';
import { slots } from '#core/detection/schedule';
import { firstRuns } from '#local/watch/first-runs';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';

const configuration = aConfiguration();
const watched = slots(configuration.catalogue)
  .map(({ check }) => check)
  .filter(({ type }) => type !== 'control');

/** Asked where the checks with these ids have results. */
function asked(...seen: readonly string[]) {
  const checks = Object.fromEntries(seen.map((id) => [id, emptyCheckState(NINE_FIFTEEN)]));
  const load = async (group: string) => ({ ...emptyGroupState(group, NINE_FIFTEEN), checks });
  return firstRuns({ configuration, stores: { groups: { load } } }, NINE_FIFTEEN + 421);
}

describe('the first runs of watch', () => {
  it('are one of every check, now, and the group is evaluated after each', async () => {
    const runs = await asked();
    expect(runs.map(({ check }) => check)).toEqual(watched.map(({ id }) => id));
    for (const run of runs) expect(run).toMatchObject({ scheduledAt: NINE_FIFTEEN, urgent: true });
  });

  it('are only those of checks without a result, so that a restart adds no load', async () => {
    const [added, ...known] = watched.map(({ id }) => id);
    expect((await asked(...known)).map(({ check }) => check)).toEqual([added]);
  });
});
