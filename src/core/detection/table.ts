import type { ShownState } from '#core/outage/shown-state';

/**
 * An event of a check. A usable run without an open incident gives `good`, `slow`, `mixed`, `bad`
 * or `confirmed`. With an open incident it gives `confirmed`, `passing` or `recovered`.
 */
export const CHECK_EVENTS = [
  /** Passed, without a recent failure. */
  'good',
  /** Degraded, without a recent failure. */
  'slow',
  /** Passed or degraded, but a recent failure could still become an incident. */
  'mixed',
  /** Failed, but not often enough yet. */
  'bad',
  /** Failed often enough, or again during its incident. */
  'confirmed',
  /** Passed during its incident, but not long enough yet. */
  'passing',
  /** The incident of its service has ended. */
  'recovered',
  /** A run without information: inconclusive, or inside a maintenance window. */
  'neutral',
  /** No usable run for too long, or a failure while our own network was in doubt. */
  'silent',
  'window',
  'window-over',
] as const;

export type CheckEvent = (typeof CHECK_EVENTS)[number];

type Row = Readonly<Record<CheckEvent, ShownState>>;

/** The usual next states. The row of a state may differ. */
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

/** Every (state, event) pair. A run from before a window may arrive during the window. */
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
