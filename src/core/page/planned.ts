import type { BoardGroup } from '#core/history/board';
import type { PageInput } from '#core/page/public-page';
import { DAY, type Instant } from '#core/time/time';
import type { MaintenanceWindow } from '#core/watch/configuration';
import { occurrencesOf, type WindowOccurrence } from '#core/watch/maintenance';

/** Maintenance further ahead than this is not shown. */
const AHEAD = 21 * DAY;

/** Number of occurrences shown of a recurring window. */
const MOST_SHOWN = 10;

/** Active and coming maintenance from the configuration and the API, in order of time. */
export function plannedMaintenance({ configuration, board, now }: PageInput) {
  return windowsOf(configuration.maintenance, board)
    .flatMap((window): readonly WindowOccurrence[] => occurrencesOf(window, now, now + AHEAD))
    .toSorted((a, b) => a.from - b.from)
    .slice(0, MOST_SHOWN);
}

function windowsOf(
  configured: readonly MaintenanceWindow[],
  board: readonly BoardGroup[] | 'unreadable',
): readonly MaintenanceWindow[] {
  const groups = board === 'unreadable' ? [] : board;
  const declared = groups.flatMap((group) =>
    // The author and time of the declaration stay internal.
    (group.declared ?? []).map(({ by: _, at: __, ...window }) => ({
      ...window,
      services: namedIn(window, group),
    })),
  );
  return [...configured, ...declared];
}

/** The services that an occurrence covers. */
export function servicesIn(
  { window }: WindowOccurrence,
  services: readonly { readonly id: string }[],
): readonly string[] {
  const all = services.map(({ id }) => id);
  return window.services.length === 0 ? all : all.filter((id) => window.services.includes(id));
}

export function isRunning({ from, to }: WindowOccurrence, now: Instant): boolean {
  return from <= now && now < to;
}

/** A window without services covers its group's services, not all services. */
function namedIn({ services }: MaintenanceWindow, group: BoardGroup): readonly string[] {
  return services.length > 0 ? services : group.services.map(({ service }) => service);
}
