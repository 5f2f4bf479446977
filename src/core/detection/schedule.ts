import type { CheckRequest, Trigger } from '#contract/messages';
import type { GroupState } from '#core/detection/group-state';
import { type Layer, layerDepth } from '#core/run/layer';
import { civilDate } from '#core/time/kst';
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '#core/time/time';
import type { Catalogue, Check } from '#core/watch/catalogue';
import type { Configuration, Permission, Rules } from '#core/watch/configuration';
import { defined } from '../defined.ts';

/** A run that would start later than this after its time is dropped. */
export const LATE_AFTER_MS = 180 * SECOND;

/** Layers that a probe sees as well as a journey does. */
export const PROBED: readonly Layer[] = ['host', 'static', 'data'];

/** A check with its place among the checks of its type in its group. */
export interface Slot {
  readonly check: Check;
  readonly index: number;
  readonly of: number;
}

/**
 * The slots of checks that have runs: index/N, so that some check sees a shared cause within
 * interval/N.
 */
export function slots(catalogue: Catalogue): readonly Slot[] {
  const known = SLOTS.get(catalogue);
  if (known) return known;
  const found = findSlots(catalogue);
  SLOTS.set(catalogue, found);
  return found;
}

/** Cached, because a catalogue never changes and every minute needs its slots. */
const SLOTS = new WeakMap<Catalogue, readonly Slot[]>();

function findSlots({ checks }: Catalogue): readonly Slot[] {
  const kin = new Map<string, Check[]>();
  for (const check of checks) {
    if (check.sharedWith !== undefined) continue;
    const key = `${check.group} ${check.type}`;
    kin.set(key, [...(kin.get(key) ?? []), check]);
  }
  return [...kin.values()].flatMap((list) =>
    list.map((check, index) => ({ check, index, of: list.length })),
  );
}

/** Offset of a slot within its interval, whole seconds. */
export function phaseSeconds({ index, of }: Slot, intervalSeconds: number): number {
  return Math.floor((intervalSeconds * index) / of);
}

/** Pace of a check: seconds between its runs, and its place among those that share the pace. */
interface Pace {
  readonly intervalSeconds: number;
  readonly slot: Slot;
}

/**
 * While a service is known to be down and has not passed since, it gets fewer runs, to add no load
 * to a hung database. Probes of one outage take turns, so that one runs each minute. A single
 * service keeps its own pace.
 */
function paceOf(
  slot: Slot,
  state: GroupState | undefined,
  { rules: { outageCadence }, catalogue }: Configuration,
): Pace {
  const { check } = slot;
  const { intervalSeconds } = check;
  const incident = state?.services[check.service]?.incident;
  if (!state || !incident || incident.passes > 0 || check.type === 'control') {
    return { intervalSeconds, slot };
  }
  if (check.type === 'probe') {
    const down = downWith(state, incident.outage, probedOf(catalogue));
    const turns = Math.min(outageCadence.probeSeconds, (down.length * MINUTE) / SECOND);
    const turn = { check, index: down.indexOf(check.service), of: down.length };
    return { intervalSeconds: Math.max(intervalSeconds, turns), slot: turn };
  }
  const probesSee = PROBED.includes(incident.layer) && incident.kind !== 'blank';
  if (!probesSee) return { intervalSeconds, slot };
  return { intervalSeconds: Math.max(intervalSeconds, outageCadence.journeySeconds), slot };
}

function probedOf(catalogue: Catalogue): ReadonlySet<string> {
  const probes = slots(catalogue).filter(({ check }) => check.type === 'probe');
  return new Set(probes.map(({ check }) => check.service));
}

/** Services with a probe of their own that are down in one outage and have not passed yet. */
function downWith(
  { services }: GroupState,
  outage: string,
  probed: ReadonlySet<string>,
): readonly string[] {
  return Object.keys(services)
    .filter((id) => {
      if (!probed.has(id)) return false;
      const incident = services[id]?.incident;
      return incident?.outage === outage && incident.passes === 0;
    })
    .sort();
}

/** Longest gap between runs of a check in seconds, for any number of services down. */
export function slowestSeconds(
  { type, intervalSeconds }: Check,
  isDown: boolean,
  { outageCadence }: Rules,
): number {
  if (!isDown || type === 'control') return intervalSeconds;
  const { probeSeconds, journeySeconds } = outageCadence;
  return Math.max(intervalSeconds, type === 'probe' ? probeSeconds : journeySeconds);
}

/** First run of a slot in `[tick, tick + 1 min)`, if there is one. */
export function dueAt(slot: Slot, intervalSeconds: number, tick: Instant): Instant | undefined {
  const interval = intervalSeconds * SECOND;
  const phase = phaseSeconds(slot, intervalSeconds) * SECOND;
  const at = Math.ceil((tick - phase) / interval) * interval + phase;
  return at < tick + MINUTE ? at : undefined;
}

/**
 * Deepest layer that a run may try. Logins need a valid permission and stop after one rejection.
 */
export function permittedDepth(
  check: Check,
  state: GroupState | undefined,
  { permissions, at }: { readonly permissions: readonly Permission[]; readonly at: Instant },
): Layer {
  if (layerDepth(check.depth) <= layerDepth('login-page')) return check.depth;
  const stopped = state?.services[check.service]?.loginStoppedSince !== undefined;
  const permitted = permissions.some(
    ({ service, validUntil }) => service === check.service && at < validUntil,
  );
  return permitted && !stopped ? check.depth : 'login-page';
}

/** `<service>.<name>.<yyyyMMddTHHmmssZ>.<trigger>`: the same run requested twice has one id. */
export function runId(check: Check, at: Instant, trigger: Trigger): string {
  const name = check.id.slice(check.id.indexOf('/') + 1);
  return `${check.service}.${name}.${compactTime(at)}.${trigger}`;
}

/** For years 1000 to 9999. Avoids `Date`, because a simulated year makes millions of calls. */
function compactTime(at: Instant): string {
  const { year, month, day } = civilDate(Math.floor(at / DAY));
  const seconds = Math.floor((at % DAY) / SECOND);
  const time = Math.floor(seconds / 3_600) * 10_000 + Math.floor((seconds % 3_600) / 60) * 100;
  return `${year * 10_000 + month * 100 + day}T${String(1_000_000 + time + (seconds % 60)).slice(1)}Z`;
}

export interface Asked {
  readonly check: Check;
  readonly at: Instant;
  readonly trigger: Trigger;
  /** The group must be evaluated after this run, whatever its result is. */
  readonly urgent: boolean;
}

export function checkRequest(
  { check, at, trigger, urgent }: Asked,
  state: GroupState | undefined,
  { permissions, vantages }: Pick<Configuration, 'permissions' | 'vantages'>,
): CheckRequest {
  return {
    v: 1,
    check: check.id,
    service: check.service,
    group: check.group,
    run: runId(check, at, trigger),
    trigger,
    scheduledAt: at,
    depth: permittedDepth(check, state, { permissions, at }),
    vantage: vantageFor(trigger, vantages),
    ...defined({ urgent: urgent || undefined }),
  };
}

/**
 * Confirms a failure from another vantage if there is one, because one path may be our own fault.
 */
function vantageFor(trigger: Trigger, [home = 'home', further]: readonly string[]): string {
  return trigger === 'confirm' ? (further ?? home) : home;
}

/** Something may be wrong: the run was requested, or its group is not calm. */
export function isUrgent({ trigger, urgent }: Pick<CheckRequest, 'trigger' | 'urgent'>): boolean {
  return trigger !== 'scheduled' || urgent === true;
}

/**
 * True if a run keeps a picture of each step: the first run of an hour, for comparison with a later
 * failure, and every run while something may be wrong.
 */
export function takesPictures(
  request: Pick<CheckRequest, 'trigger' | 'urgent' | 'scheduledAt'>,
  { intervalSeconds }: Pick<Check, 'intervalSeconds'>,
): boolean {
  if (isUrgent(request)) return true;
  const { scheduledAt } = request;
  const hourOf = (at: Instant) => Math.floor(at / HOUR);
  return hourOf(scheduledAt) > hourOf(scheduledAt - intervalSeconds * SECOND);
}

/** The slot's scheduled runs before a moment that kept pictures in calm times, newest first. */
export function picturedBefore(slot: Slot, before: Instant, hours: number): readonly Instant[] {
  const { intervalSeconds } = slot.check;
  const interval = intervalSeconds * SECOND;
  const phase = phaseSeconds(slot, intervalSeconds) * SECOND;
  const hour = Math.floor(before / HOUR) * HOUR;
  return Array.from({ length: hours + 1 }, (_, back) => {
    const start = hour - back * HOUR;
    return Math.ceil((start - phase) / interval) * interval + phase;
  }).filter((at) => at < before);
}

/**
 * True while passes must be evaluated at once too: something is suspected, forming, open or
 * recovering.
 */
function isTense({ outages, checks }: GroupState): boolean {
  return (
    Object.values(outages).some(({ phase }) => phase !== 'closed') ||
    Object.values(checks).some((check) => check.suspicion !== undefined)
  );
}

/** Runs due in the minute of `tick`, spread over that minute. */
export function dueRuns(
  tick: Instant,
  configuration: Configuration,
  states: ReadonlyMap<string, GroupState>,
): readonly CheckRequest[] {
  const tense = new Set([...states].flatMap(([group, state]) => (isTense(state) ? [group] : [])));
  return slots(configuration.catalogue).flatMap((slot) => {
    const { check } = slot;
    const state = states.get(check.group);
    const pace = paceOf(slot, state, configuration);
    const at = dueAt(pace.slot, pace.intervalSeconds, tick);
    if (at === undefined) return [];
    const asked: Asked = { check, at, trigger: 'scheduled', urgent: tense.has(check.group) };
    return [checkRequest(asked, state, configuration)];
  });
}
