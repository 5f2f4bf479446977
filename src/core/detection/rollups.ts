import { hoursOf } from '#core/detection/account';
import type { GroupDraft } from '#core/detection/group-draft';
import { hourHeader, toRollup } from '#core/history/rollup-math';
import { kstDay, kstDayStart, kstParts, kstTimeOfDay } from '#core/time/kst';
import { DAY, HOUR, type Instant, MINUTE } from '#core/time/time';

/** Results of an hour may arrive up to this long after it. */
const AFTERMATH_MS = 6 * MINUTE;

/**
 * Releases the hours that are over and fully counted. The last hour of a day or month also releases
 * that.
 */
export function closeHours(draft: GroupDraft): void {
  for (const check of draft.context.checks.values()) {
    const state = draft.checks[check.id];
    const oldest = draft.hours.get(check.id)?.[0] ?? state?.hours[0];
    if (!state || !oldest || !isOver(draft, oldest.start, state.settledTo)) continue;
    const hours = hoursOf(draft, check.id);
    while (hours[0] && isOver(draft, hours[0].start, state.settledTo)) {
      const hour = hours.shift();
      if (!hour) break;
      const header = hourHeader(check.id, check.service);
      draft.effects.push({ type: 'rollup', rollup: toRollup(hour, header) });
      closeDay(draft, check, hour.start + HOUR);
    }
  }
}

/** Writes all hours of a check that is no longer watched, also incomplete ones. */
export function writeHours(draft: GroupDraft, id: string): void {
  const service = id.slice(0, id.indexOf('/'));
  const header = hourHeader(id, service);
  for (const hour of draft.checks[id]?.hours ?? []) {
    draft.effects.push({ type: 'rollup', rollup: toRollup(hour, header) });
  }
}

function isOver(draft: GroupDraft, start: Instant, settledTo: Instant | null): boolean {
  const end = start + HOUR;
  return end <= (settledTo ?? 0) && end + AFTERMATH_MS <= draft.now;
}

function closeDay(
  draft: GroupDraft,
  check: { readonly id: string; readonly service: string },
  at: Instant,
): void {
  if (kstTimeOfDay(at) !== 0) return;
  const about = { type: 'merge', check: check.id, service: check.service } as const;
  draft.effects.push({ ...about, period: 'day', from: at - DAY, to: at });
  if (kstParts(at).day !== 1) return;
  const from = kstDayStart(kstDay(at - DAY) - kstParts(at - DAY).day + 1);
  draft.effects.push({ ...about, period: 'month', from, to: at });
}
