import { type Instant, MINUTE } from '#core/time/time';
import { loadHandler } from '#local/cloud/handlers';
import type { LocalSystem } from '#local/system/system';

/**
 * The minute to start at `now`, after the one that was started last. A clock that is set back goes
 * on from where it is. One minute back is a correction by less, and would repeat a minute.
 */
export function dueMinute(now: Instant, started: Instant | undefined): Instant | undefined {
  const minute = Math.floor(now / MINUTE) * MINUTE;
  return minute === started || minute + MINUTE === started ? undefined : minute;
}

/** The work that the scheduler starts each minute. */
export async function startMinute(at: Instant, { page }: Pick<LocalSystem, 'page'>): Promise<void> {
  const event = { scheduledTime: new Date(at).toISOString() };
  page?.call(event);
  await (await loadHandler('dispatcher'))(event);
}
