import type { Kind, Outcome } from '#core/run/verdict';
import type { Period } from '#core/time/calendar';
import type { Instant } from '#core/time/time';

export interface StateSeconds {
  readonly up: number;
  readonly degraded: number;
  readonly down: number;
  readonly maintenance: number;
  readonly unknown: number;
}

/** Counts, states and latency of one check over one period. Mergeable by addition. */
export interface Rollup {
  readonly schema: 1;
  readonly check: string;
  readonly service: string;
  readonly period: Period;
  /** Start of the period: UTC hour; KST midnight for days and months. */
  readonly start: Instant;
  readonly seconds: StateSeconds;
  readonly results: Readonly<Partial<Record<Outcome, number>>>;
  readonly kinds: Readonly<Partial<Record<Kind, number>>>;
  /** Sparse latency histogram: bucket index → count. See core/histogram.ts. */
  readonly latency: Readonly<Record<number, number>>;
  /** A closed month. It is never rewritten, even after its days have expired. */
  readonly frozen: boolean;
  /** Time that was declared maintenance when it was over; absent: none. */
  readonly retroactive?: readonly { readonly from: Instant; readonly to: Instant }[];
}
