import type { BoardGroup } from '#core/history/board';
import { type Instant, MINUTE } from '#core/time/time';

/** Evaluations come each minute. One older than three minutes says nothing about the present. */
export const VALID_FOR = 3 * MINUTE;

/** A time further ahead of `now` than this is from a wrong clock. */
const AHEAD = MINUTE;

/** True if a part of the board still describes the present. */
export function isFresh({ updatedAt }: Pick<BoardGroup, 'updatedAt'>, now: Instant): boolean {
  return now - updatedAt <= VALID_FOR && updatedAt - now <= AHEAD;
}
