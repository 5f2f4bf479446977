import type { Instant } from '#core/time/time';

/** The only source of "now". Virtual in replays. */
export interface Clock {
  now(): Instant;
  /** Whole real seconds until this clock shows `at`. 0 for a clock that jumps. */
  secondsUntil(at: Instant): number;
}

export interface Metrics {
  count(name: string, value: number, dimensions: Readonly<Record<string, string>>): void;
}

export interface Log {
  info(event: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(event: string, fields?: Readonly<Record<string, unknown>>): void;
  error(event: string, fields?: Readonly<Record<string, unknown>>): void;
}
