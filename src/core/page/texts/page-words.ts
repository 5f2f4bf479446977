import type { Symptom } from '#core/notice/symptom';
import type { ShownState } from '#core/outage/shown-state';
import type { UpdateStatus } from '#core/outage/update';
import type { Language } from '#core/time/duration';

/** Words that only the public page uses, in one language. Times arrive ready to show. */
export interface PageWords {
  readonly language: Language;
  /** `services`: their common name. */
  title(services: string): string;
  description(services: string): string;
  readonly notOfficial: string;
  readonly simulated: string;
  /** `at`: end of the record. */
  record(at: string): string;
  readonly states: Readonly<Record<ShownState, string>>;
  readonly headline: {
    down(who: string, since: string, symptom: Symptom, cause: string): string;
    recovering(who: string, since: string): string;
    degraded(who: string): string;
    checking(who: string): string;
    partlyUnknown(who: string): string;
    maintenance(who: string): string;
    recovered(at: string, length: string): string;
    readonly up: string;
    readonly network: string;
    readonly neverSeen: string;
    /** A scenario that was played on a machine. */
    played(outages: number): string;
    /** `length`: time since the last data. */
    unknown(length: string): string;
    /** The headline that a browser shows when the page gets no refresh. */
    readonly stale: string;
  };
  /** One service or several, as the subject of a sentence. */
  who(first: string, others: number): string;
  writtenAt(at: string): string;
  validUntil(at: string): string;
  since(at: string): string;
  readonly labels: Readonly<Record<PageLabel, string>>;
  /** `reach`: the deepest page that the checks open. */
  reach(layer: string): string;
  /** Shown if another service's checks count for this one. */
  sameScreens(service: string): string;
  availability(percent: string): string;
  unknownShare(percent: string): string;
  days(count: number): string;
  month(year: number, month: number): string;
  operatedBy(operator: string): string;
  dayFigures: {
    readonly none: string;
    of(state: keyof PageWords['dayStates'], length: string): string;
    blips(count: number): string;
  };
  /** State of an outage as one sentence. Also the states that people give their updates. */
  readonly incident: Readonly<
    Record<'investigating' | 'identified' | 'monitoring' | 'resolved', string>
  >;
  readonly updateStates: Readonly<Record<UpdateStatus, string>>;
  readonly dayStates: Readonly<
    Record<'up' | 'degraded' | 'down' | 'maintenance' | 'unknown', string>
  >;
}

export type PageLabel =
  | 'skip'
  | 'meanwhile'
  | 'services'
  | 'outages'
  | 'noOutages'
  | 'unreadable'
  | 'maintenance'
  | 'noMaintenance'
  | 'running'
  | 'planned'
  | 'history'
  | 'notSeen'
  | 'responseTimes'
  | 'dailyFigures'
  | 'blips'
  | 'allOtherDaysUp'
  | 'allDaysUp'
  | 'date'
  | 'figures'
  | 'ongoing'
  | 'outagePage'
  | 'details'
  | 'data'
  | 'feed'
  | 'calendar'
  | 'contact'
  | 'otherLanguage'
  | 'toFront'
  | 'timesInKst'
  | 'method'
  | 'methodText'
  | 'noScript'
  | 'notFound'
  | 'oldest'
  | 'today'
  | 'updates'
  | 'briefFailures'
  | 'blipsMeaning';
