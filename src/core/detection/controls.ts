import { settleUnknown } from '#core/detection/account';
import { clear, raise } from '#core/detection/attention';
import { unawait } from '#core/detection/fold-result';
import { checkOf, type GroupDraft, moved, odd } from '#core/detection/group-draft';
import type { Sample } from '#core/detection/group-state';
import { CLOCK_SKEW_MS, isUsable, lastUsable, sampleOf, withSample } from '#core/detection/sample';
import type { Result } from '#core/run/result';
import { type Instant, SECOND } from '#core/time/time';

/** This many failures in a row are more than a hiccup of a control. */
const ROW = 3;

/** A control's latest result is valid for this long. */
const CONTROL_WORD_MS = 180 * SECOND;

/** Folds the runs of unrelated sites and decides whether our own network is in doubt. */
export function foldControls(draft: GroupDraft, results: readonly Result[]): void {
  for (const result of results) foldControl(draft, result);
  nameFailing(draft);
  const failing = failingSince(draft);
  if (failing === undefined) {
    clear(draft, draft.context.group, 'network-in-doubt');
    draft.doubtSince = undefined;
    return;
  }
  if (draft.doubtSince === undefined) beginDoubt(draft, failing);
}

function foldControl(draft: GroupDraft, result: Result): void {
  const { check, run } = result;
  if (!draft.context.controls.has(check)) {
    return odd(draft, `unknown ${check}`, `Result of ${check}, which nobody watches.`);
  }
  const samples = draft.controls[check] ?? [];
  if (samples.some((sample) => sample.run === run)) return;
  if (result.scheduledAt < draft.foldedBefore) return;
  if (result.startedAt > draft.now + CLOCK_SKEW_MS) return;
  const sample = sampleOf(result, result.result, draft.now);
  const { foldedBefore } = draft;
  draft.controls[check] = withSample(samples, sample, { foldedBefore, keep: ROW });
  unawait(draft, check, sample);
}

/**
 * Raises a matter for engineers if one control fails while most answer: fewer controls see less.
 */
function nameFailing(draft: GroupDraft): void {
  for (const { id, service } of draft.context.controls.values()) {
    const row = lastUsable(draft.controls[id] ?? [], 0, ROW);
    const [last] = row;
    if (last?.mark !== 'failed') clear(draft, id, 'control-failing');
    const isFailing = row.length === ROW && row.every(({ mark }) => mark === 'failed');
    if (!isFailing || failingSince(draft) !== undefined) continue;
    const host = draft.context.hosts.get(service) ?? service;
    const detail = `${host} fails while other controls answer.`;
    raise(draft, { about: id, service: host, kind: 'control-failing', detail, daily: true });
  }
}

/** Start of the time when most controls with a recent result fail. Undefined if they do not. */
function failingSince(draft: GroupDraft): Instant | undefined {
  const words = [...draft.context.controls.keys()].flatMap((id): readonly Sample[] => {
    const last = draft.controls[id]?.findLast(isUsable);
    return last && draft.now - last.to <= CONTROL_WORD_MS ? [last] : [];
  });
  const failing = words.filter(({ mark }) => mark === 'failed');
  if (failing.length * 2 <= words.length) return undefined;
  return Math.min(...failing.map(({ from }) => from));
}

/**
 * Drops suspicions and outages without an opening notice, because the fault was in our own network.
 */
function beginDoubt(draft: GroupDraft, since: Instant): void {
  draft.doubtSince = since;
  const { group } = draft.context;
  for (const [id, { phase }] of Object.entries(draft.outages)) {
    if (phase === 'forming') dissolve(draft, id);
  }
  for (const check of draft.context.checks.values()) {
    if (checkOf(draft, check).suspicion) forget(draft, check.id);
  }
  const detail = 'Unrelated sites fail as well: results are not counted until they answer again.';
  raise(draft, { about: group, service: group, kind: 'network-in-doubt', detail, daily: true });
}

function dissolve(draft: GroupDraft, outage: string): void {
  delete draft.outages[outage];
  draft.touched.delete(outage);
  for (const [id, service] of Object.entries(draft.services)) {
    if (service.incident?.outage !== outage) continue;
    const { incident: _, ...rest } = service;
    draft.services[id] = rest;
    for (const check of draft.context.checksOf.get(id) ?? []) forget(draft, check.id);
  }
}

/** A check's failures become unknown. */
function forget(draft: GroupDraft, id: string): void {
  const check = draft.context.checks.get(id);
  const state = draft.checks[id];
  if (!check || !state) return;
  const doubted = (sample: Sample): Sample =>
    sample.mark === 'failed' ? { ...sample, mark: 'doubted' } : sample;
  const { suspicion: _, ...rest } = settleUnknown(draft, check, {
    ...state,
    open: false,
    samples: state.samples.map(doubted),
    unsettled: state.unsettled.map(doubted),
  });
  draft.checks[id] = { ...moved(rest, 'silent', draft.now), open: false, countFrom: draft.now };
}
