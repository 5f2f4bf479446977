import { readEntry, type TimelineEntry } from '#core/outage/timeline';
import type { Layer } from '#core/run/layer';
import type { Kind } from '#core/run/verdict';
import type { Between, Instant } from '#core/time/time';

/** How sure the cause is. `likely` is said as "추정". */
export type Confidence = 'certain' | 'likely' | 'unclear';

export interface Cause {
  readonly layer: Layer;
  readonly kind: Kind;
  readonly confidence: Confidence;
  /** Several services, outer layers fine, equal signatures: one thing they share. */
  readonly shared: boolean;
  /** Database text itself was seen; only then may a notice say DB오류. */
  readonly databaseText: boolean;
  /** Only some requests fail: share of the runs that did, from the first failure to the latest. */
  readonly failedShare?: number;
  readonly signature?: string;
  /** The words seen, for the email and the report. */
  readonly matched?: string;
}

/** One service down. */
export interface Incident {
  readonly service: string;
  readonly startedBetween: Between;
  readonly endedBetween?: Between;
  /** It was down when watching stopped, so its end is unknown. */
  readonly unwatched?: true;
  /** It did not end with the others: the outage in which it goes on. */
  readonly goesOnAs?: string;
  readonly layer: Layer;
  readonly kind: Kind;
  readonly signature?: string;
  readonly databaseText: boolean;
  readonly matched?: string;
  /** Layers still passing in the failing runs. */
  readonly passedLayers: readonly Layer[];
  /** Runs that opened it, oldest first. */
  readonly runs: readonly string[];
  /** Evidence keys of those runs. */
  readonly evidence: readonly string[];
}

/** Author and time of an action. */
export interface Deed {
  readonly by: string;
  readonly at: Instant;
}

/** A note as older versions kept it in the outage record. */
export interface OutageNote extends Deed {
  readonly text: string;
}

/** A note about an outage. Kept for good, in an item of its own. */
export interface NumberedNote extends OutageNote {
  /** Among those of its outage, from 1. */
  readonly number: number;
  /** Its text is deleted then. */
  readonly withdrawn?: Deed;
}

/** The incidents of one group with one cause. Kept for good. */
export interface Outage {
  readonly schema: 1;
  /** Version of the group's state that it was written from; none in the state itself. */
  readonly revision?: number;
  /** `<group>-<yyyymmdd>-<hhmm>` in KST of the first failure, with `-2` … when taken. */
  readonly id: string;
  readonly group: string;
  /** The outage that ended but for these services; its closing notice named them. */
  readonly continues?: string;
  readonly state: 'open' | 'closed';
  readonly cause: Cause;
  readonly incidents: readonly Incident[];
  /** Services of the group that stayed up when it opened or was last updated. */
  readonly unaffected: readonly string[];
  readonly startedBetween: Between;
  readonly endedBetween?: Between;
  /** When it was announced / closed by us. */
  readonly openedAt: Instant;
  readonly closedAt?: Instant;
  /** Lower bound of downtime: first bad to last bad (or to now while open), seconds. */
  readonly downSeconds: number;
  readonly recurrences: number;
  /** A rehearsal asked for by a person: every notice says so. */
  readonly drill?: true;
  /** The one channel that its notices go out on; absent: all. */
  readonly drillChannel?: string;
  /** Of the link with which a recipient says that it arrived. */
  readonly drillCode?: string;
  /** Reminders stop while it is set. */
  readonly acknowledged?: Deed;
  /** The first acknowledgement. It stays when it is taken back or repeated. */
  readonly firstAcknowledged?: Deed;
  /** Notes of an older version. They are items of their own now. */
  readonly notes: readonly OutageNote[];
  readonly timeline: readonly TimelineEntry[];
}

/** Those that did not end with the others. */
export function goingOn({ incidents }: Pick<Outage, 'incidents'>): readonly string[] {
  return incidents.filter(({ goesOnAs }) => goesOnAs !== undefined).map(({ service }) => service);
}

/** An outage as it was stored, by an older version perhaps. */
export function withFacts(stored: Outage): Outage {
  return { ...stored, timeline: stored.timeline.map(readEntry) };
}
