import type { LoopClock } from '#local/replay/event-loop';

/** The time of day. It cannot be held, and it jumps when the machine sleeps. */
export const realClock: LoopClock = {
  now: () => Date.now(),
  holdAt: () => {},
  jumpTo: () => {},
  realMsUntil: (at) => Math.max(0, at - Date.now()),
};
