import type { Scenario, ScenarioFault } from '#core/scenario/scenario';
import { type Instant, MINUTE, SECOND } from '#core/time/time';

const BEGIN: Instant = Date.parse('2025-01-01T00:00:00+09:00');
/** From one fault to the next. Monit looks every two minutes or later. */
const SLOT_MS = 10 * MINUTE;
const SERVICES = ['one', 'two', 'three', 'four', 'five', 'six'];
const ALONE = ['four'];

const FAULTS: readonly (Pick<ScenarioFault, 'services' | 'mode'> & { readonly ms: number })[] = [
  { services: SERVICES, mode: 'hang', ms: 6 * MINUTE },
  { services: ALONE, mode: 'http-503', ms: 5 * MINUTE },
  { services: SERVICES, mode: 'http-503', ms: 50 * SECOND },
  { services: ALONE, mode: 'hang', ms: 4 * MINUTE },
  { services: SERVICES, mode: 'http-503', ms: 5 * MINUTE },
];

/** A few faults in six services, short enough to be played for real. */
export function peerHistory(): Scenario {
  const faults = FAULTS.map(({ services, mode, ms }, slot): ScenarioFault => {
    const from = BEGIN + slot * SLOT_MS + 4 * MINUTE;
    return { services, mode, share: 1, from, to: from + ms };
  });
  const to = BEGIN + FAULTS.length * SLOT_MS + 4 * MINUTE;
  return { name: 'peers', from: BEGIN, to, services: SERVICES, faults };
}
