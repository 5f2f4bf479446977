import type { Instant } from '#core/time';

export const FAULT_MODES = [
  'ok',
  'slow',
  'hang',
  'refuse',
  'dns',
  'tls-expired',
  'http-500',
  'http-503',
  'db-error-page',
  'generic-error-page',
  'maintenance-page',
  'waiting-room',
  'blocked-page',
  'login-rejected',
  'login-option-absent',
  'password-expired',
  'changed-form',
  'blank-page',
  'spinner',
  'large-response-stall',
  'monitor-crash',
  'monitor-gap',
] as const;

/** What a simulated portal, or the monitor itself for `monitor-*`, does wrong. */
export type FaultMode = (typeof FAULT_MODES)[number];

export interface ScenarioFault {
  /** Service ids. */
  readonly services: readonly string[];
  readonly from: Instant;
  readonly to: Instant;
  readonly mode: FaultMode;
  /** Fraction of requests hit, 0 to 1. */
  readonly share: number;
  /** Delay for `slow`, stall for `hang` where a limit is wanted; ms. */
  readonly ms?: number;
}

/** An outage as data: what a scenario file says, times resolved to epoch ms. */
export interface Scenario {
  readonly name: string;
  readonly from: Instant;
  readonly to: Instant;
  /** Service ids taking part; all of the catalogue when the file names none. */
  readonly services: readonly string[];
  readonly faults: readonly ScenarioFault[];
}
