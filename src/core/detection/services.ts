import { patienceMs, settleAtWindow } from '#core/detection/account';
import { checkOf, type GroupDraft, moved, serviceOf } from '#core/detection/group-draft';
import type { CheckState } from '#core/detection/group-state';
import { excuseOf, openIncident, pauseIncident, stopWatching } from '#core/detection/incident';
import { streakOf } from '#core/detection/lasting';
import { writeHours } from '#core/detection/rollups';
import { independent } from '#core/outage/cause';
import { likeCause } from '#core/outage/correlation';
import { gravest, type ShownState } from '#core/outage/shown-state';
import { MINUTE } from '#core/time/time';

/** Begins and ends the maintenance of each check with the window of its service. */
export function keepWindows(draft: GroupDraft): void {
  for (const [service, checks] of draft.context.checksOf) {
    const excused = excuseOf(draft, service, draft.now);
    for (const check of checks) {
      const state = checkOf(draft, check);
      if (excused === (state.state === 'maintenance')) continue;
      if (excused) pauseIncident(draft, service);
      const settled = settleAtWindow(draft, check, { state, begins: excused });
      draft.checks[check.id] = moved(settled, excused ? 'window' : 'window-over', draft.now);
    }
  }
}

/**
 * One failure is enough if siblings failed in the same way and one of them is confirmed, because
 * one cause needs one proof.
 */
export function corroborate(draft: GroupDraft): void {
  const symptoms = Object.values(draft.outages).flatMap(({ phase, record }) => {
    const active = record.incidents.filter((one) => !one.endedBetween);
    const telling =
      phase === 'forming' || (phase === 'open' && independent(record.incidents).length > 1);
    return telling && !record.drill ? active.map((one) => ({ record, one })) : [];
  });
  if (symptoms.length === 0) return;
  for (const check of draft.context.checks.values()) {
    const state = checkOf(draft, check);
    const last = state.suspicion?.failures.at(-1);
    const fails = last !== undefined && streakOf(state).length > 0;
    if (fails && symptoms.some(({ record, one }) => likeCause(record, one, last)))
      openIncident(draft, check, state);
  }
}

/** Ends the incidents of services and checks that are no longer watched. */
export function dropUnwatched(draft: GroupDraft): void {
  const { checks, checksOf } = draft.context;
  for (const id in draft.services) {
    const service = serviceOf(draft, id);
    if (!checksOf.has(id)) {
      stopWatching(draft, id);
      delete draft.services[id];
    } else if (service.incident?.waiting.some((check) => !checks.has(check))) {
      const waiting = service.incident.waiting.filter((check) => checks.has(check));
      draft.services[id] = { ...service, incident: { ...service.incident, waiting } };
    }
  }
  for (const id in draft.checks) {
    if (checks.has(id)) continue;
    writeHours(draft, id);
    delete draft.checks[id];
  }
}

export function summariseServices(draft: GroupDraft): void {
  for (const [id, checks] of draft.context.checksOf) {
    const service = serviceOf(draft, id);
    const states = checks.map((check) => checkOf(draft, check));
    const state = service.incident
      ? incidentState(service.incident.passes, states)
      : gravestSeen(states);
    if (state !== service.state || !draft.services[id]) {
      draft.services[id] = { ...service, state, since: draft.now };
    }
  }
}

function incidentState(passes: number, states: readonly CheckState[]): ShownState {
  if (states.every(({ state }) => state === 'maintenance')) return 'maintenance';
  if (states.every(({ state }) => state === 'unknown')) return 'unknown';
  return passes > 0 ? 'recovering' : 'down';
}

/** A check without runs says nothing about a service that another check sees. */
function gravestSeen(states: readonly CheckState[]): ShownState {
  return gravest(states.map(({ state }) => state).filter((state) => state !== 'unknown'));
}

/** During an outage its probes take turns, one a minute. Without probes, journeys run rarely. */
const PROBES_SILENT_MS = 5 * MINUTE;

/** No run has seen the service for long. Runs that failed by our own fault saw nothing. */
export function isUnseen(draft: GroupDraft, service: string): boolean {
  const checks = draft.context.checksOf.get(service) ?? [];
  const probed = checks.some(({ type }) => type === 'probe');
  return checks.every((check) => {
    const { latest } = checkOf(draft, check);
    const patience = probed ? PROBES_SILENT_MS : patienceMs(draft, check);
    return !latest || latest.kind === 'monitor-fault' || draft.now - latest.at > patience;
  });
}
