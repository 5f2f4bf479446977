import type { CheckRequest, Trigger } from '#contract/messages';
import { checkOf, type GroupDraft } from '#core/detection/group-draft';
import type { Failure, GroupState, OpenIncident } from '#core/detection/group-state';
import { changeOutage } from '#core/detection/outages';
import { lastUsable } from '#core/detection/sample';
import { checkRequest, runId } from '#core/detection/schedule';
import { sameCause } from '#core/outage/correlation';
import { type Instant, MINUTE, SECOND } from '#core/time/time';
import type { Check } from '#core/watch/catalogue';

/** One outage's services are asked to show recovery at most this often. */
const RECOVERY_PAUSE_MS = 60 * SECOND;

/** Asks for the runs that decide a suspicion or a recovery, within each host's budget. */
export function askForRuns(draft: GroupDraft): void {
  const requests: CheckRequest[] = [];
  for (const id of draft.unsure) {
    const check = draft.context.checks.get(id);
    if (check && (isUnsure(draft, check) || mayHaveRecovered(draft, check))) {
      confirm(draft, requests, check);
    }
  }
  for (const id of draft.suspected) askSiblings(draft, requests, id);
  for (const id of draft.recovering) askRecovering(draft, requests, id);
  if (requests.length > 0) draft.effects.push({ type: 'checks', requests });
}

/**
 * Did it fail of late, without an incident? A probe is cheap and is asked for twice the window of the
 * opening rule: where every other request fails, two passes in a row are no proof. A journey is a
 * browser and perhaps a login: two passes have to do.
 */
function isUnsure(draft: GroupDraft, check: Check): boolean {
  const { samples, countFrom, open } = checkOf(draft, check);
  if (open || draft.services[check.service]?.incident) return false;
  const { n } = draft.context.configuration.rules.openAt;
  const looks = check.type === 'probe' ? 2 * n : n - 1;
  return lastUsable(samples, countFrom, looks).some(({ mark }) => mark === 'failed');
}

/** One run of each sibling, of the controls first: is it them, or us? */
function askSiblings(draft: GroupDraft, requests: CheckRequest[], id: string): void {
  const failure = draft.checks[id]?.suspicion?.failures.at(-1);
  if (!failure || isKnown(draft, failure)) return;
  for (const check of draft.context.controls.values()) {
    ask(draft, requests, { check, trigger: 'sibling' });
  }
  const name = id.slice(id.indexOf('/'));
  for (const check of draft.context.checks.values()) {
    const { open, suspicion } = checkOf(draft, check);
    if (open || suspicion || !check.id.endsWith(name)) continue;
    ask(draft, requests, { check, trigger: 'sibling' });
  }
}

/** The first pass after failures: does the rest of the outage pass as well? Probes say so first. */
function askRecovering(draft: GroupDraft, requests: CheckRequest[], id: string): void {
  const outage = draft.outages[id];
  if (!outage || draft.now - (outage.recoveryAskedAt ?? 0) < RECOVERY_PAUSE_MS) return;
  changeOutage(draft, id, { recoveryAskedAt: draft.now });
  const waiting = incidentsOf(draft, id).flatMap((incident) => incident.waiting);
  const checks = waiting.flatMap((one) => draft.context.checks.get(one) ?? []);
  for (const check of checks.filter(({ type }) => type === 'probe'))
    confirm(draft, requests, check);
  for (const check of checks.filter(({ type }) => type !== 'probe'))
    confirm(draft, requests, check);
}

function incidentsOf(draft: GroupDraft, outage: string): readonly OpenIncident[] {
  return Object.values(draft.services).flatMap(({ incident }) =>
    incident?.outage === outage ? [incident] : [],
  );
}

/** It has not passed yet, but something of its outage has. */
function mayHaveRecovered(draft: GroupDraft, check: Check): boolean {
  const incident = draft.services[check.service]?.incident;
  if (!incident?.waiting.includes(check.id)) return false;
  return incidentsOf(draft, incident.outage).some(({ passes }) => passes > 0);
}

/** What finds no budget comes first in the next minute. */
function confirm(draft: GroupDraft, requests: CheckRequest[], check: Check): void {
  if (ask(draft, requests, { check, trigger: 'confirm' }) === 'budget') draft.owed.add(check.id);
}

/** An outage that shows the same goes on: whom it hits is seen by the runs that are due anyway. */
function isKnown(draft: GroupDraft, failure: Failure): boolean {
  return Object.values(draft.outages).some(
    ({ phase, record }) =>
      phase === 'open' && record.incidents.some((incident) => sameCause(incident, failure)),
  );
}

interface Wanted {
  readonly check: Check;
  readonly trigger: Trigger;
}

/** Says `budget` when the host has no run left in this minute. */
function ask(
  draft: GroupDraft,
  requests: CheckRequest[],
  { check, trigger }: Wanted,
): 'asked' | 'awaited' | 'budget' {
  if (draft.awaiting.some((awaited) => awaited.check === check.id)) return 'awaited';
  if (!withinBudget(draft, check.service)) return 'budget';
  const { configuration } = draft.context;
  const at = freeSecond(draft, check, trigger);
  const state: GroupState = { ...draft.base, services: draft.services };
  requests.push(checkRequest({ check, at, trigger, urgent: true }, state, configuration));
  draft.awaiting = [...draft.awaiting, { check: check.id, since: at }];
  return 'asked';
}

/** This second, or the next for which no such run was made yet: its id would be the same. */
function freeSecond(draft: GroupDraft, check: Check, trigger: Trigger): Instant {
  const samples = draft.controls[check.id] ?? checkOf(draft, check).samples;
  let at = Math.floor(draft.now / SECOND) * SECOND;
  while (samples.some(({ run }) => run === runId(check, at, trigger))) at += SECOND;
  return at;
}

function withinBudget(draft: GroupDraft, service: string): boolean {
  const { extra, context } = draft;
  const minute = Math.floor(draft.now / MINUTE) * MINUTE;
  if (extra.minute !== minute) {
    extra.minute = minute;
    extra.hosts = {};
  }
  const host = context.hosts.get(service) ?? service;
  const used = extra.hosts[host] ?? 0;
  if (used >= context.configuration.rules.confirmBudgetPerHost) return false;
  extra.hosts[host] = used + 1;
  return true;
}

/** Runs that were asked for too long ago are not waited for any more. */
export function forgetAwaited(draft: GroupDraft): void {
  if (draft.awaiting.length === 0) return;
  const { groupWaitSeconds } = draft.context.configuration.rules;
  draft.awaiting = draft.awaiting.filter(
    ({ since }) => draft.now < since + groupWaitSeconds * SECOND,
  );
}
