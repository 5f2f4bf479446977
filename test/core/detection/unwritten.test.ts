import { describe, expect, it } from 'vitest';
import type { Effect } from '#core/detection/effects';
import { emptyGroupState } from '#core/detection/empty-state';
import { unwrittenOf } from '#core/detection/unwritten';
import { emptyAccumulator } from '#core/history/rollup-math';
import { HOUR } from '#core/time/time';
import { rollupAt } from '../../adapters/dynamodb/samples.ts';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { PASSES, Watch } from '../../support/watch.ts';

const LOGIN = 'work24/login';

describe('the counts that the store of rollups may not have yet', () => {
  it('are empty for a check that was never seen', () => {
    const unwritten = unwrittenOf(emptyGroupState('moel', NINE_FIFTEEN), LOGIN);
    expect(unwritten).toEqual({ closed: [], running: [], countedTo: null });
  });

  it('include the running hour of a check, as far as it is counted', () => {
    const { state } = new Watch().every(60, [0, 600], { [LOGIN]: PASSES });
    const { running, countedTo } = unwrittenOf(state, LOGIN);
    expect(countedTo).toBe(NINE_FIFTEEN + 600_000);
    expect(running).toMatchObject([
      { check: LOGIN, service: 'work24', period: 'hour', frozen: false, seconds: { up: 600 } },
    ]);
  });

  it('include each closed hour of that check that waits to be written', () => {
    const own = rollupAt(NINE_FIFTEEN);
    const outbox: Effect[] = [
      { type: 'rollup', rollup: own },
      { type: 'rollup', rollup: { ...own, check: 'work24/probe' } },
      { type: 'outage', outage: 'moel-20240718-0915' },
    ];
    const state = { ...emptyGroupState('moel', NINE_FIFTEEN), outbox };
    expect(unwrittenOf(state, own.check).closed).toEqual([own]);
  });

  it('are a copy, so later additions do not show in them', () => {
    const hour = emptyAccumulator(NINE_FIFTEEN - (NINE_FIFTEEN % HOUR));
    const { state } = new Watch().at(0, { [LOGIN]: PASSES });
    const check = state.checks[LOGIN];
    if (!check) throw new Error('no check');
    const counting = { ...state, checks: { [LOGIN]: { ...check, hours: [hour] } } };
    const { running } = unwrittenOf(counting, LOGIN);
    hour.seconds.up += 60;
    expect(running[0]?.seconds.up).toBe(0);
  });
});
