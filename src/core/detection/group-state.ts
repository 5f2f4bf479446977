import type { Effect } from '#core/detection/effects';
import type { Blip } from '#core/history/blip';
import type { Accumulator } from '#core/history/rollup-math';
import type { AttentionKind } from '#core/notice/matter';
import type { Heard } from '#core/outage/hearing';
import type { Deed, Outage } from '#core/outage/outage';
import type { ShownState } from '#core/outage/shown-state';
import type { WithheldReason } from '#core/outage/telling';
import type { Certificates } from '#core/run/certificates';
import type { Layer } from '#core/run/layer';
import type { Kind, Outcome } from '#core/run/verdict';
import type { Instant } from '#core/time/time';
import type { ServiceSeverity } from '#core/watch/catalogue';
import type { MaintenanceWindow } from '#core/watch/configuration';

/**
 * How a run counts. `excused`: inside a declared maintenance window. `doubted`: it failed while our
 * own network was in doubt.
 */
export type CountsAs = 'passed' | 'degraded' | 'failed' | 'inconclusive' | 'excused' | 'doubted';

/** One folded run, with the fields that later evaluations need. */
export interface Sample {
  readonly run: string;
  readonly scheduledAt: Instant;
  /** Start and end of the run. The service was seen between the two. */
  readonly from: Instant;
  readonly to: Instant;
  readonly mark: CountsAs;
  /** The layer where a failed run stopped. */
  readonly layer?: Layer;
}

/** A failed run, with the input for the cause. */
export interface Failure {
  readonly run: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly layer: Layer;
  readonly kind: Kind;
  readonly signature?: string;
  readonly matched?: string;
  readonly databaseText: boolean;
  readonly passedLayers: readonly Layer[];
  readonly evidence: readonly string[];
}

/** Failures that are not yet an incident. */
export interface Suspicion {
  /** Start of the last good run before the first failure. */
  readonly goodBefore: Instant | null;
  /** Oldest first, at most `MAX_FAILURES_KEPT`. */
  readonly failures: readonly Failure[];
}

/** Failures of a check among many passes, over a longer time than a suspicion. */
export interface Faint extends Pick<Suspicion, 'goodBefore'> {
  readonly first: Failure;
  /** Usable runs from the first failure on, and the failed ones. */
  readonly runs: number;
  readonly failed: number;
}

/** The latest run of a check, with any result. */
export interface LatestRun {
  readonly run: string;
  readonly at: Instant;
  readonly result: Outcome;
  readonly kind?: Kind;
  readonly durationMs: number;
  readonly reached: Layer;
  readonly layersMs?: Readonly<Partial<Record<Layer, number>>>;
  readonly certificateDays?: number;
}

export interface CheckState {
  readonly state: ShownState;
  readonly since: Instant;
  /** When the monitor began to watch this check. */
  readonly knownSince: Instant;
  /** Oldest first by `from`: samples that may be read again, and the last `n` that count. */
  readonly samples: readonly Sample[];
  /** Samples from this instant on count towards opening. */
  readonly countFrom: Instant;
  /** End of the last passed, degraded or failed run. */
  readonly usableAt: Instant | null;
  readonly lastGood: Instant | null;
  readonly suspicion?: Suspicion;
  /** Outlives `suspicion`; the rule is in detection/faint.ts. */
  readonly faint?: Faint;
  /** True while this check holds its service's incident open. */
  readonly open: boolean;
  readonly latest?: LatestRun;
  /** Results folded since this state began, for counters. */
  readonly counts?: Readonly<Partial<Record<Outcome, number>>>;
  /** Runs whose time is not counted yet, from the last counted moment on, which is the first. */
  readonly unsettled: readonly Sample[];
  /** Time is counted up to this instant. */
  readonly settledTo: Instant | null;
  /** Hours not yet written, oldest first. */
  readonly hours: readonly Accumulator[];
}

/** The open incident of a service; its public half is in the outage's record. */
export interface OpenIncident {
  readonly outage: string;
  readonly layer: Layer;
  readonly kind: Kind;
  readonly openedAt: Instant;
  readonly firstBadTo: Instant;
  readonly lastBadFrom: Instant;
  /** Checks that failed and have not passed since. */
  readonly waiting: readonly string[];
  /** Passes in a row that reach the failing layer: at its address, and of its own runs alone. */
  readonly passes: number;
  readonly ownPasses?: number;
  readonly passingFrom?: Instant;
  /** End of the first pass in the row. */
  readonly firstGoodTo?: Instant;
}

/** Value of `firstBadTo` for an incident without a failure since its maintenance began. */
export const NOT_YET = Number.MAX_SAFE_INTEGER;

export interface ServiceState {
  readonly state: ShownState;
  readonly since: Instant;
  readonly incident?: OpenIncident;
  /** When the pace of the service's checks last changed. */
  readonly paceSince: Instant;
  /** Set by one rejected login until a person resets it, because accounts lock. */
  readonly loginStoppedSince?: Instant;
  /** Why failures without an incident caused no notice. Absent: nothing to tell. */
  readonly withheld?: WithheldReason;
}

/** Passes of an outage's services without a failure between them, on any of its addresses. */
export interface PassRow {
  /** Start of the first pass. */
  readonly from: Instant;
  readonly passes: number;
  readonly addresses: readonly string[];
  /** The latest run. Absent in states of older evaluators. */
  readonly run?: string;
}

export interface OutageState {
  readonly record: Outage;
  /** `forming`: waits for siblings. `closed`: kept for a while (detection/returns.ts). */
  readonly phase: 'forming' | 'open' | 'closed';
  /** When the first confirming runs were requested. */
  readonly askedAt: Instant;
  readonly lookAt?: Instant; // Phones ring once a run that starts then or later has failed.
  readonly seq: number; // Notices composed so far.
  /** Passes since the latest failure of any service of the outage. */
  readonly row?: PassRow;
  /** Usable runs of its services from the first to the latest failure, with the failed ones. */
  readonly seen: { readonly runs: number; readonly failed: number };
  /** Services named in the latest opened or updated notice. Absent: no notice yet. */
  readonly told?: readonly string[];
  readonly toldAt?: Instant;
  /** Absent in states of older versions: then everybody knows about the services in `told`. */
  readonly heard?: Heard;
  /** Severities of the opening notice, the gravest first. Absent: only `critical`. */
  readonly severities?: readonly ServiceSeverity[];
  /** When phones rang for its opening, and when again, by seconds of `remindAfterSeconds`. */
  readonly rang?: { readonly at: Instant; readonly again: Readonly<Record<string, Instant>> };
  /** Since when the affected services are `changedTo`, which differs from `told`. */
  readonly changedAt?: Instant;
  readonly changedTo?: readonly string[];
  /** Number of `updated` notices and reminders since the opening notice. */
  readonly updates?: number;
  readonly returnsBefore?: number; // Of its services, in the outages just before it.
  /** The closing notice is pending because its services are silenced. */
  readonly endUntold?: true;
  readonly nextReminderAt?: Instant;
  /** Why a notice waits, by its type; for phones that asked to be reminded, also by the delay. */
  readonly withheld?: Readonly<Record<string, WithheldReason>>;
  /** Latest time when siblings were asked to show recovery. */
  readonly recoveryAskedAt?: Instant;
  /** Finished stretches of downtime, oldest first, without overlap. */
  readonly spans: readonly { readonly from: Instant; readonly to: Instant }[];
}

/** Author, time and reason are absent in states of older versions. */
export interface Silence extends Partial<Deed> {
  readonly id: string;
  /** Empty: the whole group. */
  readonly services: readonly string[];
  readonly from: Instant;
  readonly to: Instant;
  readonly reason?: string;
}

/** Maintenance declared through the API, with author and time. */
export type DeclaredWindow = MaintenanceWindow &
  Partial<Deed> & {
    /** The window had begun, or was over, when it was declared. */
    readonly retroactive?: true;
  };

/** A run that the evaluator requested and waits for before a notice. */
export interface Awaited {
  readonly check: string;
  readonly since: Instant;
  /** The opening notice waits for it, because it shows which other services are affected. */
  readonly sibling?: true;
}

export interface RaisedAttention {
  readonly at: Instant;
  /** May be raised again after this. null: only after it has cleared. */
  readonly again: Instant | null;
  /** The matter has passed since. Forgotten at `again`. */
  readonly cleared?: true;
}

/** An attention with the services that no message has named yet. */
export interface HeldMatter {
  readonly services: readonly string[];
  readonly detail: string;
  /** Those that expire soon. */
  readonly certificates?: Certificates;
  readonly toldAt?: Instant;
}

/** State of one group between evaluations. The evaluator commits everything through it. */
export interface GroupState {
  readonly schema: 1;
  readonly group: string;
  /** Incremented with each commit. A writer that lost the race gets VersionConflictError. */
  readonly version: number;
  readonly evaluatedAt: Instant;
  readonly checks: Readonly<Record<string, CheckState>>;
  readonly services: Readonly<Record<string, ServiceState>>;
  readonly controls: Readonly<Record<string, readonly Sample[]>>;
  readonly outages: Readonly<Record<string, OutageState>>;
  /** Latest outage ids, so that no id is used twice. */
  readonly outageIds: readonly string[];
  /** Since when our own network is in doubt. */
  readonly doubtSince?: Instant;
  /** When people last changed how past time is counted. */
  readonly rewrittenAt?: Instant;
  readonly awaiting: readonly Awaited[];
  /** Checks whose confirming run waits until their host's budget is renewed. */
  readonly owed: readonly string[];
  /** Number of extra runs requested, by `<minute when they are due> <host>`. */
  readonly extra: Readonly<Record<string, number>>;
  readonly silences: readonly Silence[];
  /** Declared through the API. */
  readonly windows: readonly DeclaredWindow[];
  /** By `<check or service> <what>`. */
  readonly attentions: Readonly<Record<string, RaisedAttention>>;
  readonly attentionSeq: number;
  readonly matters: Readonly<Partial<Record<AttentionKind, HeldMatter>>>;
  /** Ids of folded commands that may be read again. */
  readonly commands: readonly string[];
  /** All commands up to this id are folded or forgotten, even if they are not in `commands`. */
  readonly commandsThrough?: string;
  /** Oddities already logged, newest last. */
  readonly oddities: readonly string[];
  /** Latest failures that ended before they lasted long enough, oldest first. */
  readonly blips: readonly Blip[];
  /** Effects that may not be done yet. Applied after each commit until known to be done. */
  readonly outbox: readonly Effect[];
}

export const MAX_FAILURES_KEPT = 3;
