import { z } from 'zod';
import { defined } from '#core/defined';
import type { Outage } from '#core/outage/outage';
import { readEntry, type TimelineEntry } from '#core/outage/timeline';
import type { ReportEvidence } from '#core/report/report';
import type { Between } from '#core/time/time';
import { delivery, note, notice, outageDetail, timelineEntry } from '#lambda/api/schemas/outages';
import { type ApiOptions, answerOf, apiAt } from '#local/report/api-client';
import { type AskedApi, readEvidence } from '#local/report/evidence';

/** An answer of the API, or a file, of any version. Older ones lack some fields. */
export const answeredEntry = timelineEntry
  .extend({ at: z.string(), was: z.string().exactOptional() })
  .partial()
  .required({ at: true, type: true });

const answeredDelivery = delivery.partial({ carrier: true });
const answeredNotice = notice
  .extend({ deliveries: z.array(answeredDelivery) })
  .partial({ seq: true, deliveries: true });
const answeredNote = note.partial({ number: true, withdrawn: true });

export const answeredOutage = outageDetail.extend({
  drill: z.boolean().default(false),
  firstAcknowledged: outageDetail.shape.firstAcknowledged.default(null),
  notes: z.array(answeredNote).default([]),
  moreNotes: z.boolean().default(false),
  timeline: z.array(answeredEntry),
  notices: z.array(answeredNotice),
});

export type Detail = z.output<typeof answeredOutage>;

export interface OutageSource {
  readonly outage: Outage;
  readonly evidence: readonly ReportEvidence[];
}

/** Asks the history API. Throws UnknownNameError, InvalidInputError, MonitorFaultError. */
export async function outageFromApi(id: string, options: ApiOptions): Promise<OutageSource> {
  const detail = await detailFromApi(id, options);
  return sourceOf(detail, { base: await apiAt(options), token: options.token });
}

export function detailFromApi(id: string, options: ApiOptions): Promise<Detail> {
  const path = `/v1/outages/${encodeURIComponent(id)}`;
  return answerOf({ path, what: `outage ${id}` }, answeredOutage, options);
}

/** An outage from an answer of the API, possibly saved to a file. */
export async function sourceOf(detail: Detail, api?: AskedApi): Promise<OutageSource> {
  const evidence = await Promise.all(detail.evidence.map((each) => readEvidence(each, api)));
  return { outage: outageOf(detail), evidence };
}

export function betweenOf({ after, by }: { after: string | null; by: string }): Between {
  return { after: after === null ? null : Date.parse(after), by: Date.parse(by) };
}

export function outageOf(detail: Detail): Outage {
  const { cause, endedBetween, closedAt, acknowledged } = detail;
  const { signature, matched, ...rest } = cause;
  return {
    schema: 1,
    id: detail.id,
    group: detail.group,
    state: detail.state,
    cause: {
      ...rest,
      ...defined({ signature, matched }),
    },
    incidents: detail.incidents.map(incidentOf),
    unaffected: detail.unaffected,
    startedBetween: betweenOf(detail.startedBetween),
    ...(endedBetween ? { endedBetween: betweenOf(endedBetween) } : {}),
    openedAt: Date.parse(detail.openedAt),
    ...(closedAt ? { closedAt: Date.parse(closedAt) } : {}),
    downSeconds: detail.downSeconds,
    recurrences: detail.recurrences,
    ...(detail.drill ? { drill: true } : {}),
    ...(acknowledged
      ? { acknowledged: { by: acknowledged.by, at: Date.parse(acknowledged.at) } }
      : {}),
    notes: detail.notes.flatMap(({ by, at, text }) =>
      text === null ? [] : [{ by, at: Date.parse(at), text }],
    ),
    timeline: detail.timeline.map(entryOf),
  };
}

function incidentOf(incident: Detail['incidents'][number]): Outage['incidents'][number] {
  const { service, startedBetween, endedBetween, layer, kind, matched } = incident;
  return {
    service,
    startedBetween: betweenOf(startedBetween),
    ...(endedBetween ? { endedBetween: betweenOf(endedBetween) } : {}),
    layer,
    kind,
    databaseText: incident.databaseText,
    ...(matched === null ? {} : { matched }),
    passedLayers: incident.passedLayers,
    runs: incident.runs,
    evidence: [],
  };
}

/** A timeline entry in its JSON form. */
export function entryOf({ at, until, ...entry }: z.output<typeof answeredEntry>): TimelineEntry {
  const told = Object.entries(entry).filter(([, value]) => value !== null);
  return readEntry({
    type: entry.type,
    ...Object.fromEntries(told),
    at: Date.parse(at),
    ...defined({ until: until ? Date.parse(until) : undefined }),
  });
}
