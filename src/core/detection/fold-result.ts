import {
  countingHour,
  heardAt,
  patienceMs,
  settle,
  settleUnknown,
  unsettle,
} from '#core/detection/account';
import { heedResult, raise } from '#core/detection/attention';
import { looksOf } from '#core/detection/confirm';
import { calmer, fainter, isFaintlyDown, suspectedSince } from '#core/detection/faint';
import { checkOf, type GroupDraft, moved, odd } from '#core/detection/group-draft';
import type { CheckState, CountsAs, Failure, LatestRun, Sample } from '#core/detection/group-state';
import {
  breakRowsLike,
  excuseOf,
  failAgain,
  failInWindow,
  openIncident,
  passIncident,
  passToKin,
  showLayer,
} from '#core/detection/incident';
import { keepBlip } from '#core/detection/keep-blip';
import { isRefuted, needsBrowser, streakOf, whatLasts } from '#core/detection/lasting';
import {
  CLOCK_SKEW_MS,
  failureOf,
  lastUsable,
  sampleOf,
  suspect,
  withSample,
} from '#core/detection/sample';
import { addResult } from '#core/history/rollup-math';
import { LAYERS, timeByLayer } from '#core/run/layer';
import type { Result } from '#core/run/result';
import { NEEDS_BROWSER } from '#core/run/verdict';
import type { Instant } from '#core/time/time';
import type { Check } from '#core/watch/catalogue';
import { defined } from '../defined.ts';

/** Folds one result into its check, its service's incident and its outage. */
export function foldResult(draft: GroupDraft, result: Result): void {
  const check = draft.context.checks.get(result.check);
  if (!check || check.service !== result.service) {
    return odd(
      draft,
      `unknown ${result.check}`,
      `Result of ${result.check}, which nobody watches.`,
    );
  }
  if (result.startedAt > draft.now + CLOCK_SKEW_MS) {
    return odd(draft, `future ${result.run}`, `Result ${result.run} is from the future: waits.`);
  }
  const before = checkOf(draft, check);
  if (before.samples.some(({ run }) => run === result.run)) return;
  if (result.scheduledAt < draft.foldedBefore) {
    return odd(draft, `late ${result.run}`, `Result ${result.run} came too late to be folded.`);
  }
  const sample = sampleOf(result, countsAs(draft, result), draft.now);
  unawait(draft, check.id, sample);
  const layersMs = timeByLayer(result.steps);
  addResult(countingHour(draft, check.id, sample.from), { ...result, layersMs });
  draft.checks[check.id] = recorded(draft, result, { state: before, sample });
  // Engineers get one message per run, under the check that made it.
  if (check.sharedWith === undefined) heedResult(draft, result, sample);
  judge(draft, check, { result, sample, late: sample.to < (before.usableAt ?? 0) });
  // Requested once, not after every probe. After that, the journey's own pace is enough.
  const news = before.latest?.result !== 'inconclusive';
  if (result.rule === NEEDS_BROWSER && news) draft.undecided.add(check.service);
}

/**
 * A failure during maintenance, or while our network is in doubt, is no evidence. A run that was
 * slow and then stopped before its own layer is no pass.
 */
function countsAs(draft: GroupDraft, result: Result): CountsAs {
  if (excuseOf(draft, result.service, result.scheduledAt)) return 'excused';
  if (result.result === 'failed' && draft.doubtSince !== undefined) return 'doubted';
  const stopped = result.result === 'degraded' && !result.passedLayers.includes(result.layer);
  return stopped ? 'inconclusive' : result.result;
}

/** Removes the runs that this result answers from the awaited runs. */
export function unawait(draft: GroupDraft, check: string, sample: Sample): void {
  draft.awaiting = draft.awaiting.filter(
    (awaited) => awaited.check !== check || sample.scheduledAt < awaited.since,
  );
}

function recorded(
  draft: GroupDraft,
  result: Result,
  { state, sample }: { readonly state: CheckState; readonly sample: Sample },
): CheckState {
  const { foldedBefore } = draft;
  const latest: LatestRun = {
    run: result.run,
    at: sample.to,
    result: result.result,
    durationMs: result.durationMs,
    reached: result.layer,
    layersMs: timeByLayer(result.steps),
    ...defined({ kind: result.kind, certificateDays: result.certificateDays }),
  };
  return {
    ...state,
    samples: withSample(state.samples, sample, {
      foldedBefore,
      keep: looksOf(draft, result.check),
    }),
    latest: state.latest && state.latest.at > latest.at ? state.latest : latest,
    counts: { ...state.counts, [result.result]: (state.counts?.[result.result] ?? 0) + 1 },
  };
}

interface Judged {
  readonly result: Result;
  readonly sample: Sample;
  /** A later usable run is already folded. */
  readonly late: boolean;
}

function judge(draft: GroupDraft, check: Check, judged: Judged): void {
  const { result, sample, late } = judged;
  const state = checkOf(draft, check);
  if (sample.mark === 'inconclusive') {
    showLayer(draft, check, result);
    return put(draft, check, moved(state, 'neutral', sample.to));
  }
  if (late && sample.mark !== 'failed') return;
  const heard = late ? state : awakened(draft, check, { state, sample });
  const { result: outcome } = result;
  const timed = late ? heard : unsettle(draft, check, { state: heard, sample, result: outcome });
  if (sample.mark === 'excused') return excuse(draft, check, { ...judged, state: timed });
  if (sample.mark === 'doubted') return put(draft, check, moved(timed, 'silent', sample.to));
  const usable = { ...timed, usableAt: Math.max(timed.usableAt ?? 0, sample.to) };
  if (sample.mark === 'failed') return fail(draft, check, { ...judged, state: usable });
  pass(draft, check, { ...judged, state: usable });
}

/** A check without results for too long starts again, because its old failures are no evidence. */
function awakened(
  draft: GroupDraft,
  check: Check,
  { state, sample }: { readonly state: CheckState; readonly sample: Sample },
): CheckState {
  if (sample.from - heardAt(draft, check, state) <= patienceMs(draft, check)) return state;
  if (!state.suspicion) return state;
  const { suspicion: _, ...rest } = state;
  return { ...settle(draft, check, rest), countFrom: sample.from };
}

/** Stores the check and counts its time up to the last decided run. */
function put(draft: GroupDraft, check: Check, state: CheckState): void {
  draft.checks[check.id] = settle(draft, check, state);
}

/**
 * Inside a window a failure is expected and is no downtime. A pass shows that the service works
 * again.
 */
function excuse(draft: GroupDraft, check: Check, { result, sample, state }: JudgedCheck): void {
  put(draft, check, moved(state, 'neutral', sample.to));
  if (result.result === 'failed' && state.open) {
    return failInWindow(draft, check, failureOf(result, sample));
  }
  if (result.result !== 'passed') return;
  passIncident(draft, check, { result, sample });
  passToKin(draft, check, { result, sample });
}

type JudgedCheck = Judged & { readonly state: CheckState };

function fail(draft: GroupDraft, check: Check, judged: JudgedCheck): void {
  const { result, sample, state } = judged;
  const failure = failureOf(result, sample);
  if (isRefuted(draft, check, failure)) return refute(draft, check, judged);
  if (state.open) {
    put(draft, check, moved(state, 'confirmed', sample.to));
    return failAgain(draft, check, failure);
  }
  const suspicion = suspect(state.suspicion, failure, goodBefore(state, failure));
  if (!state.suspicion) draft.suspected.add(check.id);
  if (streakOf(state).length === 2) draft.lasting.add(check.id);
  draft.unsure.add(check.id);
  breakRowsLike(draft, failure);
  const failed = check.type === 'probe' ? fainter(state, failure, suspicion.goodBefore) : state;
  put(draft, check, { ...moved(failed, 'bad', sample.to), suspicion });
  openWhatLasts(draft, check);
}

/**
 * Browsers get the page but the probe does not. Engineers get a message, and no outage stays open.
 */
function refute(draft: GroupDraft, check: Check, { result, sample, state }: JudgedCheck): void {
  const detail = 'The probe gets an empty page, while browsers get the site.';
  raise(draft, { about: check.id, service: check.service, kind: 'changed', detail, daily: true });
  put(draft, check, moved(state, 'neutral', sample.to));
  showLayer(draft, check, { ...result, passedLayers: LAYERS });
}

/** Opens incidents for which this failure completes the evidence, also those of siblings. */
function openWhatLasts(draft: GroupDraft, check: Check): void {
  const lasting = whatLasts(draft, check);
  for (const one of lasting) {
    if (!needsBrowser(draft, one)) openIncident(draft, one, checkOf(draft, one));
  }
  const state = checkOf(draft, check);
  if (lasting.length > 0 || !isFaintlyDown(state, draft.context.configuration.rules)) return;
  if (!needsBrowser(draft, check)) openIncident(draft, check, suspectedSince(state));
}

/** Start of the last good run before a failure that may have arrived late. */
function goodBefore({ lastGood, samples }: CheckState, failure: Failure): Instant | null {
  if ((lastGood ?? 0) < failure.to) return lastGood;
  const good = samples.findLast(
    ({ from, mark }) => from < failure.from && (mark === 'passed' || mark === 'degraded'),
  );
  return good?.from ?? null;
}

function pass(draft: GroupDraft, check: Check, { result, sample, state }: JudgedCheck): void {
  const calm = calmer(state, draft.context.configuration.rules);
  const good = { ...calm, lastGood: Math.max(state.lastGood ?? 0, sample.from) };
  const next = good.open ? moved(good, 'passing', sample.to) : cleared(draft, check, good, sample);
  put(draft, check, next);
  if (!hasIncidents(draft)) return;
  passIncident(draft, check, { result, sample });
  passToKin(draft, check, { result, sample });
}

function hasIncidents({ services }: GroupDraft): boolean {
  for (const id in services) if (services[id]?.incident) return true;
  return false;
}

/** Without an open incident: true if every failure is long enough ago. */
function cleared(draft: GroupDraft, check: Check, state: CheckState, sample: Sample): CheckState {
  const near = lastUsable(state.samples, state.countFrom, looksOf(draft, check.id));
  const failedNear = near.some(({ mark }) => mark === 'failed');
  if (failedNear || state.faint) draft.unsure.add(check.id);
  if (state.suspicion && failedNear) return moved(state, 'mixed', sample.to);
  keepBlip(draft, check, state);
  return moved(unsuspected(state), sample.mark === 'degraded' ? 'slow' : 'good', sample.to);
}

/**
 * Returns the same object if nothing has to be removed. This is the usual case, millions of times
 * in a simulated year.
 */
function unsuspected(state: CheckState): CheckState {
  if (!state.suspicion) return state;
  const { suspicion: _, ...rest } = state;
  return rest;
}

/** Checks without a usable result for too long become unknown. */
export function noticeSilence(draft: GroupDraft): void {
  for (const check of draft.context.checks.values()) {
    const state = checkOf(draft, check);
    // The first run after the silence counts, also if it began before this evaluation.
    const silentFrom = heardAt(draft, check, state) + patienceMs(draft, check);
    if (draft.now <= silentFrom || state.state === 'maintenance') {
      if (!draft.checks[check.id]) draft.checks[check.id] = state;
      continue;
    }
    const { suspicion: _, ...rest } = settleUnknown(draft, check, state);
    const countFrom = Math.max(state.countFrom, silentFrom);
    draft.checks[check.id] = { ...moved(rest, 'silent', draft.now), countFrom };
  }
}
