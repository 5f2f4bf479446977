import type { Trigger } from '#contract/messages';
import type { Certificates } from '#core/run/certificates';
import type { Layer } from '#core/run/layer';
import type { Verdict } from '#core/run/verdict';
import type { Instant } from '#core/time/time';

export type StepStatus = 'passed' | 'failed' | 'soft-failed' | 'skipped';

export interface StepRecord {
  readonly name: string;
  readonly layer: Layer;
  readonly status: StepStatus;
  /** Time since the run began, ms. */
  readonly startedMs: number;
  readonly durationMs: number;
  readonly error?: string;
}

/** Phases of one HTTP exchange, ms. Phases that were not reached are absent. */
export interface PhaseTimings {
  readonly dns?: number;
  readonly connect?: number;
  readonly tls?: number;
  readonly firstByte?: number;
  readonly body?: number;
}

export type EvidenceType =
  /** Where the run stopped. */
  | 'screenshot'
  /** Picture of a successful step in this run. */
  | 'step-screenshot'
  /** Picture of a failed step when it last succeeded. */
  | 'last-good-screenshot'
  | 'page-text'
  | 'requests'
  | 'console'
  | 'dialogs'
  | 'trace';

/** A stored artefact. `key` is content-addressed: `<class>/<sha256>.<ext>`. */
export interface Evidence {
  readonly type: EvidenceType;
  readonly key: string;
  readonly contentType: string;
  readonly bytes: number;
  /** Name of the step in a picture, and the scheduled time of its run. */
  readonly step?: string;
  readonly takenAt?: Instant;
}

/** One run of one check, as stored. Times are epoch ms; durations ms. */
export interface Result extends Verdict {
  readonly schema: 1;
  readonly run: string;
  readonly check: string;
  readonly service: string;
  readonly group: string;
  readonly vantage: string;
  readonly trigger: Trigger;
  readonly scheduledAt: Instant;
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
  /** Wall time of the run in ms, measured by a monotonic timer. */
  readonly durationMs: number;
  /** Deepest layer this run was allowed to try. */
  readonly depth: Layer;
  /** Layers that were seen to work in this run. */
  readonly passedLayers: readonly Layer[];
  /** Tries inside the run. More than 1 only after the monitor's own fault. */
  readonly attempts: number;
  readonly steps: readonly StepRecord[];
  readonly phases?: PhaseTimings;
  readonly evidence: readonly Evidence[];
  /** Certificates of every TLS host on the way. Absent in older versions. */
  readonly certificates?: Certificates;
  /** Days until the first of them expires. */
  readonly certificateDays?: number;
  /** Requests sent, by host. */
  readonly requests: Readonly<Record<string, number>>;
  /** Parts that the run left out, with the reason, e.g. "로그인 허가 없음". */
  readonly note?: string;
}
