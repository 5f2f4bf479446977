import { describe, expect, it } from 'vitest';
import { emptyGroupState } from '#core/detection/group-state';
import { applyEffects } from '#pipeline/evaluate/apply-effects';
import type { EvaluatePorts } from '#pipeline/evaluate/ports';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';
import { channelOf } from '../../support/channels.ts';
import { memoryStores } from '../../support/memory/stores.ts';
import { outageOf } from '../../support/outages.ts';

const clock = { now: () => NINE_FIFTEEN, secondsUntil: () => 0 };

function ports(): EvaluatePorts {
  const configuration = aConfiguration();
  return {
    ...memoryStores(clock, configuration.retentionDays),
    clock,
    configuration,
    stage: 'prod',
    checkQueue: { send: async () => {} },
    channels: [channelOf()],
    metrics: { count: () => {} },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  };
}

describe('a note on an outage that is long over', () => {
  it('is added to its record, once however often the effect is applied', async () => {
    const given = ports();
    const outage = outageOf(['work24'], { state: 'closed' });
    await given.outages.put(outage);
    const note = { by: 'minji', at: NINE_FIFTEEN, text: '원인: 공유 DB 1번 노드 행' };
    const effect = { type: 'late-note', outage: outage.id, note } as const;
    const state = { ...emptyGroupState('moel', NINE_FIFTEEN), outbox: [effect] };
    await applyEffects(state, given);
    expect((await applyEffects(state, given)).size).toBe(1);
    const record = await given.outages.get(outage.id);
    expect(record?.notes).toEqual([note]);
    expect(record?.timeline.filter(({ type }) => type === 'note')).toHaveLength(1);
  });
});
