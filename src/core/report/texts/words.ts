import type { WithheldReason } from '#core/outage/telling';
import type { TimelineFact } from '#core/outage/timeline';

/** The words that only a report uses. */
export interface ReportWords {
  readonly sections: Readonly<
    Record<'overview' | 'cause' | 'timeline' | 'evidence' | 'unseen' | 'notes', string>
  >;
  readonly overviewHead: readonly string[];
  readonly timelineHead: readonly string[];
  readonly notesHead: readonly string[];
  readonly timeline: Readonly<Record<Exclude<TimelineFact['type'], 'written'>, string>>;
  /** Why somebody is not told. */
  readonly reasons: Readonly<Record<WithheldReason, string>>;
  readonly ongoing: string;
  readonly confidence: string;
  readonly failedLayer: string;
  readonly intervalNote: string;
  readonly unseenNote: string;
  readonly databaseSeen: string;
  readonly databaseNotSeen: string;
  title(who: string, date: string, drill: boolean): string;
  subtitle(outage: string, writtenAt: string): string;
}
