import type { Rollup } from '#core/history/rollup';
import {
  addResult,
  addSeconds,
  emptyAccumulator,
  mergeRollups,
  toRollup,
} from '#core/history/rollup-math';
import { LAYERS, type Layer, layerDepth } from '#core/run/layer';
import { bucketStart, HOME_ZONE } from '#core/time/calendar';
import { KST_OFFSET } from '#core/time/kst';
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '#core/time/time';
import type { Check } from '#core/watch/catalogue';
import { resultOf, SEEDED_SERVICE, type Seed } from './seed-results.ts';

export function* rollupsOf(check: Check, { now, days }: Seed): Generator<Rollup> {
  const { id, service } = check;
  const first = Math.floor((now - days * DAY + KST_OFFSET) / DAY) * DAY - KST_OFFSET;
  let month: Rollup[] = [];
  for (let day = first; day < now; day += DAY) {
    const hours: Rollup[] = [];
    for (let start = day; start < day + DAY && start + HOUR <= now; start += HOUR) {
      hours.push(hourOf(check, start));
    }
    yield* hours;
    if (day + DAY > now) return;
    const whole = { check: id, service, period: 'day', frozen: false, start: day } as const;
    month.push(mergeRollups(hours, whole));
    yield mergeRollups(hours, whole);
    if (new Date(day + DAY + KST_OFFSET).getUTCDate() !== 1) continue;
    const start = bucketStart(day, 'month', HOME_ZONE);
    yield mergeRollups(month, { check: id, service, period: 'month', frozen: true, start });
    month = [];
  }
}

/** The same of the other services. */
export function copiesOf(rollup: Rollup, { configuration, now }: Seed): readonly Rollup[] {
  if (rollup.period === 'hour' && rollup.start < now - 3 * DAY) return [];
  const name = rollup.check.slice(rollup.check.indexOf('/'));
  return configuration.catalogue.services
    .filter(({ id }) => id !== SEEDED_SERVICE)
    .map(({ id }) => ({ ...rollup, check: `${id}${name}`, service: id }));
}

function hourOf(check: Check, start: Instant): Rollup {
  const accumulator = emptyAccumulator(start);
  for (let at = start; at < start + HOUR; at += check.intervalSeconds * SECOND) {
    const result = resultOf(check, at);
    addResult(accumulator, { ...result, layersMs: layersAt(at, check.depth) });
  }
  // Of uneven length, because those of real runs are.
  const down = (accumulator.results.failed ?? 0) * (check.intervalSeconds + (start % 997) / 1_000);
  addSeconds(accumulator, 'down', { seconds: down, layer: check.depth });
  addSeconds(accumulator, 'up', { seconds: HOUR / SECOND - down });
  const { id, service } = check;
  return toRollup(accumulator, { check: id, service, period: 'hour', frozen: false });
}

/** For a check that goes through every layer down to its depth. */
function layersAt(at: Instant, depth: Layer) {
  const reached = LAYERS.slice(0, layerDepth(depth) + 1);
  return Object.fromEntries(
    reached.map((layer, index) => [layer, 40 + index * 90 + (Math.floor(at / MINUTE) % 31) * 7]),
  );
}
