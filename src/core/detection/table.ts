import type { ShownState } from '#core/outage/shown-state';

/**
 * What happened to a check. `good`, `slow`, `mixed`, `bad` and `confirmed` come of a usable run
 * while no incident is open; `confirmed`, `passing` and `recovered` while one is.
 */
export const CHECK_EVENTS = [
  /** Passed, and no failure is near. */
  'good',
  /** Degraded, and no failure is near. */
  'slow',
  /** Passed or degraded, but a recent failure could still become an incident. */
  'mixed',
  /** Failed, not yet often enough. */
  'bad',
  /** Failed often enough, or again during its incident. */
  'confirmed',
  /** Passed during its incident, not yet long enough. */
  'passing',
  /** The incident of its service has ended. */
  'recovered',
  /** A run that says nothing: inconclusive, or inside a maintenance window. */
  'neutral',
  /** No usable run for too long, or one that failed while our own network was in doubt. */
  'silent',
  'window',
  'window-over',
] as const;

export type CheckEvent = (typeof CHECK_EVENTS)[number];

type Row = Readonly<Record<CheckEvent, ShownState>>;

/** The usual next states, unless the row of a state says otherwise. */
const USUAL = {
  good: 'up',
  slow: 'degraded',
  bad: 'suspect',
  confirmed: 'down',
  passing: 'recovering',
  recovered: 'up',
  silent: 'unknown',
  window: 'maintenance',
} as const;

/** Every (state, event) pair. A run from before a window may still come in while it lasts. */
export const TRANSITIONS: Readonly<Record<ShownState, Row>> = {
  up: { ...USUAL, mixed: 'up', neutral: 'up', 'window-over': 'up' },
  suspect: { ...USUAL, mixed: 'suspect', neutral: 'suspect', 'window-over': 'suspect' },
  down: { ...USUAL, mixed: 'recovering', bad: 'down', neutral: 'down', 'window-over': 'down' },
  recovering: {
    ...USUAL,
    mixed: 'recovering',
    bad: 'down',
    neutral: 'recovering',
    'window-over': 'recovering',
  },
  degraded: { ...USUAL, mixed: 'degraded', neutral: 'degraded', 'window-over': 'degraded' },
  maintenance: {
    good: 'maintenance',
    slow: 'maintenance',
    mixed: 'maintenance',
    bad: 'maintenance',
    confirmed: 'maintenance',
    passing: 'maintenance',
    recovered: 'maintenance',
    neutral: 'maintenance',
    silent: 'maintenance',
    window: 'maintenance',
    'window-over': 'unknown',
  },
  unknown: { ...USUAL, mixed: 'suspect', neutral: 'unknown', 'window-over': 'unknown' },
};

export function nextState(state: ShownState, event: CheckEvent): ShownState {
  return TRANSITIONS[state][event];
}
