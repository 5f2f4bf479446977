import type { CheckRequest } from '#contract/messages';
import type { Layer } from '#core/run/layer';
import type { Result } from '#core/run/result';
import type { Instant } from '#core/time/time';

const ALL: readonly Layer[] = ['host', 'static', 'data', 'login-page', 'session'];

/** The result of a run of `request`: passed, unless `seen` differs. */
export function resultOf(
  request: Omit<CheckRequest, 'v'>,
  times: { readonly startedAt: Instant; readonly durationMs: number },
  seen: Partial<Result> = {},
): Result {
  const { startedAt, durationMs } = times;
  const layer = seen.layer ?? (request.depth as Layer);
  const reached = ALL.slice(0, ALL.indexOf(layer) + (seen.result === 'failed' ? 0 : 1));
  return {
    schema: 1,
    run: request.run,
    check: request.check,
    service: request.service,
    group: request.group,
    vantage: request.vantage,
    trigger: request.trigger,
    scheduledAt: request.scheduledAt,
    startedAt,
    finishedAt: startedAt + durationMs,
    durationMs,
    depth: request.depth as Layer,
    passedLayers: reached,
    attempts: 1,
    steps: [],
    evidence: [],
    requests: {},
    result: 'passed',
    layer,
    reason: 'As a test has it.',
    rule: 'test',
    ...seen,
  };
}

/** A data layer that does not answer. */
export const HANGS: Partial<Result> = {
  result: 'failed',
  kind: 'timeout',
  layer: 'data',
  signature: 'a1b2c3d4',
};
