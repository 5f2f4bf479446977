import { countingHour, heardAt, patienceMs, settle, settleUnknown } from '#core/detection/account';
import { heedResult } from '#core/detection/attention';
import { checkOf, type GroupDraft, moved, odd } from '#core/detection/group-draft';
import type { CheckState, CountsAs, Failure, LatestRun, Sample } from '#core/detection/group-state';
import {
  excuseOf,
  failAgain,
  openIncident,
  passIncident,
  showLayer,
} from '#core/detection/incident';
import {
  CLOCK_SKEW_MS,
  failureOf,
  lastUsable,
  sampleOf,
  suspect,
  withSample,
} from '#core/detection/sample';
import { addResult } from '#core/history/rollup-math';
import { timeByLayer } from '#core/run/layer';
import type { Result } from '#core/run/result';
import type { Instant } from '#core/time/time';
import type { Check } from '#core/watch/catalogue';

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
  addResult(countingHour(draft, check.id, sample.from), result);
  draft.checks[check.id] = recorded(draft, result, { state: before, sample });
  heedResult(draft, result, sample);
  judge(draft, check, { result, sample, late: sample.to < (before.usableAt ?? 0) });
}

/** A failure during maintenance or while our network is in doubt is no evidence. */
function countsAs(draft: GroupDraft, result: Result): CountsAs {
  if (excuseOf(draft, result.service, result.scheduledAt)) return 'excused';
  return result.result === 'failed' && draft.doubtSince !== undefined ? 'doubted' : result.result;
}

/** Takes the runs that this one answers off the list of awaited runs. */
export function unawait(draft: GroupDraft, check: string, sample: Sample): void {
  if (draft.awaiting.length === 0) return;
  draft.awaiting = draft.awaiting.filter(
    (awaited) => awaited.check !== check || sample.scheduledAt < awaited.since,
  );
}

function recorded(
  draft: GroupDraft,
  result: Result,
  { state, sample }: { readonly state: CheckState; readonly sample: Sample },
): CheckState {
  const { n } = draft.context.configuration.rules.openAt;
  const latest: LatestRun = {
    run: result.run,
    at: sample.to,
    result: result.result,
    durationMs: result.durationMs,
    reached: result.layer,
    layersMs: timeByLayer(result.steps),
    ...(result.kind === undefined ? {} : { kind: result.kind }),
    ...(result.certificateDays === undefined ? {} : { certificateDays: result.certificateDays }),
  };
  return {
    ...state,
    samples: withSample(state.samples, sample, { foldedBefore: draft.foldedBefore, keep: n }),
    latest: state.latest && state.latest.at > latest.at ? state.latest : latest,
    counts: { ...state.counts, [result.result]: (state.counts?.[result.result] ?? 0) + 1 },
  };
}

interface Judged {
  readonly result: Result;
  readonly sample: Sample;
  /** A later usable run was folded before. */
  readonly late: boolean;
}

function judge(draft: GroupDraft, check: Check, judged: Judged): void {
  const { result, sample, late } = judged;
  const state = checkOf(draft, check);
  if (sample.mark === 'inconclusive') {
    if (state.open) showLayer(draft, check, result);
    return put(draft, check, moved(state, 'neutral', sample.to));
  }
  if (late && sample.mark !== 'failed') return;
  const heard = late ? state : awakened(draft, check, { state, sample });
  const timed = late ? heard : { ...heard, unsettled: [...heard.unsettled, sample] };
  if (sample.mark === 'excused') return put(draft, check, moved(timed, 'neutral', sample.to));
  if (sample.mark === 'doubted') return put(draft, check, moved(timed, 'silent', sample.to));
  const usable = { ...timed, usableAt: Math.max(timed.usableAt ?? 0, sample.to) };
  if (sample.mark === 'failed') return fail(draft, check, { ...judged, state: usable });
  pass(draft, check, { ...judged, state: usable });
}

/** A check that was not heard of for too long starts anew: its old failures are no evidence. */
function awakened(
  draft: GroupDraft,
  check: Check,
  { state, sample }: { readonly state: CheckState; readonly sample: Sample },
): CheckState {
  if (sample.from - heardAt(draft, check, state) <= patienceMs(draft, check)) return state;
  if (state.open || !state.suspicion) return state;
  const { suspicion: _, ...rest } = settle(draft, check, state);
  return { ...rest, countFrom: sample.from };
}

/** Stores the check with its time counted as far as it is decided. */
function put(draft: GroupDraft, check: Check, state: CheckState): void {
  draft.checks[check.id] = settle(draft, check, state);
}

type JudgedCheck = Judged & { readonly state: CheckState };

function fail(draft: GroupDraft, check: Check, { result, sample, state }: JudgedCheck): void {
  const failure = failureOf(result, sample);
  if (state.open) {
    put(draft, check, moved(state, 'confirmed', sample.to));
    return failAgain(draft, check, failure);
  }
  const { k, n } = draft.context.configuration.rules.openAt;
  const failed = lastUsable(state.samples, state.countFrom, n).filter(
    ({ mark }) => mark === 'failed',
  );
  const suspicion = suspect(state.suspicion, failure, goodBefore(state, failure));
  if (failed.length >= k) {
    return openIncident(draft, check, { ...state, suspicion });
  }
  if (!state.suspicion) draft.suspected.add(check.id);
  draft.unsure.add(check.id);
  put(draft, check, { ...moved(state, 'bad', sample.to), suspicion });
}

/** Start of the last good run before a failure, which may have come in late. */
function goodBefore({ lastGood, samples }: CheckState, failure: Failure): Instant | null {
  if (lastGood === null || lastGood < failure.to) return lastGood;
  const good = samples.findLast(
    ({ from, mark }) => from < failure.from && (mark === 'passed' || mark === 'degraded'),
  );
  return good?.from ?? null;
}

function pass(draft: GroupDraft, check: Check, { result, sample, state }: JudgedCheck): void {
  const good = { ...state, lastGood: Math.max(state.lastGood ?? 0, sample.from) };
  if (good.open || draft.services[check.service]?.incident) {
    put(
      draft,
      check,
      good.open ? moved(good, 'passing', sample.to) : cleared(draft, check, good, sample),
    );
    return passIncident(draft, check, { result, sample });
  }
  put(draft, check, cleared(draft, check, good, sample));
}

/** Without an open incident: is every failure far enough behind? */
function cleared(draft: GroupDraft, check: Check, state: CheckState, sample: Sample): CheckState {
  const { n } = draft.context.configuration.rules.openAt;
  const near = lastUsable(state.samples, state.countFrom, n - 1);
  if (state.samples.some(({ mark }) => mark === 'failed')) draft.unsure.add(check.id);
  if (state.suspicion && near.some(({ mark }) => mark === 'failed')) {
    return moved(state, 'mixed', sample.to);
  }
  return moved(unsuspected(state), sample.mark === 'degraded' ? 'slow' : 'good', sample.to);
}

/** The same object where there is nothing to take out: nearly always, millions of times in a simulated year. */
function unsuspected(state: CheckState): CheckState {
  if (!state.suspicion) return state;
  const { suspicion: _, ...rest } = state;
  return rest;
}

/** Checks that said nothing usable for too long become unknown. */
export function noticeSilence(draft: GroupDraft): void {
  for (const check of draft.context.checks.values()) {
    const state = checkOf(draft, check);
    const silent = draft.now - heardAt(draft, check, state) > patienceMs(draft, check);
    if (!silent || state.state === 'maintenance') {
      if (!draft.checks[check.id]) draft.checks[check.id] = state;
      continue;
    }
    const { suspicion: _, ...rest } = settleUnknown(draft, check, state);
    draft.checks[check.id] = { ...moved(rest, 'silent', draft.now), countFrom: draft.now };
  }
}
