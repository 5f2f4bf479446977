import { defined } from '#core/defined';
import type { NoticeContext } from '#core/notice/compose-notice';
import type { NoticeFacts, OutageFacts, ServiceChange } from '#core/notice/facts';
import { linksOf, type NoticeLinks } from '#core/notice/links';
import type { AttentionKind } from '#core/notice/matter';
import type { Notice, Severity } from '#core/notice/notice';
import type { Confidence } from '#core/outage/outage';
import type { NoticeType } from '#core/outage/telling';
import type { Certificates } from '#core/run/certificates';
import type { Layer } from '#core/run/layer';
import type { Kind } from '#core/run/verdict';
import { kstIso } from '#core/time/kst';
import type { Between } from '#core/time/time';

/** Names in both languages. */
interface Named {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
}

/** Bounds of a moment: ISO 8601 in KST. `after` is null if nothing was known before. */
interface EventBetween {
  readonly after: string | null;
  readonly by: string;
}

interface Met {
  readonly layer: Layer;
  readonly kind: Kind;
}

export interface EventOutage {
  readonly id: string;
  readonly state: 'open' | 'closed';
  readonly cause: Met & {
    readonly confidence: Confidence;
    readonly shared: boolean;
    readonly databaseText: boolean;
    /** Share of the runs that failed, if only some requests fail. */
    readonly failedShare?: number;
  };
  readonly startedBetween: EventBetween;
  /** Absent while it is open, and if its end was not seen. */
  readonly endedBetween?: EventBetween;
  /** Lower bound. */
  readonly downSeconds: number;
  readonly recurrences: number;
  readonly acknowledged: boolean;
  /** Ids of services of the group that stayed up. */
  readonly unaffected: readonly string[];
  /** Ids of services, for `updated`. */
  readonly change?: ServiceChange;
}

/**
 * A notice for programs: the detail of an event on the bus, and the body of webhooks with the
 * format `json`. docs/events.schema.json describes it; a change that breaks readers raises
 * `schema`.
 */
export interface NoticeEvent {
  readonly schema: 1;
  /** The same id if the same notice is sent twice. */
  readonly id: string;
  readonly type: NoticeType;
  readonly at: string;
  readonly stage: string;
  readonly severity: Severity;
  /** A drill (모의훈련), not an outage. */
  readonly drill: boolean;
  /** It failed again after its closing notice. */
  readonly again: boolean;
  readonly group: Named;
  readonly services: readonly Named[];
  /** One line for people. */
  readonly title: string;
  readonly outage?: EventOutage;
  readonly attention?: {
    readonly kind: AttentionKind;
    readonly detail: string;
    /** Days until expiry, by host. */
    readonly certificates?: Certificates;
  };
  readonly blip?: Met & {
    readonly check: string;
    readonly run: string;
    readonly startedBetween: EventBetween;
    readonly endedBetween: EventBetween;
  };
  readonly links: NoticeLinks;
}

export function eventOf(notice: Notice, context: NoticeContext): NoticeEvent {
  const { id, type, at, severity, again, subject, services, group, facts } = notice;
  const { catalogue, stage } = context;
  const named = (list: readonly Named[], wanted: string): Named => {
    const { name = wanted, nameEn = wanted } = list.find((one) => one.id === wanted) ?? {};
    return { id: wanted, name, nameEn };
  };
  return {
    schema: 1,
    id,
    type,
    at: kstIso(at),
    stage,
    severity,
    drill: facts?.about === 'outage' && facts.outage.drill,
    again: again === true,
    group: named(catalogue.groups, group),
    services: services.map((service) => named(catalogue.services, service)),
    title: subject,
    ...detailOf(notice.outage, facts),
    links: linksOf(notice, context),
  };
}

function detailOf(
  id: string,
  facts: NoticeFacts | undefined,
): Pick<NoticeEvent, 'outage' | 'attention' | 'blip'> {
  switch (facts?.about) {
    case undefined:
      return {};
    case 'outage':
      return { outage: outageOf(id, facts.outage, facts.change) };
    case 'attention': {
      const { kind, reason, certificates } = facts.matter;
      return { attention: { kind, detail: reason, ...defined({ certificates }) } };
    }
    case 'blip': {
      const { check, run, layer, kind, startedBetween, endedBetween } = facts.blip;
      const span = {
        startedBetween: isoBetween(startedBetween),
        endedBetween: isoBetween(endedBetween),
      };
      return { blip: { check, run, layer, kind, ...span } };
    }
  }
}

function outageOf(id: string, facts: OutageFacts, change?: ServiceChange): EventOutage {
  const { state, downSeconds, recurrences, acknowledged, unaffected, endedBetween } = facts;
  const { layer, kind, confidence, shared, databaseText, failedShare } = facts.cause;
  return {
    id,
    state,
    cause: { layer, kind, confidence, shared, databaseText, ...defined({ failedShare }) },
    startedBetween: isoBetween(facts.startedBetween),
    ...(endedBetween ? { endedBetween: isoBetween(endedBetween) } : {}),
    downSeconds,
    recurrences,
    acknowledged,
    unaffected,
    ...defined({ change }),
  };
}

function isoBetween({ after, by }: Between): EventBetween {
  return { after: after === null ? null : kstIso(after), by: kstIso(by) };
}
