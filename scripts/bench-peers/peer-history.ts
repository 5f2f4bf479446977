import type { Scenario, ScenarioFault } from '#core/scenario/scenario';
import { type Instant, MINUTE, SECOND } from '#core/time/time';

const BEGIN: Instant = Date.parse('2025-01-01T00:00:00+09:00');
const SERVICES = ['one', 'two', 'three', 'four', 'five', 'six'];
const ALONE = ['four'];

type Part = Pick<ScenarioFault, 'services' | 'mode'> & { readonly ms: number };

/** For Monit, which looks every two minutes or later. */
const SHORT: readonly Part[] = [
  { services: SERVICES, mode: 'hang', ms: 6 * MINUTE },
  { services: ALONE, mode: 'http-503', ms: 5 * MINUTE },
  { services: SERVICES, mode: 'http-503', ms: 50 * SECOND },
  { services: ALONE, mode: 'hang', ms: 4 * MINUTE },
  { services: SERVICES, mode: 'http-503', ms: 5 * MINUTE },
];

/** For Prometheus, which tells what lasts for five minutes, and groups for five more. */
const LONG: readonly Part[] = [
  { services: SERVICES, mode: 'hang', ms: 12 * MINUTE },
  { services: ALONE, mode: 'http-503', ms: 9 * MINUTE },
  { services: SERVICES, mode: 'http-503', ms: 4 * MINUTE },
  { services: SERVICES, mode: 'http-503', ms: 15 * MINUTE },
];

/** A few faults in six services, short enough to be played for real. */
export function shortHistory(): Scenario {
  return historyOf(SHORT, 10 * MINUTE);
}

export function longHistory(): Scenario {
  return historyOf(LONG, 30 * MINUTE);
}

/** `slotMs` from one fault to the next. */
function historyOf(parts: readonly Part[], slotMs: number): Scenario {
  const faults = parts.map(({ services, mode, ms }, slot): ScenarioFault => {
    const from = BEGIN + slot * slotMs + 4 * MINUTE;
    return { services, mode, share: 1, from, to: from + ms };
  });
  const to = BEGIN + parts.length * slotMs + 4 * MINUTE;
  return { name: 'peers', from: BEGIN, to, services: SERVICES, faults };
}
