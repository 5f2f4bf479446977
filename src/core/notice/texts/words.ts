import type { AttentionKind, Matter } from '#core/notice/matter';
import type { Symptom } from '#core/notice/symptom';
import type { Confidence } from '#core/outage/outage';
import type { ShownState } from '#core/outage/shown-state';
import type { NoticeType } from '#core/outage/telling';
import type { Layer } from '#core/run/layer';
import type { Kind } from '#core/run/verdict';
import type { Language } from '#core/time/duration';

/** Every word that a notice or a report is made of, in one language. */
export interface Words {
  readonly language: Language;
  readonly tags: Readonly<Record<NoticeType | 'reopened' | 'drill', string>>;
  readonly symptoms: Readonly<Record<Symptom, string>>;
  readonly working: string;
  /** It ceased to be watched before it was seen to work. */
  readonly endUnknown: string;
  /** Only some requests fail: percent of the runs. */
  someFail(percent: number): string;
  /** One name a state, wherever it is shown. */
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
    /** Added where the cause is inferred. */
    readonly likely: string;
  };
  readonly labels: Readonly<Record<Label, string>>;
  /** `고용24 외 5곳`. */
  andOthers(name: string, others: number): string;
  recurred(times: number): string;
  /** It worked again at a time. */
  ended(time: string): string;
  /** Services that did not end with the others. */
  stillDown(names: string): string;
  /** How long it was down, after `ended`. */
  lasted(length: string): string;
  count(services: number): string;
  /** Since a time that goes on. */
  from(time: string): string;
  /** A cause with the layer at which runs stopped. */
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
