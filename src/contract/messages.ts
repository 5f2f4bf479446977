/** Messages in the queues, as JSON. `v` is incremented when a field changes its meaning. */

/** Why a check runs. `confirm`: to confirm its own failure. `sibling`: to confirm another's. */
export type Trigger = 'scheduled' | 'confirm' | 'sibling' | 'manual';

/** A requested run of one check, from the dispatcher or the evaluator. */
export interface CheckRequest {
  readonly v: 1;
  /** `<service>/<name>`, e.g. `work24/login`, `work24/probe`. */
  readonly check: string;
  readonly service: string;
  readonly group: string;
  /** Deterministic id of the run, so that a repeated request is the same run. */
  readonly run: string;
  readonly trigger: Trigger;
  /** When the run should start, epoch ms. */
  readonly scheduledAt: number;
  /** Deepest layer that the run may reach. The sender has checked permission and login stops. */
  readonly depth: string;
  /** Vantage that should run it. */
  readonly vantage: string;
  /** The group is not calm: request an evaluation for any result, not only for a failure. */
  readonly urgent?: boolean;
}

/** A carrier's report about one SMS, and the notice of that SMS. */
export interface CarrierReport {
  readonly outage: string;
  readonly notice: string;
  readonly channel: string;
  readonly route: 'primary' | 'fallback';
  /** Unique, because the same report may arrive twice. */
  readonly id: string;
  /** Only its last four digits. */
  readonly phone: string;
  readonly delivered: boolean;
  /** The provider's text, without phone numbers. */
  readonly says: string;
}

/**
 * Requests the evaluation of a group. `end-to-end`: also write a notice into the ledger that is
 * never sent. `carrier`: also record a carrier's answer.
 */
export interface EvaluationRequest {
  readonly v: 1;
  readonly group: string;
  /** Epoch ms of the tick or the result behind it. */
  readonly at: number;
  readonly reason: 'tick' | 'result' | 'command' | 'end-to-end' | 'carrier';
  readonly carrier?: CarrierReport;
}

/** The event from EventBridge Scheduler to the dispatcher and the page writer. */
export interface TickEvent {
  /** ISO 8601 minute of the tick: `<aws.scheduler.scheduled-time>`. */
  readonly scheduledTime: string;
}
