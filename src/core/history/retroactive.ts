import { defined } from '#core/defined';
import type { Rollup, StateSeconds } from '#core/history/rollup';
import type { Result } from '#core/run/result';
import { bucketStart, HOME_ZONE } from '#core/time/calendar';
import { HOUR, type Instant, SECOND } from '#core/time/time';

/** A stretch of time, the end exclusive. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

/** What a stretch was counted as. */
export interface Spent extends Stretch {
  readonly state: keyof StateSeconds;
}

/** Taken in this order where nobody knows which time of the hour lay in the window. */
const TAKEN_FIRST = ['unknown', 'up', 'degraded', 'down'] as const;

/**
 * The hour with its part of a window counted as maintenance. The same window twice moves nothing twice.
 * `spent` is asked for where the window covers a part of the hour.
 */
export function withMaintenance(hour: Rollup, window: Stretch, spent: readonly Spent[]): Rollup {
  const whole = { from: hour.start, to: hour.start + HOUR };
  const part = overlap(whole, window);
  const known = hour.retroactive ?? [];
  const parts = part ? known.reduce<readonly Stretch[]>(without, [part]) : [];
  if (parts.length === 0) return hour;
  const isWhole = parts.length === 1 && parts[0]?.from === whole.from && parts[0].to === whole.to;
  const moved = isWhole ? hour.seconds : takenFrom(hour.seconds, parts, spent);
  return {
    ...hour,
    ...withoutDown(hour, moved.down),
    seconds: addedUp(hour.seconds, moved),
    retroactive: joined([...known, ...parts]),
  };
}

/** What was not down was down at no layer; which of several it was, nobody keeps. */
function withoutDown({ layers, seconds }: Rollup, moved: number): Pick<Rollup, 'layers'> {
  if (!layers || moved === 0) return {};
  const kept = 1 - moved / seconds.down;
  const entries = Object.entries(layers).map(([layer, figures]) => [
    layer,
    { ...figures, downSeconds: figures.downSeconds * kept },
  ]);
  return { layers: Object.fromEntries(entries) };
}

function addedUp(seconds: StateSeconds, moved: StateSeconds): StateSeconds {
  const left = (state: (typeof TAKEN_FIRST)[number]) => Math.max(0, seconds[state] - moved[state]);
  const [unknown = 0, up = 0, degraded = 0, down = 0] = TAKEN_FIRST.map(left);
  const sum = TAKEN_FIRST.reduce((total, state) => total + moved[state], 0);
  return { up, degraded, down, unknown, maintenance: seconds.maintenance + sum };
}

function takenFrom(
  seconds: StateSeconds,
  parts: readonly Stretch[],
  spent: readonly Spent[],
): StateSeconds {
  const moved = { up: 0, degraded: 0, down: 0, maintenance: 0, unknown: 0 };
  let left = parts.reduce((sum, { from, to }) => sum + (to - from) / SECOND, 0);
  for (const { state, ...stretch } of spent) {
    const inside = parts.map((part) => overlap(part, stretch)).filter((one) => one !== undefined);
    const asked = inside.reduce((sum, { from, to }) => sum + (to - from) / SECOND, 0);
    const taken = Math.min(asked, seconds[state] - moved[state], left);
    moved[state] += taken;
    left -= taken;
  }
  for (const state of TAKEN_FIRST) {
    const taken = Math.min(left, seconds[state] - moved[state]);
    moved[state] += taken;
    left -= taken;
  }
  return moved;
}

/** How the evaluator counts the time between runs; whether an incident was open, the hour's own figures say. */
export function spentBetween(results: readonly Result[]): readonly Spent[] {
  const usable = results
    .filter(({ result }) => result !== 'inconclusive')
    .toSorted((a, b) => a.finishedAt - b.finishedAt);
  return usable.slice(1).map((next, index) => {
    const previous = usable[index] ?? next;
    const failed = [previous, next].filter(({ result }) => result === 'failed').length;
    const good = previous.result === 'degraded' ? 'degraded' : 'up';
    const state = failed === 2 ? 'down' : failed === 1 ? 'unknown' : good;
    return { from: previous.finishedAt, to: next.finishedAt, state };
  });
}

/** One after the other, those that touch as one. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const one of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && one.from <= last.to)
      found[found.length - 1] = { ...last, to: Math.max(last.to, one.to) };
    else found.push({ from: one.from, to: one.to });
  }
  return found;
}

function overlap(one: Stretch, other: Stretch): Stretch | undefined {
  const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
  return from < to ? { from, to } : undefined;
}

function without(parts: readonly Stretch[], taken: Stretch): readonly Stretch[] {
  return parts.flatMap((part) =>
    [
      overlap(part, { from: Number.NEGATIVE_INFINITY, to: taken.from }),
      overlap(part, { from: taken.to, to: Number.POSITIVE_INFINITY }),
    ].filter((one) => one !== undefined),
  );
}

/** Figures before this are closed, or nobody keeps the results that they came from. */
export function earliestChange(now: Instant): Instant {
  return bucketStart(bucketStart(now, 'month', HOME_ZONE) - 1, 'month', HOME_ZONE);
}

/** The stretches of Korean days in a stretch. */
export function byDay({ from, to }: Stretch): readonly Stretch[] {
  const days: Stretch[] = [];
  for (let start = from; start < to; ) {
    const end = Math.min(to, bucketStart(start, 'day', HOME_ZONE) + 24 * HOUR);
    days.push({ from: start, to: end });
    start = end;
  }
  return days;
}

/** Of rollups that are added up. */
export function retroactiveOf(rollups: readonly Rollup[]): Pick<Rollup, 'retroactive'> {
  const all = rollups.flatMap(({ retroactive = [] }) => retroactive);
  return defined({ retroactive: all.length > 0 ? joined(all) : undefined });
}
