import { describe, expect, it } from 'vitest';
import { groupContext } from '#core/detection/context';
import type { Effect } from '#core/detection/effects';
import { boardOf, showsChange } from '#core/detection/group-board';
import { noticeOf } from '../../adapters/dynamodb/samples.ts';
import { HANGS } from '../../support/results.ts';
import { PASSES, quick, REFUSES, Watch } from '../../support/watch.ts';

const context = groupContext(quick(), 'moel', 'prod');
const PROBE = 'work24/probe';
const boardAfter = (watch: Watch) => boardOf(watch.state, context);

/** Forming since 65 s. */
const forming = () =>
  new Watch()
    .at(0, { [PROBE]: PASSES, 'eps/probe': PASSES })
    .at(60, { [PROBE]: HANGS, 'eps/probe': HANGS })
    .at(65, { [PROBE]: HANGS, 'eps/probe': HANGS });

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

  it('lists an outage once it is told, until it is over', () => {
    expect(boardAfter(forming()).openOutages).toEqual([]);
    const told = forming().at(95);
    expect(boardAfter(told).openOutages).toHaveLength(1);
    const passing = { [PROBE]: PASSES, 'eps/probe': PASSES };
    expect(boardAfter(told.every(60, [120, 360], passing)).openOutages).toEqual([]);
  });

  it('names the services of an outage that are still down, and says when it is acknowledged', () => {
    const watch = forming().at(95);
    watch.every(60, [120, 480], { [PROBE]: HANGS, 'eps/probe': PASSES });
    const [open] = boardAfter(watch).openOutages;
    expect(open).toMatchObject({ services: ['work24'], acknowledged: false });
    watch.ask(490, { type: 'acknowledge', outage: watch.outage.id });
    expect(boardAfter(watch).openOutages[0]?.acknowledged).toBe(true);
  });

  it('says that our own network is in doubt for as long as the control sites fail', () => {
    const watch = new Watch().at(0, { [PROBE]: PASSES, 'control/probe': PASSES });
    expect(boardAfter(watch).networkInDoubt).toBe(false);
    expect(boardAfter(watch.at(60, { 'control/probe': REFUSES })).networkInDoubt).toBe(true);
    expect(boardAfter(watch.at(120, { 'control/probe': PASSES })).networkInDoubt).toBe(false);
  });

  it('shows a check that nobody has run yet as unknown, without a run', () => {
    const work24 = boardAfter(new Watch().at(0, { [PROBE]: PASSES })).services.find(
      ({ service }) => service === 'work24',
    );
    const [login, probe] = ['work24/login', PROBE].map((id) =>
      work24?.checks.find(({ check }) => check === id),
    );
    expect(probe).toMatchObject({ state: 'up', lastResult: 'passed' });
    expect(login?.state).toBe('unknown');
    expect(login).not.toHaveProperty('lastRun');
  });
});
