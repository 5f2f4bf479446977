import { defined } from '#core/defined';
import type { GroupDraft } from '#core/detection/group-draft';
import {
  MAX_FAILURES_KEPT,
  type OpenIncident,
  type OutageState,
} from '#core/detection/group-state';
import { memoryMs, returnsBefore } from '#core/detection/returns';
import { causeOf } from '#core/outage/cause';
import {
  belongs,
  endOf,
  joined,
  lengthMs,
  likeCause,
  type Span,
  startOf,
} from '#core/outage/correlation';
import { failedShare } from '#core/outage/failed-share';
import type { Incident, Outage } from '#core/outage/outage';
import { outageId } from '#core/outage/outage-id';
import type { TimelineEntry } from '#core/outage/timeline';
import { type Instant, MINUTE, SECOND } from '#core/time/time';

/** Keeps a flapping service from outgrowing the state item. Entries in the middle are dropped. */
const MAX_TIMELINE = 400;
const MAX_OUTAGE_IDS = 60;
const NOTHING_SEEN = { runs: 0, failed: 0 };

export function changeRecord(
  draft: GroupDraft,
  id: string,
  change: (record: Outage) => Partial<Outage>,
): void {
  const outage = draft.outages[id];
  if (!outage) return;
  draft.outages[id] = { ...outage, record: { ...outage.record, ...change(outage.record) } };
  draft.touched.add(id);
}

export function changeOutage(draft: GroupDraft, id: string, change: Partial<OutageState>): void {
  const outage = draft.outages[id];
  if (outage) draft.outages[id] = { ...outage, ...change };
}

export function note(draft: GroupDraft, id: string, entry: TimelineEntry): void {
  changeRecord(draft, id, ({ timeline }) => ({ timeline: [...withRoom(timeline), entry] }));
}

/**
 * Decisions not to send go first, because people can cause any number of them. Then the middle: the
 * first entries show the beginning and the last ones the current state.
 */
function withRoom(timeline: readonly TimelineEntry[]): readonly TimelineEntry[] {
  if (timeline.length < MAX_TIMELINE) return timeline;
  const untold = timeline.findIndex(({ type }) => type === 'withheld');
  return timeline.toSpliced(untold < 0 ? MAX_TIMELINE / 2 : untold, 1);
}

/** Finds the outage of a new incident, or begins one. Returns its id. */
export function attach(draft: GroupDraft, incident: Incident): string {
  const outages = Object.values(draft.outages).filter(({ record }) => !record.drill);
  const { reopenWithinSeconds } = draft.context.configuration.rules;
  const running = outages.find(
    ({ phase, record }) =>
      phase !== 'closed' && belongs(record, incident, reopenWithinSeconds * SECOND),
  );
  const soon = (closedAt: Instant | undefined) =>
    closedAt !== undefined && incident.startedBetween.by - closedAt <= reopenWithinSeconds * SECOND;
  const closed = outages.findLast(
    ({ record }) =>
      soon(record.closedAt) &&
      (record.incidents.some(({ service }) => service === incident.service) ||
        // The rest of another outage accepts no new services, because they ended with the others.
        (record.continues === undefined &&
          record.incidents.some((one) => likeCause(record, one, incident)))),
  );
  const found = running ?? closed;
  if (!found) return begin(draft, incident);
  if (found === closed) reopen(draft, closed, incident);
  changeRecord(draft, found.record.id, ({ incidents }) => ({
    incidents: withIncident(incidents, incident),
  }));
  return found.record.id;
}

/** One entry per service. A service that fails again in the same outage reuses its old entry. */
function withIncident(incidents: readonly Incident[], incident: Incident): readonly Incident[] {
  const old = incidents.find(({ service }) => service === incident.service);
  if (!old) return [...incidents, incident];
  const { endedBetween: _, goesOnAs: __, ...rest } = old;
  return incidents.map((one) => (one === old ? rest : one));
}

function reopen(draft: GroupDraft, outage: OutageState, incident: Incident): void {
  const { endedBetween: _, closedAt: __, acknowledged: ___, ...record } = outage.record;
  const { endUntold, lookAt: ____, ...rest } = outage;
  // If its end was never sent, the recurrence needs no notice either.
  const heardOver = outage.told !== undefined && !endUntold;
  draft.outages[record.id] = {
    ...rest,
    phase: 'open',
    askedAt: askedAt(draft),
    record: { ...record, state: 'open', recurrences: record.recurrences + 1 },
    ...(heardOver ? { told: [] } : {}),
    nextReminderAt: draft.now + draft.context.configuration.rules.reminderSeconds.first * SECOND,
  };
  note(draft, record.id, {
    at: incident.startedBetween.by,
    type: 'reopened',
    service: incident.service,
  });
}

/** When the oldest awaited run of a sibling was requested. */
function askedAt({ awaiting, now }: GroupDraft): Instant {
  return Math.min(now, ...awaiting.flatMap(({ since, sibling }) => (sibling ? [since] : [])));
}

function begin(draft: GroupDraft, incident: Incident): string {
  const id = freshId(draft, draft.context.group, incident.startedBetween.by);
  const record: Outage = {
    schema: 1,
    id,
    group: draft.context.group,
    state: 'open',
    cause: causeOf([incident]),
    incidents: [incident],
    unaffected: [],
    startedBetween: incident.startedBetween,
    openedAt: draft.now,
    downSeconds: 0,
    recurrences: 0,
    notes: [],
    timeline: [
      {
        at: incident.startedBetween.by,
        type: 'suspect',
        service: incident.service,
        layer: incident.layer,
        kind: incident.kind,
      },
    ],
  };
  draft.outages[id] = {
    record,
    phase: 'forming',
    askedAt: askedAt(draft),
    seq: 0,
    spans: [],
    seen: NOTHING_SEEN,
    ...defined({ returnsBefore: cameBack(draft, incident) }),
  };
  return id;
}

function cameBack(draft: GroupDraft, { service, startedBetween }: Incident): number | undefined {
  const { reopenWithinSeconds } = draft.context.configuration.rules;
  const outages = Object.values(draft.outages);
  return (
    returnsBefore(outages, { service, at: startedBetween.by }, reopenWithinSeconds) || undefined
  );
}

/** An id that no recent outage of the group has. */
export function freshId(draft: GroupDraft, prefix: string, at: Instant): string {
  const isTaken = (id: string) => draft.outageIds.includes(id) || id in draft.outages;
  const id = outageId(prefix, at, isTaken);
  draft.outageIds = [...draft.outageIds, id].slice(-MAX_OUTAGE_IDS);
  return id;
}

/** Counts runs of its services from the first to the latest failure. */
export function addSeen(draft: GroupDraft, id: string, more: OutageState['seen']): void {
  const seen = draft.outages[id]?.seen ?? NOTHING_SEEN;
  const runs = seen.runs + more.runs;
  changeOutage(draft, id, { seen: { runs, failed: seen.failed + more.failed } });
}

/** Adds what another check, or a more informative failure, tells about a service's incident. */
export function amendIncident(draft: GroupDraft, id: string, seen: Incident): void {
  changeRecord(draft, id, ({ incidents }) => ({
    incidents: incidents.map((one) => (one.service === seen.service ? amended(one, seen) : one)),
  }));
}

function amended(one: Incident, seen: Incident): Incident {
  const telling = seen.databaseText && !one.databaseText ? seen : one;
  return {
    ...telling,
    startedBetween: startOf([one.startedBetween, seen.startedBetween]),
    runs: [...new Set([...one.runs, ...seen.runs])].slice(0, MAX_FAILURES_KEPT),
    evidence: [...new Set([...one.evidence, ...seen.evidence])].slice(0, MAX_FAILURES_KEPT),
  };
}

/** Adds the downtime of an incident so far to that of its outage. */
export function keepSpan(draft: GroupDraft, incident: OpenIncident): void {
  const outage = draft.outages[incident.outage];
  if (!outage) return;
  const span = { from: incident.firstBadTo, to: incident.lastBadFrom };
  changeOutage(draft, incident.outage, { spans: joined([...outage.spans, span]) });
}

export interface EndedIncident {
  readonly service: string;
  readonly incident: OpenIncident;
  readonly at: Instant;
}

export function endInRecord(draft: GroupDraft, { service, incident, at }: EndedIncident): void {
  const id = incident.outage;
  const ended = { after: incident.lastBadFrom, by: incident.firstGoodTo ?? at };
  keepSpan(draft, incident);
  changeRecord(draft, id, ({ incidents }) => ({
    incidents: incidents.map((one) =>
      one.service === service ? { ...one, endedBetween: ended } : one,
    ),
  }));
  note(draft, id, { at, type: 'service-up', service });
}

/** Services of the group that work and are not part of the outage. */
function unaffectedBy(draft: GroupDraft, incidents: readonly Incident[]): readonly string[] {
  const hit = new Set(incidents.map(({ service }) => service));
  return draft.context.services.filter((id) => {
    const state = draft.services[id]?.state;
    return !hit.has(id) && (state === 'up' || state === 'degraded');
  });
}

/** Updates cause, bounds and downtime from the incidents. */
export function refresh(draft: GroupDraft, id: string): void {
  const outage = draft.outages[id];
  if (!outage || outage.record.drill) return;
  const { incidents, cause: before } = outage.record;
  const cause = causeOf(incidents, failedShare(outage.seen));
  const running = Object.values(draft.services).flatMap(({ incident }): Span[] =>
    incident?.outage === id ? [{ from: incident.firstBadTo, to: incident.lastBadFrom }] : [],
  );
  const changed = cause.layer !== before.layer || cause.kind !== before.kind;
  if (changed) {
    note(draft, id, { at: draft.now, type: 'cause', layer: cause.layer, kind: cause.kind });
  }
  changeRecord(draft, id, () => ({
    cause,
    startedBetween: startOf(incidents.map(({ startedBetween }) => startedBetween)),
    unaffected: unaffectedBy(draft, incidents),
    downSeconds: Math.round(lengthMs([...outage.spans, ...running]) / SECOND),
  }));
}

/** End of an outage whose incidents have all ended. */
export function endOfOutage({ record }: OutageState): Outage['endedBetween'] {
  const ended = record.incidents.filter(({ goesOnAs }) => goesOnAs === undefined);
  return endOf(ended.map(({ endedBetween }) => endedBetween));
}

/** A closed outage stays while it can reopen or is remembered, and until its end is told. */
export function forgetClosed(draft: GroupDraft): void {
  const { reopenWithinSeconds } = draft.context.configuration.rules;
  for (const [id, outage] of Object.entries(draft.outages)) {
    const { phase, record, endUntold } = outage;
    const keep = memoryMs(outage, reopenWithinSeconds) + MINUTE;
    if (phase !== 'closed' || endUntold || draft.now - (record.closedAt ?? 0) <= keep) continue;
    const written = (effect: (typeof draft.effects)[number]) =>
      effect.type === 'outage' && effect.outage === id;
    const pending = draft.base.outbox.some(written) || draft.effects.some(written);
    if (!pending) delete draft.outages[id];
  }
}
