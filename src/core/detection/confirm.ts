import type { CheckRequest, Trigger } from '#contract/messages';
import { faintOf } from '#core/detection/faint';
import { checkOf, type GroupDraft } from '#core/detection/group-draft';
import type { GroupState, OutageState } from '#core/detection/group-state';
import { awaitsLook, incidentsOf } from '#core/detection/last-look';
import { kinOf, LOOK_MS, nextLook, runnerOf, streakOf } from '#core/detection/lasting';
import { changeOutage } from '#core/detection/outages';
import { nextProof } from '#core/detection/recovery';
import { isUsable, lastUsable } from '#core/detection/sample';
import { checkRequest, PROBED, runId } from '#core/detection/schedule';
import { sameCause } from '#core/outage/correlation';
import { type Instant, MINUTE, SECOND } from '#core/time/time';
import type { Check } from '#core/watch/catalogue';

/** Shortest time between requests for recovery runs of one outage, ms. */
const RECOVERY_PAUSE_MS = 60 * SECOND;

/** Requests the runs that decide a suspicion or a recovery, within each host's budget. */
export function askForRuns(draft: GroupDraft): void {
  const requests: CheckRequest[] = [];
  for (const check of watched(draft, draft.unsure)) {
    const at = lookAt(draft, check);
    if (at !== undefined) confirm(draft, requests, check, at);
  }
  for (const check of watched(draft, draft.suspected)) askSiblings(draft, requests, check);
  for (const check of watched(draft, draft.lasting)) askKin(draft, requests, check);
  for (const outage of Object.values(draft.outages)) askLastLook(draft, requests, outage);
  for (const id of draft.recovering) askRecovering(draft, requests, id);
  for (const id of draft.undecided) askJourneys(draft, requests, id);
  if (requests.length > 0) draft.effects.push({ type: 'checks', requests });
}

/** The checks with these ids, without those that were switched off. */
function watched({ context }: GroupDraft, ids: Iterable<string>): readonly Check[] {
  return [...ids].flatMap((id) => context.checks.get(id) ?? []);
}

/** Requests a journey where the probe cannot decide but a browser can. */
function askJourneys(draft: GroupDraft, requests: CheckRequest[], service: string): void {
  for (const check of draft.context.checksOf.get(service) ?? []) {
    if (check.type === 'journey') confirm(draft, requests, check, draft.now);
  }
}

/** Best time for the next run of a check. Undefined if nothing depends on it. */
function lookAt(draft: GroupDraft, check: Check): Instant | undefined {
  if (isUnsure(draft, check)) return nextLook(draft, check);
  const incident = draft.services[check.service]?.incident;
  if (!incident) return undefined;
  if (incident.passes === 0 || incident.waiting.includes(check.id)) {
    return mayHaveRecovered(draft, check) ? draft.now : undefined;
  }
  const paced =
    check.type === 'probe' || !PROBED.includes(incident.layer) || incident.kind === 'blank';
  const at = paced ? nextProof(draft, check.service) : undefined;
  return at === undefined || isProofUnderWay(draft, check, at) ? undefined : at;
}

/**
 * A run for another service of the outage is under way. One pass counts for all that recover
 * together.
 */
function isProofUnderWay(draft: GroupDraft, { id, service }: Check, at: Instant): boolean {
  const outage = draft.services[service]?.incident?.outage;
  return draft.awaiting.some(({ check, since, sibling }) => {
    const other = draft.context.checks.get(check);
    if (!other || check === id || sibling || since < at - LOOK_MS) return false;
    return draft.services[other.service]?.incident?.outage === outage;
  });
}

/**
 * After a failure, this many usable runs must pass before it is forgotten. A probe is cheap, so it
 * runs for twice the window of the opening rule: if every second request fails, two passes in a row
 * prove nothing. A journey needs a browser and perhaps a login, so two passes are enough.
 */
export function looksOf({ context }: GroupDraft, check: string): number {
  const { n } = context.configuration.rules.openAt;
  return context.checks.get(check)?.type === 'probe' ? 2 * n : Math.max(1, n - 1);
}

/** The check failed recently but has no incident. */
function isUnsure(draft: GroupDraft, check: Check): boolean {
  const state = checkOf(draft, check);
  const { samples, countFrom, open } = state;
  if (open || draft.services[check.service]?.incident) return false;
  if (faintOf(state)) return true;
  const near = lastUsable(samples, countFrom, looksOf(draft, check.id));
  return near.some(({ mark }) => mark === 'failed');
}

/**
 * Finds out whether the fault is theirs or ours: runs the controls and one check for each other
 * address.
 */
function askSiblings(draft: GroupDraft, requests: CheckRequest[], first: Check): void {
  if (isKnown(draft, first)) return;
  for (const check of draft.context.controls.values()) {
    ask(draft, requests, { check, trigger: 'sibling' });
  }
  const name = first.id.slice(first.id.indexOf('/'));
  const namesakes = [...draft.context.checks.values()].filter(({ id }) => id.endsWith(name));
  for (const check of onePerAddress(draft, namesakes, first)) {
    askSibling(draft, requests, { check, since: draft.now });
  }
}

/**
 * Checks with the same address see the same fault. They run at the moment when the failure has
 * lasted long enough, so that the opening notice names them all.
 */
function askKin(draft: GroupDraft, requests: CheckRequest[], first: Check): void {
  const state = checkOf(draft, first);
  const at = state.open ? draft.now : nextLook(draft, first);
  const since = streakOf(state)[0]?.from ?? draft.now;
  for (const check of kinOf(draft, first)) askSibling(draft, requests, { check, at, since });
}

function askSibling(
  draft: GroupDraft,
  requests: CheckRequest[],
  wanted: Omit<Wanted, 'trigger'> & { readonly since: Instant },
): void {
  const { open, suspicion, samples } = checkOf(draft, wanted.check);
  const hasSpoken = (samples.findLast(isUsable)?.from ?? 0) >= wanted.since;
  if (!open && !suspicion && !hasSpoken) ask(draft, requests, { ...wanted, trigger: 'sibling' });
}

/** The first check of each address, except the address of `but`. */
function onePerAddress(
  { context }: GroupDraft,
  checks: readonly Check[],
  but?: Check,
): readonly Check[] {
  const seen = new Set(but ? [context.addresses.get(but.id)] : []);
  return checks.filter(({ id }) => {
    const address = context.addresses.get(id);
    if (seen.has(address)) return false;
    seen.add(address);
    return true;
  });
}

/** While a look hangs, another address may answer: it is asked shortly before the look gives up. */
const BESIDE_MS = 8 * SECOND;

/**
 * Runs on two addresses whose hosts have one left, the second a little later. After a pass,
 * recovery asks for the others.
 */
function askLastLook(draft: GroupDraft, requests: CheckRequest[], outage: OutageState): void {
  if (!awaitsLook(draft, outage)) return;
  const incidents = incidentsOf(draft, outage.record.id);
  if (incidents.some(({ passes }) => passes > 0)) return;
  const checks = watched(
    draft,
    incidents.flatMap((incident) => incident.waiting),
  );
  let at = Math.max(draft.now, outage.lookAt ?? 0);
  let left = 2;
  for (const check of onePerAddress(draft, checks)) {
    if (ask(draft, requests, { check, trigger: 'confirm', at }) === 'budget') continue;
    at += BESIDE_MS;
    left -= 1;
    if (left === 0) return;
  }
}

/**
 * After the first pass, checks whether the rest of the outage passes too. Every service is probed
 * first. For journeys, one counts for all services with its address.
 */
function askRecovering(draft: GroupDraft, requests: CheckRequest[], id: string): void {
  const outage = draft.outages[id];
  if (!outage || draft.now - (outage.recoveryAskedAt ?? 0) < RECOVERY_PAUSE_MS) return;
  changeOutage(draft, id, { recoveryAskedAt: draft.now });
  const checks = watched(
    draft,
    incidentsOf(draft, id).flatMap((incident) => incident.waiting),
  );
  const probes = checks.filter(({ type }) => type === 'probe');
  const others = checks.filter(({ type }) => type !== 'probe');
  for (const check of [...probes, ...onePerAddress(draft, others)]) {
    confirm(draft, requests, check);
  }
}

/** The check has not passed yet, but another service of its outage has. */
function mayHaveRecovered(draft: GroupDraft, check: Check): boolean {
  const incident = draft.services[check.service]?.incident;
  if (!incident?.waiting.includes(check.id)) return false;
  return incidentsOf(draft, incident.outage).some(({ passes }) => passes > 0);
}

/** A run without budget comes first in the next minute. */
function confirm(
  draft: GroupDraft,
  requests: CheckRequest[],
  check: Check,
  at: Instant = draft.now,
): void {
  const asked = ask(draft, requests, { check, trigger: 'confirm', at });
  if (asked === 'budget') draft.owed.add(check.id);
}

/** A failure like those of the current outage. Regular runs show which services it affects. */
function isKnown(draft: GroupDraft, check: Check): boolean {
  const failure = checkOf(draft, check).suspicion?.failures.at(-1);
  if (!failure) return true;
  return Object.values(draft.outages).some(
    ({ phase, record }) =>
      phase === 'open' && record.incidents.some((incident) => sameCause(incident, failure)),
  );
}

interface Wanted {
  readonly check: Check;
  readonly trigger: Trigger;
  /** Start of the run. Absent: now. */
  readonly at?: Instant;
}

/** Returns `budget` if the host has no run left in that minute. */
function ask(
  draft: GroupDraft,
  requests: CheckRequest[],
  { check: asked, trigger, at: wanted = draft.now }: Wanted,
): 'asked' | 'awaited' | 'budget' {
  const check = draft.context.checks.get(runnerOf(asked)) ?? asked;
  const at = freeSecond(draft, { check, trigger, at: wanted });
  const soon = at + LOOK_MS;
  if (draft.awaiting.some((one) => one.check === check.id && one.since <= soon)) return 'awaited';
  const { configuration } = draft.context;
  if (!withinBudget(draft, check.service, at)) return 'budget';
  const state: GroupState = { ...draft.base, services: draft.services };
  requests.push(checkRequest({ check, at, trigger, urgent: true }, state, configuration));
  const awaited = { check: check.id, since: at };
  const sibling = trigger === 'sibling' ? ({ sibling: true } as const) : {};
  draft.awaiting = [...draft.awaiting, { ...awaited, ...sibling }];
  return 'asked';
}

/** This second, or the next one without such a run, because run ids contain the second. */
function freeSecond(draft: GroupDraft, { check, trigger, at: wanted }: Required<Wanted>): Instant {
  const samples = draft.controls[check.id] ?? checkOf(draft, check).samples;
  const round = wanted > draft.now ? Math.ceil : Math.floor;
  let at = round(wanted / SECOND) * SECOND;
  while (samples.some(({ run }) => run === runId(check, at, trigger))) at += SECOND;
  return at;
}

function withinBudget({ extra, context, now }: GroupDraft, service: string, at: Instant): boolean {
  const minute = (moment: Instant) => Math.floor(moment / MINUTE) * MINUTE;
  for (const key of Object.keys(extra)) {
    if (Number(key.slice(0, key.indexOf(' '))) < minute(now)) delete extra[key];
  }
  const key = `${minute(at)} ${context.hosts.get(service) ?? service}`;
  const used = extra[key] ?? 0;
  if (used >= context.configuration.rules.confirmBudgetPerHost) return false;
  extra[key] = used + 1;
  return true;
}

/** Stops waiting for runs that were requested too long ago. */
export function forgetAwaited(draft: GroupDraft): void {
  const { groupWaitSeconds } = draft.context.configuration.rules;
  draft.awaiting = draft.awaiting.filter(
    ({ since }) => draft.now < since + groupWaitSeconds * SECOND,
  );
}
