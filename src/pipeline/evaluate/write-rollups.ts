import type { Effect } from '#core/detection/effects';
import type { GroupState } from '#core/detection/group-state';
import { declaredAfter, isPartly, recounted, spentBetween } from '#core/history/retroactive';
import type { Rollup } from '#core/history/rollup';
import { mergeRollups } from '#core/history/rollup-math';
import { bucketStart, HOME_ZONE } from '#core/time/calendar';
import { HOUR, type Instant, MINUTE } from '#core/time/time';
import type { Check } from '#core/watch/catalogue';
import type { EvaluatePorts } from './ports.ts';

type Retroactive = Extract<Effect, { type: 'retroactive' }>;

/** Sums the hours of a day, or the days of a month. Returns what it wrote. */
export async function merge(
  { check, service, period, from, to }: Omit<Extract<Effect, { type: 'merge' }>, 'type'>,
  { rollups }: Pick<EvaluatePorts, 'rollups'>,
): Promise<Rollup> {
  // A day is summed right after its last hour was written, and a month is then frozen.
  const parts = await rollups.exactRange(check, period === 'day' ? 'hour' : 'day', from, to);
  const header = { check, service, period, frozen: period === 'month', start: from } as const;
  const sum = mergeRollups(parts, header);
  await rollups.put(sum);
  return sum;
}

/** True if every hour that the effect changes is over and no longer in the state. */
export function areHoursWritten(
  effect: Retroactive,
  { group, checks }: Pick<GroupState, 'group' | 'checks'>,
  ports: Pick<EvaluatePorts, 'clock' | 'configuration'>,
): boolean {
  const over = Math.ceil(effect.to / HOUR) * HOUR;
  if (ports.clock.now() < over) return false;
  return checksOf(effect, group, ports).every(({ id }) =>
    (checks[id]?.hours ?? []).every(({ start }) => start >= effect.to),
  );
}

/**
 * Counts the effect's part of a day as maintenance, or undoes that, in the hours of its checks and
 * in the days summed from them. A closed month stays as it was published. Returns what stands now,
 * also where an earlier try already wrote it.
 */
export async function rewriteDay(
  effect: Retroactive,
  { group }: Pick<GroupState, 'group'>,
  ports: EvaluatePorts,
): Promise<readonly Rollup[]> {
  const written: Rollup[] = [];
  for (const check of checksOf(effect, group, ports)) {
    written.push(...(await rewrite(check, effect, ports)));
  }
  return written;
}

function checksOf(
  { services }: Retroactive,
  group: string,
  { configuration }: Pick<EvaluatePorts, 'configuration'>,
): readonly Check[] {
  return configuration.catalogue.checks.filter(
    (check) => check.group === group && (services.length === 0 || services.includes(check.service)),
  );
}

async function rewrite(
  { id, service }: Check,
  effect: Retroactive,
  ports: EvaluatePorts,
): Promise<readonly Rollup[]> {
  const { rollups, log } = ports;
  const { from, to, window } = effect;
  const month = bucketStart(from, 'month', HOME_ZONE);
  const [closed] = await rollups.range(id, 'month', month, month + 1);
  if (closed?.frozen) {
    log.warn('month closed: figures stay', { check: id, window });
    return [];
  }
  const hours = await rollups.exactRange(id, 'hour', Math.floor(from / HOUR) * HOUR, to);
  const changed = await Promise.all(
    hours.map(async (hour) => {
      const declared = declaredAfter(hour, effect);
      if (declared === hour.retroactive) return hour;
      const spent = isPartly(declared) ? await spentIn(hour, ports) : [];
      const after = recounted(hour, declared, spent);
      await rollups.put(after);
      return after;
    }),
  );
  const day = bucketStart(from, 'day', HOME_ZONE);
  const [written] = await rollups.range(id, 'day', day, day + 1);
  if (!written) return changed;
  const whole = { check: id, service, period: 'day', from: day, to: nextDay(day) } as const;
  return [...changed, await merge(whole, ports)];
}

function nextDay(day: Instant): Instant {
  return day + 24 * HOUR;
}

/** Runs that began up to this long before the hour may reach into it. */
const REACH = 15 * MINUTE;

async function spentIn({ check, service, start }: Rollup, { results }: EvaluatePorts) {
  const window = { from: start - REACH, to: start + HOUR + REACH };
  const { items } = await results.list({ service, check, ...window, limit: 200 });
  return spentBetween(items);
}
