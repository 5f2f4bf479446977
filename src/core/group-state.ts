import type { Instant } from '#core/time';

/**
 * State of one group between evaluations. Placeholder shape of the parts other layers rely on;
 * detection owns the rest.
 */
export interface GroupState {
  readonly schema: 1;
  readonly group: string;
  /** Raised by one with each commit; a writer that lost the race gets VersionConflictError. */
  readonly version: number;
  readonly evaluatedAt: Instant;
}
