import type { z } from '@hono/zod-openapi';
import type { Result } from '#core/run/result';
import type * as schemas from '#lambda/api/schemas/results';
import type { ResultDetail } from '#pipeline/history/read-results';
import { iso } from './time.ts';

export function resultView(result: Result): z.infer<typeof schemas.result> {
  return {
    run: result.run,
    check: result.check,
    service: result.service,
    group: result.group,
    vantage: result.vantage,
    trigger: result.trigger,
    result: result.result,
    kind: result.kind ?? null,
    layer: result.layer,
    reason: result.reason,
    rule: result.rule,
    matched: result.matched ?? null,
    signature: result.signature ?? null,
    scheduledAt: iso(result.scheduledAt),
    startedAt: iso(result.startedAt),
    finishedAt: iso(result.finishedAt),
    durationMs: result.durationMs,
    depth: result.depth,
    passedLayers: [...result.passedLayers],
    attempts: result.attempts,
    phasesMs: result.phases ?? null,
    certificateDays: result.certificateDays ?? null,
    note: result.note ?? null,
  };
}

/** A permanent path. The link behind it is signed anew each time. */
export function evidencePath(key: string): string {
  return `/v1/evidence/${key}`;
}

export function resultDetailView(detail: ResultDetail): z.infer<typeof schemas.resultDetail> {
  return {
    ...resultView(detail.result),
    steps: detail.result.steps.map((step) => ({ ...step, error: step.error ?? null })),
    requests: { ...detail.result.requests },
    evidence: detail.evidence.map(({ type, contentType, bytes, key, step, takenAt }) => ({
      type,
      contentType,
      bytes,
      url: evidencePath(key),
      step: step ?? null,
      takenAt: takenAt === undefined ? null : iso(takenAt),
    })),
  };
}
