import type { Instant } from '#core/time/time';
import { LATEST_TICK_MS } from '#local/cloud/aws/documented';

/** How unpunctual a scheduler is. */
export interface TickFaults {
  /** Latest arrival after the minute, ms; 59 s at most. */
  readonly latestMs: number;
  readonly missing: number;
  readonly twice: number;
}

export const PUNCTUAL: TickFaults = { latestMs: 0, missing: 0, twice: 0 };

/**
 * When the tick of a minute arrives: once, twice or never (EventBridge Scheduler: at least once).
 */
export function arrivalsOf(
  minute: Instant,
  { latestMs, missing, twice }: TickFaults,
  random: () => number,
): readonly Instant[] {
  if (random() < missing) return [];
  const arrive = () => minute + Math.floor(random() * Math.min(latestMs, LATEST_TICK_MS));
  return random() < twice ? [arrive(), arrive()] : [arrive()];
}
