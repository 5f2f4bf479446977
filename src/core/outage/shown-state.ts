/** States of a check or a service as people see them, the gravest first. */
export const SHOWN_STATES = [
  'down',
  'recovering',
  'suspect',
  'degraded',
  'unknown',
  'maintenance',
  'up',
] as const;

export type ShownState = (typeof SHOWN_STATES)[number];

/** The gravest of several states; `unknown` for none. */
export function gravest(states: readonly ShownState[]): ShownState {
  return SHOWN_STATES.find((state) => states.includes(state)) ?? 'unknown';
}
