import type { Result } from '#core/run/result';

/** Fields that the evaluation needs in each result. */
const FIELDS = {
  run: 'string',
  check: 'string',
  service: 'string',
  group: 'string',
  trigger: 'string',
  result: 'string',
  layer: 'string',
  reason: 'string',
  scheduledAt: 'number',
  startedAt: 'number',
  finishedAt: 'number',
  durationMs: 'number',
} as const satisfies Partial<Record<keyof Result, 'string' | 'number'>>;

const TYPES = Object.entries(FIELDS) as readonly [keyof Result, string][];

const LISTS = ['passedLayers', 'steps', 'evidence'] as const satisfies readonly (keyof Result)[];

/**
 * Runner and prober meet the open web and may write results. An incomplete one must not stop the
 * evaluation of all others.
 */
export function isWholeResult(document: Result): boolean {
  if (typeof document !== 'object' || document === null) return false;
  return (
    TYPES.every(([field, type]) => typeof document[field] === type) &&
    LISTS.every((field) => Array.isArray(document[field]))
  );
}
