import type { OutageState } from '#core/detection/group-state';
import { type Instant, SECOND } from '#core/time/time';

/** What came back must work for so many times `reopenWithinSeconds` before its end is told. */
const STEADY_TIMES = { once: 2, often: 8 } as const;
/** What came back is remembered for so many times `reopenWithinSeconds` after its end. */
const MEMORY_TIMES = 4;

/** How often its services failed again soon after an end, also in the outages just before it. */
export function returnsOf({ record, returnsBefore = 0 }: OutageState): number {
  return record.recurrences + returnsBefore;
}

/** How long an outage must work before its end, because its services came back, s. */
export function steadySeconds(returns: number, reopenWithinSeconds: number): number {
  if (returns === 0) return 0;
  return reopenWithinSeconds * (returns === 1 ? STEADY_TIMES.once : STEADY_TIMES.often);
}

/** How long a closed outage is kept: until it can no longer reopen, or while it is remembered. */
export function memoryMs(outage: OutageState, reopenWithinSeconds: number): number {
  return reopenWithinSeconds * (returnsOf(outage) > 0 ? MEMORY_TIMES : 1) * SECOND;
}

/**
 * Returns that a new outage of this service starts with. A service that came back and fails again
 * within the hour is not steady yet, even if its last outage is too old to go on.
 */
export function returnsBefore(
  outages: readonly OutageState[],
  { service, at }: { readonly service: string; readonly at: Instant },
  reopenWithinSeconds: number,
): number {
  const known = outages.filter(
    (one) =>
      returnsOf(one) > 0 &&
      one.record.incidents.some((incident) => incident.service === service) &&
      at - (one.record.closedAt ?? at) <= memoryMs(one, reopenWithinSeconds),
  );
  return known.length === 0 ? 0 : 1 + Math.max(...known.map(returnsOf));
}
