import type { BoardGroup } from '#core/history/board';
import type { Outage } from '#core/outage/outage';
import type { ShownState } from '#core/outage/shown-state';
import type { Headline, PageInput, ServiceFacts } from '#core/page/public-page';
import { freshGroups } from '#core/page/service-facts';
import { DAY, type Instant } from '#core/time/time';

/** How long the headline mentions an outage after its end, ms. */
const REMEMBERED = DAY;

/** The gravest known fact. "up" only when every service is known to work. */
export function headlineOf(
  input: PageInput,
  services: readonly ServiceFacts[],
  outages: readonly Outage[],
): Headline {
  if (input.mode === 'record' && input.board.length === 0) {
    return { type: 'record', outages: outages.length };
  }
  const groups = freshGroups(input.board, input.now);
  const inState = (...states: readonly ShownState[]) =>
    services.filter(({ state }) => states.includes(state)).map(({ service }) => service.id);
  if (groups.length === 0) return { type: 'unknown', since: lastEvaluation(input) };
  const outage = openOutage(groups, outages);
  if (outage) return outage;
  if (groups.every(({ networkInDoubt }) => networkInDoubt)) return { type: 'network' };
  const unknown = inState('unknown');
  if (unknown.length === services.length) return { type: 'unknown', since: lastEvaluation(input) };
  const checking = inState('down', 'recovering', 'suspect');
  if (checking.length > 0) return { type: 'checking', services: checking };
  const degraded = inState('degraded');
  if (degraded.length > 0) return { type: 'degraded', services: degraded };
  if (unknown.length > 0) return { type: 'partly-unknown', services: unknown };
  const maintenance = inState('maintenance');
  if (maintenance.length > 0) return { type: 'maintenance', services: maintenance };
  return recovered(outages, input.now) ?? { type: 'up' };
}

/** Null if there was no evaluation yet, or the board is unreadable. */
function lastEvaluation({ board, now }: PageInput): Instant | null {
  if (board === 'unreadable' || board.length === 0) return null;
  const past = board.map(({ updatedAt }) => updatedAt).filter((at) => at <= now);
  return past.length > 0 ? Math.max(...past) : null;
}

/**
 * The open outage with most services of known state. `recovering` if none of them is down any more.
 */
function openOutage(groups: readonly BoardGroup[], records: readonly Outage[]) {
  return groups
    .filter(({ networkInDoubt }) => !networkInDoubt)
    .flatMap((group) => group.openOutages.map((outage) => goingOn(outage, group, records)))
    .filter((headline) => headline !== undefined)
    .toSorted((a, b) => b.services.length - a.services.length)[0];
}

function goingOn(
  { id, services: down, cause, startedBetween }: BoardGroup['openOutages'][number],
  group: BoardGroup,
  records: readonly Outage[],
) {
  const record = records.find((outage) => outage.id === id);
  const ended = [...new Set(record?.incidents.map(({ service }) => service))];
  const services = down.length > 0 ? down : ended;
  const states = group.services
    .filter(({ service }) => services.includes(service))
    .map(({ state }) => state);
  const type = states.includes('down')
    ? 'down'
    : states.includes('recovering') || down.length === 0
      ? 'recovering'
      : undefined;
  if (type === undefined || services.length === 0) return undefined;
  return { type, outage: id, services, since: startedBetween.by, cause } as const;
}

function recovered(outages: readonly Outage[], now: Instant): Headline | undefined {
  const last = outages
    .flatMap(({ id, startedBetween, endedBetween }) =>
      endedBetween ? [{ outage: id, since: startedBetween.by, at: endedBetween.by }] : [],
    )
    .filter(({ at }) => at <= now && now - at < REMEMBERED)
    .toSorted((a, b) => b.at - a.at)[0];
  return last && { type: 'recovered', ...last };
}
