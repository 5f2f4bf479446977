import type { Instant } from '#core/time/time';
import { loadHandler } from '#local/cloud/handlers';
import type { LocalSystem } from '#local/system/system';

/** The work that the scheduler starts each minute. */
export async function startMinute(at: Instant, { page }: Pick<LocalSystem, 'page'>): Promise<void> {
  const event = { scheduledTime: new Date(at).toISOString() };
  page?.call(event);
  await (await loadHandler('dispatcher'))(event);
}
