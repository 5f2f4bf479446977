import type { Symptom } from '#core/notice/symptom';
import type { ShownState } from '#core/outage/shown-state';
import type { UpdateStatus } from '#core/outage/update';
import type { Language } from '#core/time/duration';

/** The words that only the public page uses, in one language. Times are given as they are to be shown. */
export interface PageWords {
  readonly language: Language;
  /** `services`: what they are called together. */
  title(services: string): string;
  description(services: string): string;
  readonly notOfficial: string;
  readonly simulated: string;
  /** `at`: until when the record goes. */
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
    /** `length`: for how long nothing has come in. */
    unknown(length: string): string;
    /** The headline in a browser when the page is not refreshed. */
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
  /** Beside it, where another service's checks speak for this one. */
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
  /** Where an outage stands, as one sentence; also the states that people give their updates. */
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
