import { settle } from '#core/detection/account';
import { checkOf, type GroupDraft, moved, serviceOf } from '#core/detection/group-draft';
import {
  type CheckState,
  type Failure,
  MAX_FAILURES_KEPT,
  NOT_YET,
  type OpenIncident,
  type Sample,
} from '#core/detection/group-state';
import { amendIncident, attach, endInRecord, keepSpan, note } from '#core/detection/outages';
import type { Incident } from '#core/outage/outage';
import { type Layer, layerDepth } from '#core/run/layer';
import type { Result } from '#core/run/result';
import { type Instant, SECOND } from '#core/time/time';
import type { Check } from '#core/watch/catalogue';
import { windowAt } from '#core/watch/maintenance';

/** True while `service` is in a declared maintenance window. */
export function excuseOf(draft: GroupDraft, service: string, at: Instant): boolean {
  return draft.windows.length > 0 && windowAt(draft.windows, service, at) !== undefined;
}

/** The check's failures are now an incident, or part of the one its service has. */
export function openIncident(draft: GroupDraft, check: Check, state: CheckState): void {
  const { suspicion, ...rest } = state;
  const failures = suspicion?.failures ?? [];
  const last = failures.at(-1);
  if (!last) return;
  const open = moved({ ...rest, open: true }, 'confirmed', last.to);
  draft.checks[check.id] = settle(draft, check, open);
  const described = describe(check.service, suspicion?.goodBefore ?? null, failures);
  const service = serviceOf(draft, check.service);
  if (service.incident) {
    amendIncident(draft, service.incident.outage, described);
    return again(draft, check, last);
  }
  const incident: OpenIncident = {
    outage: attach(draft, described),
    layer: described.layer,
    openedAt: draft.now,
    firstBadTo: described.startedBetween.by,
    lastBadFrom: last.from,
    waiting: [check.id],
    passes: 0,
  };
  draft.services[check.service] = { ...service, incident, paceSince: draft.now };
  note(draft, incident.outage, {
    at: last.to,
    type: 'service-down',
    service: check.service,
    check: check.id,
    layer: described.layer,
    kind: described.kind,
  });
}

/** The failure that tells most speaks for the incident: database text first, else the latest. */
function describe(
  service: string,
  goodBefore: Instant | null,
  failures: readonly Failure[],
): Incident {
  const first = failures[0] as Failure;
  const telling = failures.find((one) => one.databaseText) ?? (failures.at(-1) as Failure);
  const known = goodBefore !== null && goodBefore < first.to;
  return {
    service,
    startedBetween: { after: known ? goodBefore : null, by: first.to },
    layer: telling.layer,
    kind: telling.kind,
    ...(telling.signature === undefined ? {} : { signature: telling.signature }),
    databaseText: telling.databaseText,
    ...(telling.matched === undefined ? {} : { matched: telling.matched }),
    passedLayers: telling.passedLayers,
    runs: failures.map(({ run }) => run),
    evidence: [...new Set(failures.flatMap(({ evidence }) => evidence))].slice(
      0,
      MAX_FAILURES_KEPT,
    ),
  };
}

/** Another failure while the incident is open. */
export function failAgain(draft: GroupDraft, check: Check, failure: Failure): void {
  const incident = draft.services[check.service]?.incident;
  if (!incident) return;
  if (failure.databaseText) {
    amendIncident(draft, incident.outage, describe(check.service, null, [failure]));
  }
  again(draft, check, failure);
}

function again(draft: GroupDraft, check: Check, failure: Failure): void {
  const service = serviceOf(draft, check.service);
  const { incident } = service;
  if (!incident) return;
  const { passingFrom, firstGoodTo: _, ...rest } = incident;
  const waiting = rest.waiting.includes(check.id) ? rest.waiting : [...rest.waiting, check.id];
  const lastBadFrom = Math.max(rest.lastBadFrom, failure.from);
  const excused = rest.firstBadTo === NOT_YET && excuseOf(draft, check.service, draft.now);
  const firstBadTo = excused ? NOT_YET : Math.min(rest.firstBadTo, failure.to);
  draft.touched.add(incident.outage);
  // A run that began before the first pass may have met the last of the outage.
  if (passingFrom !== undefined && failure.from < passingFrom) {
    draft.services[check.service] = { ...service, incident: { ...incident, waiting, lastBadFrom } };
    return;
  }
  draft.services[check.service] = {
    ...service,
    incident: { ...rest, waiting, lastBadFrom, firstBadTo, passes: 0 },
    paceSince: incident.passes > 0 ? draft.now : service.paceSince,
  };
}

/** Maintenance begins: the downtime so far is kept, and what follows is none until it fails again. */
export function pauseIncident(draft: GroupDraft, id: string): void {
  const service = serviceOf(draft, id);
  const { incident } = service;
  if (!incident || incident.firstBadTo === NOT_YET) return;
  keepSpan(draft, incident);
  draft.services[id] = { ...service, incident: { ...incident, firstBadTo: NOT_YET } };
}

function deepest({ layer, passedLayers }: Result): Layer {
  return passedLayers.reduce((a, b) => (layerDepth(a) < layerDepth(b) ? b : a), layer);
}

/** A pass while the service's incident is open. */
export function passIncident(
  draft: GroupDraft,
  check: Check,
  { result, sample }: { readonly result: Result; readonly sample: Sample },
): void {
  const service = serviceOf(draft, check.service);
  const { incident } = service;
  if (!incident || sample.from <= incident.lastBadFrom) return;
  const open = checkOf(draft, check).open;
  if (!open && layerDepth(deepest(result)) < layerDepth(incident.layer)) return;
  if (incident.passes === 0) draft.recovering.add(incident.outage);
  const next: OpenIncident = {
    ...incident,
    waiting: incident.waiting.filter((id) => id !== check.id),
    passes: incident.passes + 1,
    passingFrom: incident.passingFrom ?? sample.from,
    firstGoodTo: incident.firstGoodTo ?? sample.to,
  };
  const paceSince = incident.passes === 0 ? draft.now : service.paceSince;
  draft.services[check.service] = { ...service, incident: next, paceSince };
  if (incident.passes === 0) {
    note(draft, incident.outage, {
      at: sample.to,
      type: 'recovering',
      service: check.service,
      check: check.id,
    });
  }
  if (hasRecovered(draft, next, sample)) endIncident(draft, check.service, sample.to);
}

/** Each recurrence doubles the span that passes must fill: a flapping service closes once. */
function hasRecovered(draft: GroupDraft, incident: OpenIncident, sample: Sample): boolean {
  const { rules } = draft.context.configuration;
  const recurrences = draft.outages[incident.outage]?.record.recurrences ?? 0;
  const span = Math.min(
    rules.closeSpanSeconds * 2 ** Math.min(recurrences, 16),
    Math.max(rules.reopenWithinSeconds, rules.closeSpanSeconds),
  );
  return (
    incident.waiting.length === 0 &&
    incident.passes >= rules.closeAfterPasses &&
    sample.from - (incident.passingFrom ?? sample.from) >= span * SECOND
  );
}

/** A run that stopped for another reason, but beyond the failing layer, shows that the layer works. */
export function showLayer(draft: GroupDraft, check: Check, result: Result): void {
  const service = serviceOf(draft, check.service);
  const { incident } = service;
  if (!incident?.waiting.includes(check.id)) return;
  if (!result.passedLayers.includes(incident.layer)) return;
  const waiting = incident.waiting.filter((id) => id !== check.id);
  draft.services[check.service] = { ...service, incident: { ...incident, waiting } };
}

/** Ends the service's incident; its checks start anew. */
export function endIncident(draft: GroupDraft, id: string, at: Instant): void {
  const { incident, ...service } = serviceOf(draft, id);
  if (!incident) return;
  for (const check of draft.context.checksOf.get(id) ?? []) {
    const state = checkOf(draft, check);
    if (!state.open) continue;
    const closed = moved({ ...state, open: false, countFrom: at }, 'recovered', at);
    draft.checks[check.id] = closed;
  }
  draft.services[id] = { ...service, paceSince: draft.now };
  endInRecord(draft, { service: id, incident, at });
}
