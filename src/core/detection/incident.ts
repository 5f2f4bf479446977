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
import { expectLook } from '#core/detection/last-look';
import { kinOf, sinceFirstFailure } from '#core/detection/lasting';
import {
  addSeen,
  amendIncident,
  attach,
  changeRecord,
  type EndedIncident,
  endInRecord,
  keepSpan,
  note,
} from '#core/detection/outages';
import { addToRow, breakRow, hasRecovered } from '#core/detection/recovery';
import { beginOf } from '#core/detection/sample';
import { likeCause } from '#core/outage/correlation';
import type { Incident } from '#core/outage/outage';
import { type Layer, layerDepth } from '#core/run/layer';
import type { Result } from '#core/run/result';
import type { Instant } from '#core/time/time';
import type { Check } from '#core/watch/catalogue';
import { windowAt } from '#core/watch/maintenance';
import { defined } from '../defined.ts';

/** True while `service` is in a declared maintenance window. */
export function excuseOf(draft: GroupDraft, service: string, at: Instant): boolean {
  return draft.windows.length > 0 && windowAt(draft.windows, service, at) !== undefined;
}

/** The check's failures become an incident, or part of the open incident of its service. */
export function openIncident(draft: GroupDraft, check: Check, state: CheckState): void {
  const { suspicion, faint: _, ...rest } = state;
  // What failed before the end of an incident of its service was part of that.
  const failures = (suspicion?.failures ?? []).filter(({ from }) => from >= state.countFrom);
  const last = failures.at(-1);
  if (!last) return;
  const open = moved({ ...rest, open: true }, 'confirmed', last.to);
  draft.checks[check.id] = settle(draft, check, open);
  const described = describe(check.service, suspicion?.goodBefore ?? null, failures);
  const service = serviceOf(draft, check.service);
  const first = failures[0] ?? last;
  if (service.incident) {
    expectLook(draft, service.incident.outage, { check, first });
    amendIncident(draft, service.incident.outage, described);
    return again(draft, check, { failure: last });
  }
  const outage = attach(draft, described);
  expectLook(draft, outage, { check, first });
  const incident: OpenIncident = {
    outage,
    layer: described.layer,
    kind: described.kind,
    openedAt: draft.now,
    firstBadTo: described.startedBetween.by,
    lastBadFrom: last.from,
    waiting: [check.id],
    passes: 0,
    ownPasses: 0,
  };
  draft.services[check.service] = { ...service, incident, paceSince: draft.now };
  breakRow(draft, incident.outage, last);
  if (check.sharedWith === undefined) count(draft, incident.outage, state);
  draft.lasting.add(check.id);
  note(draft, incident.outage, {
    at: last.to,
    type: 'service-down',
    service: check.service,
    check: check.id,
    layer: described.layer,
    kind: described.kind,
  });
}

/** Counts the check's runs since its first failure, up to the one that opens the incident. */
function count(draft: GroupDraft, outage: string, state: CheckState): void {
  const runs = sinceFirstFailure(state, 0);
  const failed = runs.filter(({ mark }) => mark === 'failed').length;
  addSeen(draft, outage, { runs: runs.length, failed });
}

/** The most informative failure describes the incident: database text first, else the latest. */
function describe(
  service: string,
  goodBefore: Instant | null,
  failures: readonly Failure[],
): Incident {
  const first = failures[0] as Failure;
  const telling = failures.find((one) => one.databaseText) ?? (failures.at(-1) as Failure);
  return {
    service,
    startedBetween: beginOf(goodBefore, first),
    layer: telling.layer,
    kind: telling.kind,
    ...defined({ signature: telling.signature }),
    databaseText: telling.databaseText,
    ...defined({ matched: telling.matched }),
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
  again(draft, check, { failure });
}

/** The outage continues while any service of the group shows the same failure. */
export function breakRowsLike(draft: GroupDraft, failure: Failure): void {
  for (const [id, { row, record }] of Object.entries(draft.outages)) {
    const isLike = row && record.incidents.some((one) => likeCause(record, one, failure));
    if (isLike) breakRow(draft, id, failure);
  }
}

/** A failure inside a maintenance window. The incident continues, but the time is no downtime. */
export function failInWindow(draft: GroupDraft, check: Check, failure: Failure): void {
  again(draft, check, { failure, inWindow: true });
}

interface FailedAgain {
  readonly failure: Failure;
  readonly inWindow?: true;
}

function again(draft: GroupDraft, check: Check, { failure, inWindow }: FailedAgain): void {
  const service = serviceOf(draft, check.service);
  const { incident } = service;
  if (!incident) return;
  const { passingFrom, firstGoodTo: _, ...rest } = incident;
  const waiting = rest.waiting.includes(check.id) ? rest.waiting : [...rest.waiting, check.id];
  const lastBadFrom = Math.max(rest.lastBadFrom, failure.from);
  const excused =
    rest.firstBadTo === NOT_YET && (inWindow || excuseOf(draft, check.service, draft.now));
  const firstBadTo = excused ? NOT_YET : Math.min(rest.firstBadTo, failure.to);
  draft.touched.add(incident.outage);
  breakRow(draft, incident.outage, { from: failure.from, check: check.id });
  // A run that began before the first pass may have met the end of the outage.
  if (passingFrom !== undefined && failure.from < passingFrom) {
    draft.services[check.service] = { ...service, incident: { ...incident, waiting, lastBadFrom } };
    return;
  }
  draft.services[check.service] = {
    ...service,
    incident: {
      ...rest,
      waiting,
      lastBadFrom,
      firstBadTo,
      passes: 0,
      ownPasses: 0,
    },
    paceSince: incident.passes > 0 ? draft.now : service.paceSince,
  };
  if (check.sharedWith !== undefined) return;
  const passed = incident.ownPasses ?? incident.passes;
  addSeen(draft, incident.outage, { runs: passed + 1, failed: 1 });
}

/**
 * Maintenance begins: downtime so far is kept, and time after it counts only after a new failure.
 */
export function pauseIncident(draft: GroupDraft, id: string): void {
  changeIncident(draft, id, (incident) => {
    keepSpan(draft, incident);
    return { firstBadTo: NOT_YET };
  });
}

/** Does nothing without an incident. */
function changeIncident(
  draft: GroupDraft,
  id: string,
  change: (incident: OpenIncident) => Partial<OpenIncident>,
): void {
  const service = serviceOf(draft, id);
  const { incident } = service;
  if (!incident) return;
  draft.services[id] = { ...service, incident: { ...incident, ...change(incident) } };
}

interface Pass {
  readonly result: Result;
  readonly sample: Sample;
}

/** A pass while the service's incident is open. */
export function passIncident(draft: GroupDraft, check: Check, pass: Pass): void {
  const { incident } = serviceOf(draft, check.service);
  if (!incident || pass.sample.from <= incident.lastBadFrom) return;
  if (!reaches(pass.result, incident.layer) && !checkOf(draft, check).open) return;
  if (incident.passes === 0) beginRecovery(draft, check, { incident, sample: pass.sample });
  draft.unsure.add(check.id);
  addToRow(draft, incident.outage, { check, sample: pass.sample });
  takePass(draft, check, pass.sample);
  // Each run counts once in the share of failures.
  changeIncident(draft, check.service, ({ ownPasses = 0 }) => ({ ownPasses: ownPasses + 1 }));
  endRecovered(draft, incident.outage, pass.sample);
}

/** Services that share the address and have passed themselves also count the pass. */
export function passToKin(draft: GroupDraft, check: Check, { result, sample }: Pass): void {
  for (const kin of kinOf(draft, check)) {
    const { incident } = serviceOf(draft, kin.service);
    if (!incident || incident.passes === 0 || sample.from <= incident.lastBadFrom) continue;
    if (!reaches(result, incident.layer)) continue;
    takePass(draft, kin, sample);
    endRecovered(draft, incident.outage, sample);
  }
}

function reaches({ passedLayers }: Result, layer: Layer): boolean {
  return passedLayers.some((passed) => layerDepth(passed) >= layerDepth(layer));
}

function beginRecovery(
  draft: GroupDraft,
  check: Check,
  { incident, sample }: { readonly incident: OpenIncident; readonly sample: Sample },
): void {
  const { outage } = incident;
  draft.recovering.add(outage);
  draft.services[check.service] = { ...serviceOf(draft, check.service), paceSince: draft.now };
  note(draft, outage, {
    at: sample.to,
    type: 'recovering',
    service: check.service,
    check: check.id,
  });
}

function takePass(draft: GroupDraft, check: Check, sample: Sample): void {
  changeIncident(draft, check.service, (incident) => ({
    waiting: incident.waiting.filter((id) => id !== check.id),
    passes: incident.passes + 1,
    passingFrom: incident.passingFrom ?? sample.from,
    firstGoodTo: incident.firstGoodTo ?? sample.to,
  }));
}

function endRecovered(draft: GroupDraft, outage: string, sample: Sample): void {
  for (const [service, { incident }] of Object.entries(draft.services)) {
    if (incident?.outage !== outage) continue;
    if (hasRecovered(draft, incident, sample)) {
      endIncident(draft, { service, incident, at: sample.to });
    }
  }
}

/**
 * A run that stopped for another reason, but beyond the failing layer, shows that the layer works.
 */
export function showLayer(draft: GroupDraft, check: Check, result: Result): void {
  changeIncident(draft, check.service, ({ waiting, layer }) =>
    result.passedLayers.includes(layer) ? { waiting: waiting.filter((id) => id !== check.id) } : {},
  );
}

/** The service is down but no longer watched, so its end will not be seen. */
export function stopWatching(draft: GroupDraft, id: string): void {
  const { incident } = serviceOf(draft, id);
  if (!incident) return;
  keepSpan(draft, incident);
  changeRecord(draft, incident.outage, ({ incidents }) => ({
    incidents: incidents.map((one) => (one.service === id ? { ...one, unwatched: true } : one)),
  }));
  note(draft, incident.outage, { at: draft.now, type: 'unwatched', service: id });
}

/** Ends the service's incident. Its checks start fresh. */
function endIncident(draft: GroupDraft, ended: EndedIncident): void {
  const { service: id, at } = ended;
  for (const check of draft.context.checksOf.get(id) ?? []) {
    const state = { ...checkOf(draft, check), countFrom: at };
    const closed = state.open ? moved({ ...state, open: false }, 'recovered', at) : state;
    draft.checks[check.id] = closed;
  }
  const { incident: _, ...service } = serviceOf(draft, id);
  draft.services[id] = { ...service, paceSince: draft.now };
  endInRecord(draft, ended);
}
