import type { Histogram } from '#core/history/histogram';
import type { Layer } from '#core/run/layer';
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

/** What a check saw of one layer. */
export interface LayerFigures {
  /** Time that the check was down because it stopped at this layer. */
  readonly downSeconds: number;
  /** What the layer's steps took, of runs that reached their end. See core/histogram.ts. */
  readonly latency: Histogram;
  /** `downSeconds` as the runs gave it; present while `retroactive` maintenance takes some of it. */
  readonly countedDown?: number;
}

/** A stretch of time, the end exclusive, declared maintenance when it was over. */
export interface DeclaredStretch {
  readonly from: Instant;
  readonly to: Instant;
  /** Id of the window. Hours keep it, so that the window can be withdrawn. */
  readonly window?: string;
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
  /** Failures that ended in it before they lasted. Absent: none, or counted by an older version. */
  readonly blips?: number;
  /** Read apart, because it is as large as the rest. Absent: not read, or counted by an older version. */
  readonly layers?: Readonly<Partial<Record<Layer, LayerFigures>>>;
  /** Time that was declared maintenance when it was over; absent: none. */
  readonly retroactive?: readonly DeclaredStretch[];
  /** Of an hour with `retroactive`: its seconds as the runs gave them, to go back to. */
  readonly counted?: StateSeconds;
}
