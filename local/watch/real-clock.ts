import type { LoopClock } from '#local/replay/event-loop';

/** The time of day: it cannot be held, and jumps by itself when the machine sleeps. */
export const realClock: LoopClock = {
  now: () => Date.now(),
  holdAt: () => {},
  jumpTo: () => {},
  realMsUntil: (at) => Math.max(0, at - Date.now()),
};
