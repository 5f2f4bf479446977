import { kstIso } from '#core/kst';
import type { Layer } from '#core/layer';
import type { Notice, NoticeType } from '#core/notice';
import type { Confidence, Outage } from '#core/outage';
import type { Rollup, StateSeconds } from '#core/rollup';
import { type Between, type Instant, SECOND } from '#core/time';
import type { Kind } from '#core/verdict';

/** ISO 8601 with +09:00. The first is null when nothing was known before. */
export type IsoBetween = readonly [string | null, string];

export interface OutageSummary {
  readonly id: string;
  readonly group: string;
  readonly services: readonly string[];
  readonly cause: { readonly layer: Layer; readonly kind: Kind; readonly confidence: Confidence };
  readonly startedBetween: IsoBetween;
  /** Null while it goes on. */
  readonly endedBetween: IsoBetween | null;
  readonly downSeconds: number;
}

export interface NoticeSummary {
  readonly id: string;
  readonly at: string;
  readonly type: NoticeType;
  readonly outage: string;
  readonly services: readonly string[];
  readonly sms?: string;
  readonly subject: string;
  readonly text: string;
}

export interface ServiceSummary {
  /** Passed-or-degraded time / known time, 0 to 1; null when nothing is known. */
  readonly availability: number | null;
  /** Between the first and the last failure seen, summed over incidents. */
  readonly downSeconds: number;
  readonly unknownSeconds: number;
}

/** What replay and simulate print with `--json`: DESIGN section 6. */
export interface Summary {
  readonly scenario: string;
  /** Results that were evaluated. */
  readonly checks: number;
  readonly outages: readonly OutageSummary[];
  readonly notices: readonly NoticeSummary[];
  readonly services: Readonly<Record<string, ServiceSummary>>;
}

export interface SummaryInput {
  readonly scenario: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly checks: number;
  readonly services: readonly string[];
  readonly outages: readonly Outage[];
  readonly notices: readonly Notice[];
  /** Hourly rollups of every check, the current hour's too; no hour twice. */
  readonly rollups: readonly Pick<Rollup, 'check' | 'service' | 'seconds'>[];
}

export function summarise(input: SummaryInput): Summary {
  return {
    scenario: input.scenario,
    checks: input.checks,
    outages: [...input.outages]
      .sort((a, b) => a.startedBetween.by - b.startedBetween.by)
      .map(outageSummary),
    notices: [...input.notices].sort((a, b) => a.at - b.at || a.seq - b.seq).map(noticeSummary),
    services: Object.fromEntries(
      input.services.map((service) => [service, serviceSummary(service, input)]),
    ),
  };
}

function isoBetween({ after, by }: Between): IsoBetween {
  return [after === null ? null : kstIso(after), kstIso(by)];
}

function outageSummary(outage: Outage): OutageSummary {
  const { layer, kind, confidence } = outage.cause;
  return {
    id: outage.id,
    group: outage.group,
    services: [...new Set(outage.incidents.map((incident) => incident.service))],
    cause: { layer, kind, confidence },
    startedBetween: isoBetween(outage.startedBetween),
    endedBetween: outage.endedBetween ? isoBetween(outage.endedBetween) : null,
    downSeconds: outage.downSeconds,
  };
}

function noticeSummary(notice: Notice): NoticeSummary {
  const { id, at, type, outage, services, sms, subject, text } = notice;
  return {
    id,
    at: kstIso(at),
    type,
    outage,
    services,
    ...(sms === undefined ? {} : { sms }),
    subject,
    text,
  };
}

/** First bad to last bad of one service, each second once however many incidents cover it. */
function downSecondsOf(service: string, { outages, to }: SummaryInput): number {
  const spans = outages
    .flatMap((outage) => outage.incidents)
    .filter((incident) => incident.service === service)
    .map(({ startedBetween, endedBetween }) => ({
      from: startedBetween.by,
      to: endedBetween ? (endedBetween.after ?? startedBetween.by) : to,
    }))
    .sort((a, b) => a.from - b.from);
  let through = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (const span of spans) {
    const from = Math.max(span.from, through);
    if (span.to > from) sum += span.to - from;
    through = Math.max(through, span.to);
  }
  return sum / SECOND;
}

function total(seconds: StateSeconds): number {
  return seconds.up + seconds.degraded + seconds.down + seconds.maintenance + seconds.unknown;
}

/** Seconds of one state, and of all, by check. */
function byCheck(service: string, rollups: SummaryInput['rollups']) {
  const checks = new Map<string, { unknown: number; maintenance: number; all: number }>();
  for (const rollup of rollups) {
    if (rollup.service !== service) continue;
    const sum = checks.get(rollup.check) ?? { unknown: 0, maintenance: 0, all: 0 };
    sum.unknown += rollup.seconds.unknown;
    sum.maintenance += rollup.seconds.maintenance;
    sum.all += total(rollup.seconds);
    checks.set(rollup.check, sum);
  }
  return [...checks.values()];
}

function serviceSummary(service: string, input: SummaryInput): ServiceSummary {
  const whole = (input.to - input.from) / SECOND;
  const checks = byCheck(service, input.rollups);
  const blind = checks.map(({ unknown, all }) => unknown + Math.max(0, whole - all));
  const unknownSeconds = Math.min(whole, ...blind);
  const maintenance = Math.max(0, ...checks.map((check) => check.maintenance));
  const downSeconds = downSecondsOf(service, input);
  const known = whole - unknownSeconds - maintenance;
  const availability = known > 0 ? Math.max(0, (known - downSeconds) / known) : null;
  return { availability, downSeconds, unknownSeconds };
}
