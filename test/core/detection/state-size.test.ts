import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { GroupState } from '#core/detection/group-state';
import { manyServices } from '../../support/many-services.ts';
import { HANGS } from '../../support/results.ts';
import { PASSES, Watch } from '../../support/watch.ts';

describe('the state', () => {
  it('of 300 services in one group stays below 100 KB, in an outage of them all too', () => {
    const watch = new Watch(manyServices(300));
    const both = (seen: object) => ({ ...watch.all('probe', seen), ...watch.all('journey', seen) });
    watch.every(60, [0, 3_600], both(PASSES));
    expect(packed(watch.state)).toBeLessThan(100_000);
    watch.at(3_660, both(HANGS)).at(3_690, both(HANGS)).at(3_740);
    expect(watch.notices('opened')).toHaveLength(1);
    expect(watch.outage.incidents).toHaveLength(300);
    expect(packed(watch.state)).toBeLessThan(100_000);
  });
});

/** As the store keeps it. */
function packed(state: GroupState): number {
  return deflateRawSync(JSON.stringify(state)).length;
}
