import type { GroupState } from '#core/detection/group-state';
import { type Instant, MINUTE } from '#core/time/time';

/** Unsent work waits for the next tick, which may be late. */
const LONG_ENOUGH_MS = 6 * MINUTE;

/**
 * True if nothing can follow while everything works: no outage, notice, effect, silence or awaited
 * run is left, no earlier hour is unwritten, and every check has been up for some minutes.
 */
export function isAtRest(state: GroupState, now: Instant): boolean {
  const { checks, outages, outbox, awaiting, owed, silences, matters, doubtSince } = state;
  return (
    outbox.length === 0 &&
    awaiting.length === 0 &&
    owed.length === 0 &&
    doubtSince === undefined &&
    Object.keys(matters).length === 0 &&
    silences.every(({ to }) => to + LONG_ENOUGH_MS < now) &&
    Object.values(outages).every(({ phase }) => phase === 'closed') &&
    Object.values(checks).every(
      (check) =>
        check.state === 'up' && check.since + LONG_ENOUGH_MS < now && check.hours.length <= 1,
    )
  );
}
