/** Epoch milliseconds, UTC. Core calculates with these. The edges format them. */
export type Instant = number;

/**
 * Bounds of a moment that no run saw: after `after`, not later than `by`. `after` is null if
 * nothing was known before (a check's first result).
 */
export interface Between {
  readonly after: Instant | null;
  readonly by: Instant;
}

export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;
