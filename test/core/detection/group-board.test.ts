import { describe, expect, it } from 'vitest';
import { groupContext } from '#core/detection/context';
import type { Effect } from '#core/detection/effects';
import { boardOf, showsChange } from '#core/detection/group-board';
import { noticeOf } from '../../adapters/dynamodb/samples.ts';
import { HANGS } from '../../support/results.ts';
import { PASSES, quick, Watch } from '../../support/watch.ts';

const context = groupContext(quick(), 'moel', 'prod');
const PROBE = 'work24/probe';

describe('the board of a group', () => {
  it('counts the notices that are not sent, and nothing else that is to be done', () => {
    const { state } = new Watch().at(0, { [PROBE]: PASSES });
    const outbox: Effect[] = [
      { type: 'notice', notice: noticeOf('moel-20240718-0915', 1) },
      { type: 'outage', outage: 'moel-20240718-0915' },
      { type: 'outage', outage: 'moel-20240718-0930' },
    ];
    expect(boardOf({ ...state, outbox }, context).unsentNotices).toBe(1);
  });

  it('shows a change when a service is in another state, not when it only passed again', () => {
    const watch = new Watch().at(0, { [PROBE]: PASSES });
    const before = watch.state;
    const { state: after } = watch.at(60, { [PROBE]: PASSES });
    expect(showsChange(before, after, context)).toBe(false);
    expect(showsChange(after, watch.at(120, { [PROBE]: HANGS }).state, context)).toBe(true);
  });
});
