import { faintOf } from '#core/detection/faint';
import { checkOf, type GroupDraft } from '#core/detection/group-draft';
import type { CheckState, Failure, Sample } from '#core/detection/group-state';
import { isUsable } from '#core/detection/sample';
import { sameCause } from '#core/outage/correlation';
import { type Instant, SECOND } from '#core/time/time';
import type { Check } from '#core/watch/catalogue';
import type { Spans } from '#core/watch/spans';

/** A check under suspicion, with the fields used here. */
interface Suspect {
  readonly check: Check;
  readonly address: string;
  readonly state: CheckState;
  /** Failures since its last pass, oldest first. */
  readonly streak: readonly Sample[];
}

/** Failures of a check since its last pass, oldest first. */
export function streakOf({ samples, countFrom }: CheckState): readonly Sample[] {
  const usable = samples.filter((sample) => sample.from >= countFrom && isUsable(sample));
  const pass = usable.findLastIndex(({ mark }) => mark !== 'failed');
  return usable.slice(pass + 1);
}

/** How long the failures of a check must span. */
export function lastsOf(draft: GroupDraft, check: Check): Spans {
  const { context } = draft;
  return context.lasts.get(check.service) ?? context.configuration.rules.lastsSeconds;
}

/**
 * Checks whose failures have lasted long enough now that `check` has failed again: failures in a
 * row over a span, or a share of failures over a span. Services on different addresses with the
 * same failure need a shorter span, because one confirms the other. Services with the same address
 * count once.
 */
export function whatLasts(draft: GroupDraft, check: Check): readonly Check[] {
  const failing = suspectsLike(draft, check).filter(({ streak }) => streak.length > 0);
  const places = Map.groupBy(failing, ({ address }) => address);
  const isShared = places.size > 1;
  const inRow = [...places.values()].flatMap((kin) => {
    const lasts = kin.filter((one) => rowLasts(draft, [one], isShared));
    const all = lasts.length > 0 || rowLasts(draft, passBetween(draft, kin) ? [] : kin, isShared);
    return all ? kin.map((one) => one.check) : [];
  });
  if (inRow.length > 0) return inRow;
  const alone = spanFor(draft, check, false);
  const together = spanFor(draft, check, true);
  const partly =
    shareLasts(draft, ofService(draft, check), alone) || shareLastsTogether(draft, check, together);
  return partly ? [check] : [];
}

function spanFor(draft: GroupDraft, check: Check, isShared: boolean): number {
  const { together, alone } = lastsOf(draft, check);
  return isShared ? Math.min(together, alone) : alone;
}

/**
 * Other checks whose own runs go to the same address, so they see the same. Checks that share the
 * runs of `check` are not included.
 */
export function kinOf({ context }: GroupDraft, check: Check): readonly Check[] {
  const address = context.addresses.get(check.id);
  return [...context.checks.values()].filter(
    (other) => context.addresses.get(other.id) === address && runnerOf(other) !== runnerOf(check),
  );
}

/** The check that makes the runs of a check. */
export function runnerOf({ id, sharedWith }: Check): string {
  return sharedWith ?? id;
}

/** Each run once, even if it counts for several services. */
function eachRun(samples: readonly Sample[]): readonly Sample[] {
  return [...new Map(samples.map((sample) => [sample.run, sample])).values()];
}

/** Checks of the same type with the same suspicion, including this one. */
function suspectsLike(draft: GroupDraft, check: Check): readonly Suspect[] {
  const own = checkOf(draft, check).suspicion?.failures.at(-1);
  if (!own) return [];
  // What failed long ago and has said nothing since is no witness.
  const { windowSeconds } = draft.context.configuration.rules.partial;
  const isNear = (last: Failure) => own.from - last.to <= windowSeconds * SECOND;
  return suspects(
    draft,
    (one, last) => one.check.type === check.type && isNear(last) && sameCause(own, last),
  );
}

function suspects(
  draft: GroupDraft,
  isLike: (one: Suspect, last: Failure) => boolean,
): readonly Suspect[] {
  return [...draft.context.checks.values()].flatMap((check): Suspect[] => {
    const state = draft.checks[check.id];
    const last = state?.suspicion?.failures.at(-1);
    if (!state || !last) return [];
    const address = draft.context.addresses.get(check.id) ?? check.id;
    const one = { check, address, state, streak: streakOf(state) };
    return isLike(one, last) ? [one] : [];
  });
}

/** Failures in a row of one check, or of several that share an address. */
function rowLasts(draft: GroupDraft, kin: readonly Suspect[], isShared: boolean): boolean {
  const failures = eachRun(kin.flatMap(({ streak }) => streak));
  const { k } = draft.context.configuration.rules.openAt;
  if (failures.length < k) return false;
  const seconds = Math.min(...kin.map((one) => spanFor(draft, one.check, isShared)));
  return spanMs(failures) >= seconds * SECOND;
}

/** True if any run for their address passed since the first of their failures. */
function passBetween(draft: GroupDraft, kin: readonly Suspect[]): boolean {
  const first = Math.min(...kin.flatMap(({ streak }) => streak.map(({ from }) => from)));
  const all = kin[0] ? [kin[0].check, ...kinOf(draft, kin[0].check)] : [];
  return all.some((check) =>
    checkOf(draft, check).samples.some(
      (sample) => sample.from > first && isUsable(sample) && sample.mark !== 'failed',
    ),
  );
}

/** Checks of the same service or address that fail in the same way, probes and journeys alike. */
function ofService(draft: GroupDraft, check: Check): readonly Suspect[] {
  const kind = checkOf(draft, check).suspicion?.failures.at(-1)?.kind;
  const address = draft.context.addresses.get(check.id);
  return suspects(draft, (one, last) => {
    const related = one.check.service === check.service || one.address === address;
    return related && last.kind === kind;
  });
}

/** If some requests fail, runs stop at different pages, so only the kind is compared. */
function shareLastsTogether(draft: GroupDraft, check: Check, seconds: number): boolean {
  const kind = checkOf(draft, check).suspicion?.failures.at(-1)?.kind;
  const all = suspects(draft, (one, last) => one.check.type === check.type && last.kind === kind);
  const addresses = new Set(all.map(({ address }) => address));
  return addresses.size > 1 && shareLasts(draft, all, seconds);
}

/** Some requests fail: no failures in a row, but a share of the runs within the window. */
function shareLasts(draft: GroupDraft, suspects: readonly Suspect[], seconds: number): boolean {
  const { share, surplus, windowSeconds } = draft.context.configuration.rules.partial;
  const since = draft.now - windowSeconds * SECOND;
  const runs = eachRun(suspects.flatMap(({ state }) => sinceFirstFailure(state, since)));
  const failed = runs.filter(({ mark }) => mark === 'failed');
  if (failed.length < share * runs.length + surplus) return false;
  return spanMs(failed) >= seconds * SECOND;
}

/** Usable runs of a check from the first failure of its suspicion on, but none before `since`. */
export function sinceFirstFailure(state: CheckState, since: Instant): readonly Sample[] {
  const first =
    faintOf(state)?.first.from ?? state.suspicion?.failures[0]?.from ?? Number.POSITIVE_INFINITY;
  const from = Math.max(since, first, state.countFrom);
  return state.samples.filter((sample) => sample.from >= from && isUsable(sample));
}

/** From the start of the first sample to the start of the last. */
function spanMs(samples: readonly Sample[]): number {
  const starts = samples.map(({ from }) => from);
  return Math.max(...starts) - Math.min(...starts);
}

/**
 * Time between runs of a check that passes sometimes, ms. The host's budget allows six a minute.
 */
export const LOOK_MS = 10 * SECOND;

/** A run that is still active when the failures would span enough delays the run that counts. */
export const CLEAR_OF_END_MS = 15 * SECOND;

/**
 * Services that fail together are looked at once more. The look ends so long after they are an
 * outage, s.
 */
const LAST_LOOK_SECONDS = 30;
/** A look that hangs starts sooner by this at most, so that phones ring at the same time. */
export const MOST_SOONER_SECONDS = 10;

/**
 * When the last look before phones ring starts, s after the start of the first failure, which
 * took `runSeconds`. One service alone has been looked at for long enough.
 */
export function lookSeconds({ together, alone }: Spans, runSeconds: number): number {
  const sooner = Math.min(runSeconds, MOST_SOONER_SECONDS);
  return Math.min(together + LAST_LOOK_SECONDS - sooner, alone);
}

/** The same for a run that has failed. */
export function lookAfter(spans: Spans, { from, to }: Pick<Sample, 'from' | 'to'>): Instant {
  return from + lookSeconds(spans, (to - from) / SECOND) * SECOND;
}

/**
 * Best time for the next run of a suspected check: as soon as its failures would span enough. A run
 * that is too late to show it at once is the last look as well.
 */
export function nextLook(draft: GroupDraft, check: Check): Instant {
  const state = checkOf(draft, check);
  const streak = streakOf(state);
  const first = streak[0];
  const last = streak.at(-1);
  if (!first || !last) {
    const pass = state.samples.findLast(isUsable);
    return Math.max(draft.now, (pass?.from ?? draft.now) + LOOK_MS);
  }
  const { together, alone } = lastsOf(draft, check);
  const ends = [together, alone].map((seconds) => first.from + seconds * SECOND);
  const end = ends.toSorted((a, b) => a - b).find((at) => at > last.from) ?? draft.now;
  const between = Math.max(draft.now, last.from + 2 * LOOK_MS);
  const at = between > end - CLEAR_OF_END_MS ? Math.max(draft.now, end) : between;
  const isLate = at > end && end === ends[0];
  return isLate ? Math.max(at, lookAfter(lastsOf(draft, check), first)) : at;
}

/**
 * A probe with an empty page cannot tell a dead site from one that needs a browser. If a journey
 * visits the same page, its result decides, unless it has had none for long.
 */
export function needsBrowser(draft: GroupDraft, check: Check): boolean {
  const failures = checkOf(draft, check).suspicion?.failures ?? [];
  if (failures.at(-1)?.kind !== 'blank') return false;
  const journeys = journeysBeside(draft, check);
  const silent = journeys.every(({ state }) => state === 'unknown');
  return !silent && journeys.every((state) => streakOf(state).length === 0);
}

/** A browser has passed since the probe's last pass, or since its service was last seen down. */
export function isRefuted(draft: GroupDraft, check: Check, failure: Failure): boolean {
  if (check.type !== 'probe' || failure.kind !== 'blank') return false;
  const { suspicion } = checkOf(draft, check);
  const incident = draft.services[check.service]?.incident;
  const since = incident?.lastBadFrom ?? suspicion?.failures[0]?.from ?? failure.from;
  return journeysBeside(draft, check).some(({ lastGood }) => (lastGood ?? 0) >= since);
}

function journeysBeside(draft: GroupDraft, check: Check): readonly CheckState[] {
  const own = draft.context.checksOf.get(check.service) ?? [];
  return own.filter(({ type }) => type === 'journey').map((one) => checkOf(draft, one));
}
