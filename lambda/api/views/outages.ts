import type { z } from '@hono/zod-openapi';
import { type CarrierView, carrierView } from '#core/notice/carriers';
import type { LedgerRow } from '#core/notice/notice';
import { wordsOf } from '#core/notice/texts/languages';
import type { Deed, Incident, NumberedNote, Outage } from '#core/outage/outage';
import type { TimelineEntry } from '#core/outage/timeline';
import { reportWordsOf } from '#core/report/texts/languages';
import { sayEntry, type TimelineContext } from '#core/report/timeline-rows';
import type { Instant } from '#core/time/time';
import type * as schemas from '#lambda/api/schemas/outages';
import type { OutageDetail } from '#pipeline/history/read-outages';
import { evidencePath } from './results.ts';
import { betweenView, iso, isoOrNull } from './time.ts';

export function outageView(outage: Outage): z.infer<typeof schemas.outage> {
  return {
    id: outage.id,
    group: outage.group,
    state: outage.state,
    drill: outage.drill === true,
    services: [...new Set(outage.incidents.map(({ service }) => service))],
    cause: outage.cause,
    incidents: outage.incidents.map(incidentView),
    unaffected: [...outage.unaffected],
    startedBetween: betweenView(outage.startedBetween),
    endedBetween: outage.endedBetween ? betweenView(outage.endedBetween) : null,
    openedAt: iso(outage.openedAt),
    closedAt: isoOrNull(outage.closedAt),
    downSeconds: outage.downSeconds,
    recurrences: outage.recurrences,
    acknowledged: deedView(outage.acknowledged),
    firstAcknowledged: deedView(outage.firstAcknowledged ?? outage.acknowledged),
  };
}

function deedView(deed: Deed | undefined) {
  return deed ? { by: deed.by, at: iso(deed.at) } : null;
}

export function noteView(note: NumberedNote): z.infer<typeof schemas.note> {
  const { number, by, at, text, withdrawn } = note;
  return { number, by, at: iso(at), text: withdrawn ? null : text, withdrawn: deedView(withdrawn) };
}

function incidentView(incident: Incident) {
  return {
    service: incident.service,
    startedBetween: betweenView(incident.startedBetween),
    endedBetween: incident.endedBetween ? betweenView(incident.endedBetween) : null,
    layer: incident.layer,
    kind: incident.kind,
    signature: incident.signature ?? null,
    databaseText: incident.databaseText,
    matched: incident.matched ?? null,
    passedLayers: [...incident.passedLayers],
    runs: [...incident.runs],
  };
}

export function outageDetailView(
  detail: OutageDetail,
  now: Instant,
): z.infer<typeof schemas.outageDetail> {
  const { outage, notes, notices, evidence } = detail;
  return {
    ...outageView(outage),
    notes: [
      ...outage.notes.map((note) => ({ ...noteView({ ...note, number: 0 }), number: null })),
      ...notes.items.toReversed().map(noteView),
    ],
    moreNotes: notes.next !== undefined,
    timeline: outage.timeline.map(entryView),
    notices: noticeViews(notices, now),
    evidence: evidence.map((key) => ({ key, url: evidencePath(key) })),
  };
}

const NO_FACTS = {
  service: null,
  by: null,
  check: null,
  layer: null,
  kind: null,
  seq: null,
  as: null,
  reason: null,
  until: null,
};

const ENGLISH: TimelineContext = {
  words: wordsOf('en'),
  say: reportWordsOf('en'),
  name: (service) => service,
};

function entryView(entry: TimelineEntry): z.infer<typeof schemas.timelineEntry> {
  const at = iso(entry.at);
  if (entry.type === 'written') {
    const { was, text, service = null, by = null } = entry;
    return { ...NO_FACTS, at, type: was, text, service, by };
  }
  const until = isoOrNull(entry.type === 'silenced' ? entry.until : undefined);
  return { ...NO_FACTS, text: sayEntry(entry, ENGLISH), ...entry, at, until };
}

/** Keeps the rows of one notice together. */
function noticeViews(rows: readonly LedgerRow[], now: Instant) {
  const byNotice = Map.groupBy(rows, ({ notice }) => notice.id);
  return [...byNotice.values()].flatMap((own) =>
    own.slice(0, 1).map(({ notice }) => ({
      id: notice.id,
      seq: notice.seq,
      type: notice.type,
      at: iso(notice.at),
      services: [...notice.services],
      severity: notice.severity,
      sms: notice.sms ?? null,
      subject: notice.subject,
      text: notice.text,
      deliveries: own.map((row) => deliveryView(row, now)),
    })),
  );
}

function deliveryView(row: LedgerRow, now: Instant): z.infer<typeof schemas.delivery> {
  const { channel, state, route, attempts } = row;
  return {
    channel,
    state,
    route,
    attempts,
    attemptedAt: isoOrNull(row.attemptedAt),
    nextTryAt: isoOrNull(row.nextTryAt),
    sentAt: isoOrNull(row.sentAt),
    messageId: row.messageId ?? null,
    lastError: row.lastError ?? null,
    carrier: carrierOf(carrierView(row, now)),
  };
}

function carrierOf(view: CarrierView | undefined) {
  return view ? { ...view, failures: [...view.failures] } : null;
}
