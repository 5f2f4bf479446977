import {
  type CountsAs,
  type Failure,
  MAX_FAILURES_KEPT,
  type Sample,
  type Suspicion,
} from '#core/detection/group-state';
import type { Result } from '#core/run/result';
import { type Between, type Instant, SECOND } from '#core/time/time';
import { defined } from '../defined.ts';

/**
 * Each evaluation reads results again from this long before the previous one. A run starts at most
 * 180 s late and ends within 120 s, so every new result was scheduled within this time.
 */
export const OVERLAP_MS = 330 * SECOND;

/** A runner's clock may be ahead of ours by this much. */
export const CLOCK_SKEW_MS = 60 * SECOND;

export function isUsable({ mark }: Sample): boolean {
  return mark === 'passed' || mark === 'degraded' || mark === 'failed';
}

export function sampleOf(result: Result, mark: CountsAs, now: Instant): Sample {
  const from = Math.min(result.startedAt, now);
  return {
    run: result.run,
    scheduledAt: result.scheduledAt,
    from,
    to: Math.max(from, Math.min(result.finishedAt, now)),
    mark,
    ...defined({ layer: mark === 'failed' ? result.layer : undefined }),
  };
}

export function failureOf(result: Result, { from, to }: Sample): Failure {
  return {
    run: result.run,
    from,
    to,
    layer: result.layer,
    kind: result.kind ?? 'unknown',
    ...defined({ signature: result.signature, matched: result.matched }),
    databaseText: result.databaseText === true,
    passedLayers: result.passedLayers,
    evidence: result.evidence.slice(0, MAX_FAILURES_KEPT).map(({ key }) => key),
  };
}

/** Begin of failures: after the last good run before the first one, and by the end of that one. */
export function beginOf(goodBefore: Instant | null, { to }: Failure): Between {
  const isBefore = (goodBefore ?? to) < to;
  return { after: isBefore ? goodBefore : null, by: to };
}

/** The suspicion with one more failure. Keeps the first ones and the latest. */
export function suspect(
  suspicion: Suspicion | undefined,
  failure: Failure,
  goodBefore: Instant | null,
): Suspicion {
  if (!suspicion) return { goodBefore, failures: [failure] };
  const failures = [...suspicion.failures, failure].sort((a, b) => a.to - b.to);
  if (failures.length > MAX_FAILURES_KEPT) failures.splice(MAX_FAILURES_KEPT - 1, 1);
  return { ...suspicion, failures };
}

/** The last `count` usable samples from `countFrom` on, newest first. */
export function lastUsable(
  samples: readonly Sample[],
  countFrom: Instant,
  count: number,
): readonly Sample[] {
  const found: Sample[] = [];
  for (let index = samples.length - 1; index >= 0 && found.length < count; index -= 1) {
    const sample = samples[index];
    if (sample && sample.from >= countFrom && isUsable(sample)) found.push(sample);
  }
  return found;
}

/**
 * Samples with one more in its place, without those that are no longer needed: not read again, and
 * not among the last `keep` that count.
 */
export function withSample(
  samples: readonly Sample[],
  sample: Sample,
  { foldedBefore, keep }: { readonly foldedBefore: Instant; readonly keep: number },
): readonly Sample[] {
  const merged: Sample[] = [];
  let usable = samples.reduce(
    (sum, each) => sum + (isUsable(each) ? 1 : 0),
    isUsable(sample) ? 1 : 0,
  );
  let placed = false;
  const push = (each: Sample) => {
    const needed = each.scheduledAt >= foldedBefore || (isUsable(each) && usable <= keep);
    if (isUsable(each)) usable -= 1;
    if (needed) merged.push(each);
  };
  for (const each of samples) {
    if (!placed && sample.from < each.from) {
      push(sample);
      placed = true;
    }
    push(each);
  }
  if (!placed) push(sample);
  return merged;
}
