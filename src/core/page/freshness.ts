import type { BoardGroup } from '#core/history/board';
import { type Instant, MINUTE } from '#core/time/time';

/** Evaluations come each minute: what is older than three says nothing about now. */
export const VALID_FOR = 3 * MINUTE;

/** A moment that lies ahead of `now` by more than this comes from a clock that is wrong. */
const AHEAD = MINUTE;

/** Whether a part of the board still speaks of now. */
export function isFresh({ updatedAt }: Pick<BoardGroup, 'updatedAt'>, now: Instant): boolean {
  return now - updatedAt <= VALID_FOR && updatedAt - now <= AHEAD;
}
