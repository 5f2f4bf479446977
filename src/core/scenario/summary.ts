import { defined } from '#core/defined';
import type { GroupState } from '#core/detection/group-state';
import { availabilityOf, combineChecks, totalSeconds } from '#core/history/availability';
import type { Rollup, StateSeconds } from '#core/history/rollup';
import { type CarrierView, carrierView } from '#core/notice/carriers';
import type { LedgerRow, Notice, Severity } from '#core/notice/notice';
import type { Audience } from '#core/outage/hearing';
import { type Cause, goingOn, type Outage } from '#core/outage/outage';
import type { NoticeType } from '#core/outage/telling';
import type { TimelineEntry, TimelineFact } from '#core/outage/timeline';
import type { WithheldService } from '#core/outage/withheld';
import { kstIso } from '#core/time/kst';
import { type Between, type Instant, SECOND } from '#core/time/time';

/** ISO 8601 with +09:00. The first is null when nothing was known before. */
export type IsoBetween = readonly [string | null, string];

export interface OutageSummary {
  readonly id: string;
  readonly group: string;
  /** The ended outage whose remaining services continue here. */
  readonly continues?: string;
  /** Services that continue as their own outage. */
  readonly goesOn?: readonly string[];
  readonly services: readonly string[];
  readonly cause: Pick<Cause, 'layer' | 'kind' | 'confidence' | 'shared' | 'databaseText'>;
  readonly startedBetween: IsoBetween;
  /** null while it continues. */
  readonly endedBetween: IsoBetween | null;
  readonly downSeconds: number;
  readonly recurrences: number;
  /** Services of the group that kept working. */
  readonly unaffected: readonly string[];
  readonly timeline: readonly SummaryEntry[];
}

/** Facts as in the record; times in ISO 8601. */
export type SummaryEntry = { readonly at: string; readonly until?: string } & InWords<TimelineFact>;

type InWords<Fact> = Fact extends unknown ? Omit<Fact, 'until'> : never;

export interface NoticeSummary {
  readonly id: string;
  readonly at: string;
  readonly type: NoticeType;
  readonly outage: string;
  /** It reports that an outage came back after its closing notice. */
  readonly again?: true;
  readonly services: readonly string[];
  readonly sms?: string;
  readonly subject: string;
  readonly text: string;
  readonly seq: number;
  readonly severity: Severity;
  readonly to?: Audience;
  /** The delivery on each channel. Absent if nothing is sent, as in `simulate`. */
  readonly deliveries?: readonly DeliverySummary[];
}

export interface DeliverySummary extends Pick<LedgerRow, 'channel' | 'state' | 'route'> {
  readonly attempts: number;
  readonly sentAt?: string;
  readonly messageId?: string;
  readonly lastError?: string;
  /** Carriers' answers to the SMS. */
  readonly carrier?: CarrierView;
}

/** Why no notice was sent from `at` on about a service without an outage. */
export interface WithheldSummary
  extends Pick<WithheldService, 'service' | 'reason' | 'run' | 'layer' | 'kind'> {
  readonly at: string;
  /** Only for a blip. */
  readonly startedBetween?: IsoBetween;
  readonly endedBetween?: IsoBetween;
}

export interface ServiceSummary {
  /** Passed-or-degraded time / known time, 0 to 1. null if nothing is known. */
  readonly availability: number | null;
  /** Between failures of an incident. See `src/core/history/availability.ts`. */
  readonly downSeconds: number;
  readonly unknownSeconds: number;
}

/** Output of replay and simulate with `--json`. docs/scenarios.md describes it. */
export interface Summary {
  readonly scenario: string;
  /** Number of evaluated results. */
  readonly checks: number;
  readonly outages: readonly OutageSummary[];
  readonly notices: readonly NoticeSummary[];
  readonly services: Readonly<Record<string, ServiceSummary>>;
  readonly withheld: readonly WithheldSummary[];
}

export interface SummaryInput {
  readonly scenario: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly checks: number;
  readonly services: readonly string[];
  readonly outages: readonly Outage[];
  readonly notices: readonly Notice[];
  /** Deliveries that were tried, with or without success. */
  readonly deliveries?: readonly LedgerRow[];
  readonly withheld: readonly WithheldService[];
  /**
   * Hourly rollups of every check, with the unwritten hours (`unwrittenRollups`). Each hour once.
   */
  readonly rollups: readonly Pick<Rollup, 'check' | 'service' | 'start' | 'seconds'>[];
}

export function summarise(input: SummaryInput): Summary {
  return {
    scenario: input.scenario,
    checks: input.checks,
    outages: [...input.outages]
      .sort((a, b) => a.startedBetween.by - b.startedBetween.by)
      .map((outage) => outageSummary(outage, input.services)),
    notices: [...input.notices]
      .sort((a, b) => a.at - b.at || a.seq - b.seq)
      .map((notice) => noticeSummary(notice, input)),
    services: Object.fromEntries(
      input.services.map((service) => [service, serviceSummary(service, input)]),
    ),
    withheld: [...input.withheld].sort((a, b) => a.at - b.at).map(withheldSummary),
  };
}

function isoBetween({ after, by }: Between): IsoBetween {
  return [after === null ? null : kstIso(after), kstIso(by)];
}

function outageSummary(outage: Outage, order: readonly string[]): OutageSummary {
  const { layer, kind, confidence, shared, databaseText } = outage.cause;
  return {
    id: outage.id,
    group: outage.group,
    ...defined({ continues: outage.continues }),
    ...(goingOn(outage).length > 0 ? { goesOn: goingOn(outage) } : {}),
    services: [...new Set(outage.incidents.map(({ service }) => service))].sort(
      (a, b) => order.indexOf(a) - order.indexOf(b),
    ),
    cause: { layer, kind, confidence, shared, databaseText },
    startedBetween: isoBetween(outage.startedBetween),
    endedBetween: outage.endedBetween ? isoBetween(outage.endedBetween) : null,
    downSeconds: outage.downSeconds,
    recurrences: outage.recurrences,
    unaffected: outage.unaffected,
    timeline: outage.timeline.map(entrySummary),
  };
}

function entrySummary(entry: TimelineEntry): SummaryEntry {
  const { at, until, ...rest } = { until: undefined, ...entry };
  return {
    ...rest,
    at: kstIso(at),
    ...defined({ until: until === undefined ? undefined : kstIso(until) }),
  };
}

function noticeSummary(
  notice: Notice,
  { deliveries, to: until }: Pick<SummaryInput, 'deliveries' | 'to'>,
): NoticeSummary {
  const { seq, severity, to, id, at, type, outage, again, services, sms, subject, text } = notice;
  return {
    id,
    at: kstIso(at),
    type,
    outage,
    ...defined({ again }),
    services,
    ...defined({ sms }),
    subject,
    text,
    seq,
    severity,
    ...defined({ to }),
    ...(deliveries ? { deliveries: deliveriesOf(id, deliveries, until) } : {}),
  };
}

function deliveriesOf(
  notice: string,
  rows: readonly LedgerRow[],
  at: Instant,
): readonly DeliverySummary[] {
  return rows.filter((row) => row.notice.id === notice).map((row) => deliveryOf(row, at));
}

function deliveryOf(row: LedgerRow, at: Instant): DeliverySummary {
  const { channel, state, route, attempts, sentAt, messageId, lastError } = row;
  return {
    channel,
    state,
    route,
    attempts,
    ...defined({
      sentAt: sentAt === undefined ? sentAt : kstIso(sentAt),
      messageId,
      lastError,
      carrier: carrierView(row, at),
    }),
  };
}

function withheldSummary(withheld: WithheldService): WithheldSummary {
  const { schema: _, group: __, at, startedBetween, endedBetween, ...rest } = withheld;
  return {
    ...rest,
    at: kstIso(at),
    ...defined({
      startedBetween: startedBetween && isoBetween(startedBetween),
      endedBetween: endedBetween && isoBetween(endedBetween),
    }),
  };
}

/** Hour by hour, because downtimes of one service's checks overlap and must not be summed. */
function secondsOf(service: string, rollups: SummaryInput['rollups']): StateSeconds {
  const own = rollups.filter((rollup) => rollup.service === service);
  const hours = [...Map.groupBy(own, ({ start }) => start).values()].map((checks) =>
    combineChecks(checks.map(({ seconds }) => seconds)),
  );
  return hours.reduce(added, { up: 0, degraded: 0, down: 0, maintenance: 0, unknown: 0 });
}

function added(a: StateSeconds, b: StateSeconds): StateSeconds {
  return {
    up: a.up + b.up,
    degraded: a.degraded + b.degraded,
    down: a.down + b.down,
    maintenance: a.maintenance + b.maintenance,
    unknown: a.unknown + b.unknown,
  };
}

/** Time without a rollup is unknown, because no check ran. */
function serviceSummary(service: string, input: SummaryInput): ServiceSummary {
  const seconds = secondsOf(service, input.rollups);
  const missing = Math.max(0, (input.to - input.from) / SECOND - totalSeconds(seconds));
  return {
    availability: availabilityOf(seconds).availability,
    downSeconds: Math.round(seconds.down),
    unknownSeconds: Math.round(seconds.unknown + missing),
  };
}

/** Hours that a group's state still holds, as rollups. The store does not have them yet. */
export function unwrittenRollups(
  state: GroupState,
): readonly Pick<Rollup, 'check' | 'service' | 'start' | 'seconds'>[] {
  return Object.entries(state.checks).flatMap(([check, { hours }]) =>
    hours.map(({ start, seconds }) => ({
      check,
      service: check.slice(0, check.lastIndexOf('/')),
      start,
      seconds,
    })),
  );
}
