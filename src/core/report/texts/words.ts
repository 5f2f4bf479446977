import type { CarrierState } from '#core/notice/carriers';
import type { WithheldReason } from '#core/outage/telling';
import type { TimelineFact } from '#core/outage/timeline';

/** Words that only a report uses. */
export interface ReportWords {
  readonly sections: Readonly<
    Record<'overview' | 'cause' | 'timeline' | 'evidence' | 'unseen' | 'notes', string>
  >;
  readonly overviewHead: readonly string[];
  readonly timelineHead: readonly string[];
  readonly notesHead: readonly string[];
  readonly timeline: Readonly<Record<Exclude<TimelineFact['type'], 'written'>, string>>;
  /** Why a notice was not sent. */
  readonly reasons: Readonly<Record<WithheldReason, string>>;
  readonly why: WhyWords;
  readonly ongoing: string;
  readonly confidence: string;
  readonly failedLayer: string;
  readonly intervalNote: string;
  readonly unseenNote: string;
  readonly databaseSeen: string;
  readonly databaseNotSeen: string;
  /** A silence: its reason and its end. */
  silencedUntil(reason: string, end: string): string;
  /** Before the id of a drill. */
  readonly drillMark: string;
  title(who: string, date: string, drill: boolean): string;
  subtitle(outage: string, writtenAt: string): string;
}

/** Sentences about who got a notice, who did not, and why. */
export interface WhyWords {
  readonly subtitle: string;
  /** Shown instead of an empty list. */
  readonly none: string;
  readonly sections: Readonly<Record<'seen' | 'decided' | 'told' | 'withheld', string>>;
  /** Title for a service without an outage. */
  readonly noOutage: string;
  /** Title above an outage's id. */
  readonly outage: string;
  readonly phoneAndEmail: string;
  readonly emailOnly: string;
  title(about: string): string;
  began(between: string, layer: string, kind: string): string;
  ended(between: string): string;
  sent(sent: {
    readonly time: string;
    readonly name: string;
    /** Absent for a channel that is one recipient. */
    readonly by: string | undefined;
    readonly channel: string;
    readonly messageId: string;
  }): string;
  /**
   * Carriers' answers to an SMS. `says`: the failures, each with its phone. Empty without failures.
   */
  readonly carrier: Readonly<
    Record<
      CarrierState,
      (answer: {
        readonly name: string;
        readonly delivered: number;
        readonly says: string;
      }) => string
    >
  >;
  /** Added to a failure that caused another try. */
  readonly fellBack: string;
  /** Used if nothing was really sent. */
  wouldBeSent(time: string, name: string, by: string): string;
  notTaken(refused: {
    readonly name: string;
    readonly channel: string;
    readonly attempts: number;
    readonly lastError: string;
  }): string;
  /** A notice and why somebody does not get it. */
  reason(name: string, reason: string): string;
  /** No notice is sent from this time on. */
  held(time: string, reason: string): string;
  nothing(name: string, from: string, to: string): string;
  /** `last`: time of the latest run, if there is one. */
  now(state: string, last: string | undefined): string;
  /** Used if the state is not known. */
  readonly unsure: string;
}
