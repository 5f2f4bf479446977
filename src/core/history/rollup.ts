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

/** Figures of one layer from one check. */
export interface LayerFigures {
  /** Time that the check was down because it stopped at this layer, s. */
  readonly downSeconds: number;
  /** Durations of the layer's steps in finished runs. See core/history/histogram.ts. */
  readonly latency: Histogram;
  /** `downSeconds` from the runs. Present while `retroactive` maintenance replaces part of it. */
  readonly countedDown?: number;
}

/** A stretch of time, the end exclusive, that was declared maintenance afterwards. */
export interface DeclaredStretch {
  readonly from: Instant;
  readonly to: Instant;
  /** Id of the window. Hours keep it, so that the window can be withdrawn. */
  readonly window?: string;
}

/** The part of a rollup that statistics of a group need. */
export type Totals = Pick<Rollup, 'check' | 'period' | 'start' | 'seconds' | 'blips'>;

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
  /** Sparse latency histogram: bucket index → count. See core/history/histogram.ts. */
  readonly latency: Readonly<Record<number, number>>;
  /** A closed month. It is never rewritten, even after its days have expired. */
  readonly frozen: boolean;
  /** Failures in the period that ended before they lasted. Absent: none, or an older version. */
  readonly blips?: number;
  /** Read separately, because it is as large as the rest. Absent: not read, or an older version. */
  readonly layers?: Readonly<Partial<Record<Layer, LayerFigures>>>;
  /** Time declared maintenance afterwards. Absent: none. */
  readonly retroactive?: readonly DeclaredStretch[];
  /** For an hour with `retroactive`: its original seconds from the runs. */
  readonly counted?: StateSeconds;
}
