import type { BoardGroup } from '#core/history/board';
import { type Instant, MINUTE } from '#core/time/time';

/** Evaluations come each minute; one older than three minutes says nothing about the present. */
export const VALID_FOR = 3 * MINUTE;

/** A time further ahead of `now` than this comes from a wrong clock. */
const AHEAD = MINUTE;

/** Whether a part of the board is still about the present. */
export function isFresh({ updatedAt }: Pick<BoardGroup, 'updatedAt'>, now: Instant): boolean {
  return now - updatedAt <= VALID_FOR && updatedAt - now <= AHEAD;
}
