import { type GroupDraft, serviceOf } from '#core/detection/group-draft';
import type { CheckState, CountsAs, Sample } from '#core/detection/group-state';
import { slowestSeconds } from '#core/detection/schedule';
import type { StateSeconds } from '#core/history/rollup';
import { type Accumulator, addSeconds, copyOf, emptyAccumulator } from '#core/history/rollup-math';
import type { Layer } from '#core/run/layer';
import type { Outcome } from '#core/run/verdict';
import { HOUR, type Instant, SECOND } from '#core/time/time';
import type { Check } from '#core/watch/catalogue';
import { windowAt } from '#core/watch/maintenance';

/** Added to the intervals: the length of a run and its way through the queues. */
const GRACE_MS = 60 * SECOND;

/** How long a check may stay silent before its state is unknown, ms. */
export function patienceMs(draft: GroupDraft, check: Check): number {
  const { rules } = draft.context.configuration;
  const isDown = draft.services[check.service]?.incident !== undefined;
  return rules.unknownAfterIntervals * slowestSeconds(check, isDown, rules) * SECOND + GRACE_MS;
}

/** This evaluation's own copy of a check's unwritten hours. */
export function hoursOf(draft: GroupDraft, id: string): Accumulator[] {
  const known = draft.hours.get(id);
  if (known) return known;
  const hours = (draft.checks[id]?.hours ?? []).map(copyOf);
  draft.hours.set(id, hours);
  return hours;
}

/** The hour that contains `at`. */
function hourAt(hours: Accumulator[], at: Instant): Accumulator {
  const start = Math.floor(at / HOUR) * HOUR;
  const later = hours.findIndex((hour) => hour.start >= start);
  const known = hours[later];
  if (known?.start === start) return known;
  const fresh = emptyAccumulator(start);
  hours.splice(later < 0 ? hours.length : later, 0, fresh);
  return fresh;
}

/**
 * The hour that counts a result of `at`. If its own hour is already written: the oldest one that is
 * not.
 */
export function countingHour(draft: GroupDraft, id: string, at: Instant): Accumulator {
  const hours = hoursOf(draft, id);
  const settledTo = draft.checks[id]?.settledTo ?? 0;
  const start = Math.floor(at / HOUR) * HOUR;
  if (start + HOUR > settledTo || hours.some((hour) => hour.start === start)) {
    return hourAt(hours, at);
  }
  return hours[0] ?? hourAt(hours, settledTo);
}

function addSpan(
  hours: Accumulator[],
  span: { readonly from: Instant; readonly to: Instant; readonly layer?: Layer | undefined },
  state: keyof StateSeconds,
): void {
  let from = span.from;
  while (from < span.to) {
    const end = Math.min(span.to, Math.floor(from / HOUR) * HOUR + HOUR);
    const seconds = (end - from) / SECOND;
    addSeconds(hourAt(hours, from), state, { seconds, layer: span.layer });
    from = end;
  }
}

/**
 * State of the time between two runs. Downtime lies only between two failures of an incident. The
 * time from the last good to the first bad run, and back, is unknown.
 */
function between(previous: Sample, next: Sample, open: boolean): keyof StateSeconds {
  if (previous.mark === 'doubted' || next.mark === 'doubted') return 'unknown';
  const failed = Number(previous.mark === 'failed') + Number(next.mark === 'failed');
  if (failed > 0 && open) return failed === 2 ? 'down' : 'unknown';
  return previous.mark === 'degraded' ? 'degraded' : 'up';
}

/**
 * Adds a run to those whose time is not counted yet. The time after a run is maintenance if the run
 * ended inside a window, whenever it was scheduled. A run that ended before a window's begin or end
 * was seen decides nothing about the time after that.
 */
export function unsettle(
  draft: GroupDraft,
  check: Check,
  run: { readonly state: CheckState; readonly sample: Sample; readonly result: Outcome },
): CheckState {
  const { state, sample, result } = run;
  const last = state.unsettled.at(-1);
  const inWindow = windowAt(draft.windows, check.service, sample.to) !== undefined;
  const isOlder = last !== undefined && sample.to <= last.to;
  if (isOlder && (inWindow || last.mark === 'excused')) return state;
  const outside = sample.mark === 'excused' ? result : sample.mark;
  const mark = inWindow ? 'excused' : outside;
  return { ...state, unsettled: [...state.unsettled, { ...sample, mark }] };
}

/** Limits the memory for a check whose failures never open an incident. */
const MAX_UNSETTLED = 50;

/** Counts the time up to the latest run, once the meaning of its failures is decided. */
export function settle(draft: GroupDraft, check: Check, state: CheckState): CheckState {
  const { unsettled } = state;
  const last = unsettled.at(-1);
  const undecided = state.suspicion && !state.open && unsettled.length < MAX_UNSETTLED;
  if (!last || undecided) return state;
  const hours = hoursOf(draft, check.id);
  const patience = patienceMs(draft, check);
  const first = (unsettled[0] as Sample).to;
  if (state.settledTo !== null) addSpan(hours, { from: state.settledTo, to: first }, 'unknown');
  let from = Math.max(state.settledTo ?? first, first);
  for (let index = 1; index < unsettled.length; index += 1) {
    const previous = unsettled[index - 1] as Sample;
    const next = unsettled[index] as Sample;
    if (next.to <= from) continue;
    const lost = next.from - previous.to > patience;
    const spent = lost ? 'unknown' : between(previous, next, state.open);
    addSpan(
      hours,
      { from, to: next.to, layer: previous.layer },
      previous.mark === 'excused' ? 'maintenance' : spent,
    );
    from = next.to;
  }
  return { ...state, unsettled: [last], settledTo: from };
}

/**
 * At the start of a window, counts the time up to now by the last run and the time after it as
 * maintenance. At its end, the time is unknown until the next run. So a window has its real length
 * even if runs are rare.
 */
export function settleAtWindow(
  draft: GroupDraft,
  check: Check,
  { state, begins }: { readonly state: CheckState; readonly begins: boolean },
): CheckState {
  const { suspicion: _, ...rest } = state;
  const decided = settle(draft, check, state.open ? state : rest);
  const last = decided.unsettled.at(-1);
  const from = decided.settledTo ?? decided.knownSince;
  const { now } = draft;
  const lost = now - (last?.to ?? 0) > patienceMs(draft, check);
  const spent = begins ? (last && !lost ? lastingOf(last.mark) : 'unknown') : 'maintenance';
  addSpan(hoursOf(draft, check.id), { from, to: now }, spent);
  const mark = begins ? 'excused' : 'doubted';
  const edge: Sample = { run: `window ${now}`, scheduledAt: now, from: now, to: now, mark };
  return { ...state, unsettled: [edge], settledTo: Math.max(from, now) };
}

/** State of the time after a run if no other run follows. */
function lastingOf(mark: CountsAs): keyof StateSeconds {
  if (mark === 'passed') return 'up';
  if (mark === 'degraded') return 'degraded';
  return mark === 'excused' ? 'maintenance' : 'unknown';
}

/** Counts the time up to now as unknown, because the suspicion will never be decided. */
export function settleUnknown(draft: GroupDraft, check: Check, state: CheckState): CheckState {
  const { suspicion: _, ...rest } = state;
  const decided = settle(draft, check, state.open ? state : rest);
  const from = decided.settledTo ?? decided.knownSince;
  if (draft.now <= from) return decided;
  addSpan(hoursOf(draft, check.id), { from, to: draft.now }, 'unknown');
  return { ...decided, unsettled: [], settledTo: draft.now };
}

/** Latest time when the check reported or its pace changed. */
export function heardAt(draft: GroupDraft, check: Check, state: CheckState): Instant {
  return Math.max(state.usableAt ?? state.knownSince, serviceOf(draft, check.service).paceSince);
}
