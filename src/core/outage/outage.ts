import { readEntry, type TimelineEntry } from '#core/outage/timeline';
import type { Layer } from '#core/run/layer';
import type { Kind } from '#core/run/verdict';
import type { Between, Instant } from '#core/time/time';

/** Confidence of the cause. `likely` is written as "추정". */
export type Confidence = 'certain' | 'likely' | 'unclear';

export interface Cause {
  readonly layer: Layer;
  readonly kind: Kind;
  readonly confidence: Confidence;
  /**
   * Several services, working outer layers and equal signatures: the fault is in one shared thing.
   */
  readonly shared: boolean;
  /** Database text was seen. Only then may a notice say DB오류. */
  readonly databaseText: boolean;
  /** Only some requests fail: share of failed runs from the first to the latest failure. */
  readonly failedShare?: number;
  readonly signature?: string;
  /** The words seen on the page, for email and report. */
  readonly matched?: string;
}

/** One service down. */
export interface Incident {
  readonly service: string;
  readonly startedBetween: Between;
  readonly endedBetween?: Between;
  /** It was down when watching stopped, so its end is unknown. */
  readonly unwatched?: true;
  /** It did not end with the others: id of the outage in which it continues. */
  readonly goesOnAs?: string;
  readonly layer: Layer;
  readonly kind: Kind;
  readonly signature?: string;
  readonly databaseText: boolean;
  readonly matched?: string;
  /** Layers that still pass in the failing runs. */
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

/** A note about an outage. Kept forever, in its own item. */
export interface NumberedNote extends OutageNote {
  /** Number among the notes of its outage, from 1. */
  readonly number: number;
  /** Set when the note was withdrawn. Its text is then deleted. */
  readonly withdrawn?: Deed;
}

/** The incidents of one group with one cause. Kept forever. */
export interface Outage {
  readonly schema: 1;
  /** Version of the group's state when this was written. Absent in the state itself. */
  readonly revision?: number;
  /** `<group>-<yyyymmdd>-<hhmm>` in KST of the first failure. Adds `-2` … if that id exists. */
  readonly id: string;
  readonly group: string;
  /** The ended outage whose closing notice named these services as still down. */
  readonly continues?: string;
  readonly state: 'open' | 'closed';
  readonly cause: Cause;
  readonly incidents: readonly Incident[];
  /** Services of the group that were up when it opened or was last updated. */
  readonly unaffected: readonly string[];
  readonly startedBetween: Between;
  readonly endedBetween?: Between;
  /** Time of the opening / closing by us. */
  readonly openedAt: Instant;
  readonly closedAt?: Instant;
  /** Lower bound of downtime: first bad to last bad (or to now while open), seconds. */
  readonly downSeconds: number;
  readonly recurrences: number;
  /** A drill that a person started. Every notice says so. */
  readonly drill?: true;
  /** The only channel of its notices. Absent: all. */
  readonly drillChannel?: string;
  /** Of the link with which a recipient says that it arrived. */
  readonly drillCode?: string;
  /** Reminders stop while it is set. */
  readonly acknowledged?: Deed;
  /** The first acknowledgement. It stays if it is withdrawn or repeated. */
  readonly firstAcknowledged?: Deed;
  /** Notes in the format of an older version. New notes are separate items. */
  readonly notes: readonly OutageNote[];
  readonly timeline: readonly TimelineEntry[];
}

/** True if the outage hit one of these services. An empty list means the whole group. */
export function concerns(
  { incidents }: Pick<Outage, 'incidents'>,
  services: readonly string[],
): boolean {
  return services.length === 0 || incidents.some(({ service }) => services.includes(service));
}

/** Services that did not end with the others. */
export function goingOn({ incidents }: Pick<Outage, 'incidents'>): readonly string[] {
  return incidents.filter(({ goesOnAs }) => goesOnAs !== undefined).map(({ service }) => service);
}

/** Reads a stored outage, also of an older version. */
export function withFacts(stored: Outage): Outage {
  const timeline = stored.timeline.map(readEntry);
  const isNew = timeline.every((entry, index) => entry === stored.timeline[index]);
  return isNew ? stored : { ...stored, timeline };
}
