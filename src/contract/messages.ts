/** What travels through the queues, as JSON. `v` is raised when a field changes its meaning. */

/** Why a check runs. `confirm`: its own failure is being confirmed; `sibling`: another's is. */
export type Trigger = 'scheduled' | 'confirm' | 'sibling' | 'manual';

/** One run of one check, asked for by the dispatcher or the evaluator. */
export interface CheckRequest {
  readonly v: 1;
  /** `<service>/<name>`, e.g. `work24/login`, `work24/probe`. */
  readonly check: string;
  readonly service: string;
  readonly group: string;
  /** Deterministic id of the run: the same request twice is one run. */
  readonly run: string;
  readonly trigger: Trigger;
  /** When the run should start, epoch ms. */
  readonly scheduledAt: number;
  /** Deepest layer the run may reach: permission and login stops are decided by the sender. */
  readonly depth: string;
  /** Vantage that should run it. */
  readonly vantage: string;
  /** The group is not calm: ask for an evaluation whatever the result, not only when it failed. */
  readonly urgent?: boolean;
}

/** What a carrier says became of one SMS, and of which notice. */
export interface CarrierReport {
  readonly outage: string;
  readonly notice: string;
  readonly channel: string;
  readonly route: 'primary' | 'fallback';
  /** Unique: the same report may come twice. */
  readonly id: string;
  /** Its last four digits alone. */
  readonly phone: string;
  readonly delivered: boolean;
  /** The provider's words, without numbers of phones. */
  readonly says: string;
}

/**
 * Asks the evaluator to fold what is new in a group. `end-to-end`: and to write a notice into the ledger
 * that is never sent. `carrier`: and to note what a carrier answered.
 */
export interface EvaluationRequest {
  readonly v: 1;
  readonly group: string;
  /** Epoch ms of the tick or the result behind it. */
  readonly at: number;
  readonly reason: 'tick' | 'result' | 'command' | 'end-to-end' | 'carrier';
  readonly carrier?: CarrierReport;
}

/** What EventBridge Scheduler sends to the dispatcher and the page writer. */
export interface TickEvent {
  /** ISO 8601 minute the tick belongs to: `<aws.scheduler.scheduled-time>`. */
  readonly scheduledTime: string;
}
