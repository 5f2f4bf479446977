import type { Span } from '#core/outage/correlation';
import type { Outage } from '#core/outage/outage';
import { isAboutOutage, type ToldAs } from '#core/outage/telling';
import type { WithheldService } from '#core/outage/withheld';
import type { StateNow, WhyOutage } from '#core/report/why';
import type { WhyNotice } from '#core/report/why-notices';
import { DAY, MINUTE } from '#core/time/time';

/** Facts about one service in a time window. */
export interface ServiceRecord {
  readonly withheld: readonly WithheldService[];
  /** Oldest first. */
  readonly outages: readonly WhyOutage[];
  /** Absent if the source only knows the past. */
  readonly now?: StateNow;
}

/** Source of the answers: a history API, or the output of a replay or simulation. */
export interface WhySource {
  /** Throws UnknownNameError. */
  outage(id: string): Promise<WhyOutage>;
  service(id: string, span: Span): Promise<ServiceRecord>;
}

/** What a source knows of a time. */
export interface SpanRecord {
  readonly span: Span;
  readonly record: ServiceRecord;
}

export async function exactlyOf(id: string, source: WhySource, span: Span): Promise<SpanRecord> {
  return { span, record: await source.service(id, span) };
}

/** The same, or the last day of a record that ends before `span`: a replay shows another time. */
export async function latelyOf(id: string, source: WhySource, span: Span): Promise<SpanRecord> {
  const record = await source.service(id, span);
  const last = record.now?.lastResultAt;
  if (last === undefined || last >= span.from) return { span, record };
  const to = last + MINUTE;
  return exactlyOf(id, source, { from: to - DAY, to });
}

/** The timeline knows how a notice was worded, but the notice only knows its type. */
export function toldAs(
  { timeline }: Outage,
  { seq, type }: Pick<WhyNotice, 'seq' | 'type'>,
): ToldAs {
  const entry = timeline.find((one) => one.type === 'notice' && one.seq === seq);
  if (entry?.type === 'notice') return entry.as;
  return isAboutOutage(type) ? type : 'updated';
}
