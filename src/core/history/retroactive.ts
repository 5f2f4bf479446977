import { defined } from '#core/defined';
import type { DeclaredStretch, LayerFigures, Rollup, StateSeconds } from '#core/history/rollup';
import type { Result } from '#core/run/result';
import { bucketStart, HOME_ZONE } from '#core/time/calendar';
import { HOUR, type Instant, SECOND } from '#core/time/time';

/** A stretch of time, the end exclusive. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

/** A window declared after its time, or withdrawn again. */
export interface WindowChange extends Stretch {
  readonly window: string;
  readonly withdrawn?: true;
}

/** A stretch and how it was counted. */
export interface Spent extends Stretch {
  readonly state: keyof StateSeconds;
}

/** Order of removal if nobody knows which time of the hour was in the window. */
const TAKEN_FIRST = ['unknown', 'up', 'degraded', 'down'] as const;

/**
 * The stretches of an hour after a window is declared or withdrawn: its own and those of other
 * windows. Returns the same array if nothing changes.
 */
export function declaredAfter(
  { start, retroactive = [] }: Rollup,
  { window, withdrawn, ...stretch }: WindowChange,
): readonly DeclaredStretch[] {
  const own = withdrawn ? undefined : overlap({ from: start, to: start + HOUR }, stretch);
  const known = retroactive.find((one) => one.window === window);
  if (known?.from === own?.from && known?.to === own?.to) return retroactive;
  const others = retroactive.filter((one) => one.window !== window);
  return own ? [...others, { ...own, window }] : others;
}

/** True if the runs are needed to know how the stretches were counted. */
export function isPartly(declared: readonly Stretch[]): boolean {
  const covered = joined(declared).reduce((sum, { from, to }) => sum + to - from, 0);
  return covered > 0 && covered < HOUR;
}

/**
 * The hour with exactly these stretches counted as maintenance. It starts from the figures of the
 * runs, so the order of windows does not matter. Without stretches the hour is as it was.
 */
export function recounted(
  hour: Rollup,
  declared: readonly DeclaredStretch[],
  spent: readonly Spent[],
): Rollup {
  const before = asCounted(hour);
  const parts = joined(declared);
  if (parts.length === 0) return before;
  const { seconds } = before;
  const moved = isPartly(parts) ? takenFrom(seconds, parts, spent) : seconds;
  return {
    ...before,
    ...defined({ layers: before.layers && withoutDown(before.layers, moved.down / seconds.down) }),
    seconds: addedUp(seconds, moved),
    retroactive: declared,
    counted: seconds,
  };
}

function asCounted({ retroactive: _, counted, ...hour }: Rollup): Rollup {
  const layers = hour.layers && Object.entries(hour.layers).map(layerAsCounted);
  return {
    ...hour,
    ...defined({ layers: layers && Object.fromEntries(layers) }),
    seconds: counted ?? hour.seconds,
  };
}

function layerAsCounted([layer, { countedDown, ...figures }]: readonly [string, LayerFigures]) {
  return [layer, { ...figures, downSeconds: countedDown ?? figures.downSeconds }] as const;
}

/**
 * Reduces the downtime of the layers in proportion, because the time of each layer is not stored.
 */
function withoutDown(
  layers: NonNullable<Rollup['layers']>,
  share: number,
): NonNullable<Rollup['layers']> {
  if (!(share > 0)) return layers;
  const entries = Object.entries(layers).map(([layer, figures]) => {
    const { downSeconds } = figures;
    const taken = { downSeconds: downSeconds * (1 - share), countedDown: downSeconds };
    return [layer, downSeconds > 0 ? { ...figures, ...taken } : figures] as const;
  });
  return Object.fromEntries(entries);
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

/**
 * Counts the time between runs as the evaluator does. The hour's own figures show whether an
 * incident was open.
 */
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

/** Stretches in order. Touching stretches become one. */
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

/** Figures before this are closed, or the results behind them are deleted. */
export function earliestChange(now: Instant): Instant {
  return bucketStart(bucketStart(now, 'month', HOME_ZONE) - 1, 'month', HOME_ZONE);
}

/** Splits a stretch by Korean days. */
export function byDay({ from, to }: Stretch): readonly Stretch[] {
  const days: Stretch[] = [];
  for (let start = from; start < to; ) {
    const end = Math.min(to, bucketStart(start, 'day', HOME_ZONE) + 24 * HOUR);
    days.push({ from: start, to: end });
    start = end;
  }
  return days;
}

/** Retroactive stretches of rollups that are added up. */
export function retroactiveOf(rollups: readonly Rollup[]): Pick<Rollup, 'retroactive'> {
  const all = rollups.flatMap(({ retroactive = [] }) => retroactive);
  return defined({ retroactive: all.length > 0 ? joined(all) : undefined });
}
