import type { StateSeconds } from '#core/history/rollup';

/** The share of a period when a service was available, and the share that is unknown. */
export interface Availability {
  /** Up-or-degraded time / known time, 0 to 1. null if nothing is known. Excludes maintenance. */
  readonly availability: number | null;
  /** Unknown time / time outside maintenance, 0 to 1. null if there is no such time. */
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
 * Seconds of a service from those of its checks over the same period. A service is down while any
 * check is down, and unknown only while all are unknown. The result is exact if the checks' bad
 * times overlap, as with one cause, and never too high.
 */
export function combineChecks(checks: readonly StateSeconds[]): StateSeconds {
  const total = Math.max(0, ...checks.map(totalSeconds));
  const most = (state: keyof StateSeconds) => Math.max(0, ...checks.map((check) => check[state]));
  const maintenance = most('maintenance');
  const down = Math.min(most('down'), total - maintenance);
  const degraded = Math.min(most('degraded'), total - maintenance - down);
  // Time that a check has not counted yet is unknown.
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

/**
 * Sums of fractions leave about 1e-12 s. Without this limit that would count as 100 % of the known
 * time.
 */
function withoutDust(seconds: number): number {
  return Number.isFinite(seconds) && seconds > 1e-6 ? seconds : 0;
}
