import type { CheckState, Failure, Faint } from '#core/detection/group-state';
import type { Rules } from '#core/watch/configuration';

/*
 * If a fifth of the requests fails, six passes in a row end every fourth suspicion, and the window
 * of `partial` shows too few failures. So the failures beyond a share are counted for longer, from
 * the first one on: too many are an outage, and few enough are forgotten. This is a sequential
 * probability ratio test between a share of 7 % and one of 22 %, by default.
 */

/** Of so many runs, a smaller share is as certain as `partial.share` of those in its window. */
const OF_SHARE = 2 / 3;
const LEAST_RUNS = 30;
const MOST_BEYOND = 5;
/** Reached by eighteen passes after the first failure. */
const LEAST_BEYOND = -1.5;

/** Undefined if what it knows is no evidence any more. */
export function faintOf({ faint, countFrom }: CheckState): Faint | undefined {
  return faint && faint.first.from >= countFrom ? faint : undefined;
}

/** Failures beyond the share. */
function beyond({ runs, failed }: Faint, { partial }: Rules): number {
  return failed - OF_SHARE * partial.share * runs;
}

/** The check with one more failure. */
export function fainter(
  state: CheckState,
  first: Failure,
  goodBefore: Faint['goodBefore'],
): CheckState {
  const faint = faintOf(state) ?? { goodBefore, first, runs: 0, failed: 0 };
  return { ...state, faint: { ...faint, runs: faint.runs + 1, failed: faint.failed + 1 } };
}

/** The check with one more pass. After enough of them, its failures are forgotten. */
export function calmer(state: CheckState, rules: Rules): CheckState {
  if (!state.faint) return state;
  const { faint: _, ...rest } = state;
  const known = faintOf(state);
  const faint = known && { ...known, runs: known.runs + 1 };
  return faint && beyond(faint, rules) > LEAST_BEYOND ? { ...rest, faint } : rest;
}

/** True if so many of its runs failed that it is no brown-out. */
export function isFaintlyDown(state: CheckState, rules: Rules): boolean {
  const faint = faintOf(state);
  return !!faint && faint.runs >= LEAST_RUNS && beyond(faint, rules) >= MOST_BEYOND;
}

/** The check with all of its failures as its suspicion. */
export function suspectedSince(state: CheckState): CheckState {
  const faint = faintOf(state);
  const { suspicion } = state;
  if (!faint || !suspicion) return state;
  const { goodBefore, first } = faint;
  const later = suspicion.failures.filter(({ run }) => run !== first.run);
  return { ...state, suspicion: { goodBefore, failures: [first, ...later] } };
}
