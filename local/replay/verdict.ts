import type { Scenario } from '#core/scenario';
import type { Summary } from '#core/summary';
import type { Delivered } from '#local/replay/inbox';

/**
 * What a replay owes whoever is on call: an outage for every fault that citizens would notice,
 * each announced once and closed once. Empty when all is well; otherwise one line a shortcoming.
 */
export function shortcomings(
  scenario: Scenario,
  summary: Summary,
  messages: readonly Delivered[],
): readonly string[] {
  const expected = scenario.faults.some(({ mode }) => OUTAGE_MODES.has(mode));
  const missed = expected && summary.outages.length === 0 ? ['No outage was detected.'] : [];
  return [...missed, ...summary.outages.flatMap((outage) => ofOutage(outage, messages))];
}

/** Modes that are downtime whatever else happens. */
const OUTAGE_MODES: ReadonlySet<string> = new Set([
  'hang',
  'refuse',
  'dns',
  'tls-expired',
  'http-500',
  'http-503',
  'db-error-page',
  'generic-error-page',
  'blank-page',
  'spinner',
  'large-response-stall',
]);

function ofOutage(
  outage: Summary['outages'][number],
  messages: readonly Delivered[],
): readonly string[] {
  const sent = (type: string) =>
    messages.filter((message) => message.type === type && belongs(message, outage.id)).length;
  const opened = sent('opened');
  const closed = sent('closed');
  return [
    ...(opened === 1 ? [] : [`${outage.id} was announced ${opened} times.`]),
    ...(outage.endedBetween === null ? [`${outage.id} is still open.`] : []),
    ...(outage.endedBetween !== null && closed !== 1
      ? [`The end of ${outage.id} was announced ${closed} times.`]
      : []),
  ];
}

function belongs({ notice }: Delivered, outage: string): boolean {
  return notice.startsWith(`${outage}#`);
}
