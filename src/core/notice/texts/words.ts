import type { AttentionKind, Matter } from '#core/notice/matter';
import type { Symptom } from '#core/notice/symptom';
import type { Confidence } from '#core/outage/outage';
import type { ShownState } from '#core/outage/shown-state';
import type { NoticeType } from '#core/outage/telling';
import type { Layer } from '#core/run/layer';
import type { Kind } from '#core/run/verdict';
import type { Language } from '#core/time/duration';

/** All words of notices and reports, in one language. */
export interface Words {
  readonly language: Language;
  readonly tags: Readonly<Record<NoticeType | 'reopened' | 'drill', string>>;
  readonly symptoms: Readonly<Record<Symptom, string>>;
  readonly working: string;
  /** The service was no longer watched before it was seen to work. */
  readonly endUnknown: string;
  /** Only some requests fail. The number is the percentage of the runs. */
  someFail(percent: number): string;
  /** One name per state, used everywhere. */
  readonly states: Readonly<Record<ShownState, string>>;
  /** The finding of the checks as a sentence. */
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly layers: Readonly<Record<Layer, string>>;
  readonly confidence: Readonly<Record<Confidence, string>>;
  readonly attention: Readonly<
    Record<AttentionKind, { readonly what: string; readonly todo: string }>
  >;
  readonly causes: {
    readonly database: string;
    readonly sharedData: string;
    readonly shared: string;
    readonly single: string;
    /** Added if the cause is inferred. */
    readonly likely: string;
  };
  readonly labels: Readonly<Record<Label, string>>;
  /** `고용24 외 5곳`. */
  andOthers(name: string, others: number): string;
  recurred(times: number): string;
  /** The service works again since a time. */
  ended(time: string): string;
  /** Services that did not end with the others. */
  stillDown(names: string): string;
  /** Length of the downtime, after `ended`. */
  lasted(length: string): string;
  count(services: number): string;
  /** From a time until now. */
  from(time: string): string;
  /** A cause and the layer where runs stopped. */
  failedAt(cause: string, layer: string): string;
  /** Details of an attention; `reason` is an English sentence. */
  detail(matter: Matter): string;
  /** A moment between two times. */
  between(after: string, by: string): string;
  /** Without an earlier result: only the upper bound. */
  notLaterThan(by: string): string;
}

export type Label =
  | 'what'
  | 'since'
  | 'until'
  | 'duration'
  | 'services'
  | 'fine'
  | 'concerned'
  | 'none'
  | 'seen'
  | 'words'
  | 'cause'
  | 'evidence'
  | 'noEvidence'
  | 'withToken'
  | 'allOfIt'
  | 'status'
  | 'runbook'
  | 'citizens'
  | 'notice'
  | 'added'
  | 'removed'
  | 'stillDown'
  | 'allWork'
  | 'ownBegins'
  | 'graver'
  | 'othersWork'
  | 'goesOn'
  | 'ownWorks'
  | 'endUnseen'
  | 'unwatched'
  | 'servicesWere'
  | 'unaffected'
  | 'seenDown'
  | 'drillNote'
  | 'drillLink'
  | 'acknowledged'
  | 'passing'
  | 'detail'
  | 'todo'
  | 'noOutage';
