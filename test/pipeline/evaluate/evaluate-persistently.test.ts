import { describe, expect, it } from 'vitest';
import { METRICS } from '#contract/metrics';
import { VersionConflictError } from '#core/errors';
import { evaluatePersistently } from '#pipeline/evaluate/evaluate-persistently';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { EvaluationBench } from '../../support/evaluation.ts';

const request = { v: 1, group: 'moel', at: NINE_FIFTEEN, reason: 'tick' } as const;

/** A store whose commit fails the first `times` times. */
function failing(times: number): EvaluationBench {
  const bench = new EvaluationBench();
  const { groups } = bench.ports;
  let left = times;
  const commit: typeof groups.commit = async (state) => {
    left -= 1;
    if (left >= 0) throw new VersionConflictError('Overtaken.', 'Evaluate the group again.');
    await groups.commit(state);
  };
  bench.ports = { ...bench.ports, groups: { ...groups, commit } };
  return bench;
}

describe('an evaluation that fails', () => {
  it('is tried again at once, so that its group does not wait for the message to come back', async () => {
    const bench = failing(1);
    await expect(evaluatePersistently(request, bench.ports)).resolves.toMatchObject({ version: 1 });
    expect(bench.counted[METRICS.evaluationFailed]).toBeUndefined();
  });

  it('again is counted for its group and given back to the queue', async () => {
    const bench = failing(2);
    await expect(evaluatePersistently(request, bench.ports)).rejects.toThrow('Overtaken');
    expect(bench.counted[METRICS.evaluationFailed]).toBe(1);
  });
});
