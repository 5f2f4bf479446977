import type { Clock } from '#core/ports/ambient';

export const systemClock: Clock = {
  now: () => Date.now(),
  secondsUntil: (at) => Math.max(0, Math.ceil((at - Date.now()) / 1000)),
};
