import type { StateSeconds } from '#core/history/rollup';

/** How much of a time a service could be used, and how much of it nobody knows. */
export interface Availability {
  /** Up-or-degraded time / known time, 0 to 1; null when nothing is known. Maintenance is apart. */
  readonly availability: number | null;
  /** Unknown time / time outside maintenance, 0 to 1; null when there is none. */
  readonly unknownShare: number | null;
}

export function availabilityOf({ up, degraded, down, unknown }: StateSeconds): Availability {
  const known = up + degraded + down;
  const asked = known + unknown;
  return {
    availability: known > 0 ? (up + degraded) / known : null,
    unknownShare: asked > 0 ? unknown / asked : null,
  };
}

export function totalSeconds(seconds: StateSeconds): number {
  return seconds.up + seconds.degraded + seconds.down + seconds.maintenance + seconds.unknown;
}

/**
 * Seconds of a service from those of its checks over one and the same period. A service is down
 * while any of its checks is, and unknown only while all of them are; exact as far as the checks'
 * bad times overlap, which they do when one cause stops them, and never an overstatement.
 */
export function combineChecks(checks: readonly StateSeconds[]): StateSeconds {
  const total = Math.max(0, ...checks.map(totalSeconds));
  const most = (state: keyof StateSeconds) => Math.max(0, ...checks.map((check) => check[state]));
  const maintenance = most('maintenance');
  const down = Math.min(most('down'), total - maintenance);
  const degraded = Math.min(most('degraded'), total - maintenance - down);
  // What a check has not counted yet, it does not know either.
  const blind = Math.min(...checks.map((check) => check.unknown + total - totalSeconds(check)));
  const unknown = Math.min(blind, total - maintenance - down - degraded);
  return {
    up: withoutDust(total - maintenance - down - degraded - unknown),
    degraded,
    down,
    maintenance,
    unknown: withoutDust(unknown),
  };
}

/** Sums of fractions leave some 1e-12 s, which would be 100 % of what is known where nothing is. */
function withoutDust(seconds: number): number {
  return Number.isFinite(seconds) && seconds > 1e-6 ? seconds : 0;
}
