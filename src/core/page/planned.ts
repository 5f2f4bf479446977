import type { BoardGroup } from '#core/history/board';
import type { PageInput } from '#core/page/public-page';
import { DAY, type Instant } from '#core/time/time';
import type { MaintenanceWindow } from '#core/watch/configuration';
import { occurrencesOf, type WindowOccurrence } from '#core/watch/maintenance';

/** Maintenance further away than this is not news yet. */
const AHEAD = 21 * DAY;

/** Next weeks' occurrences of a window that comes back often are no more telling than the first few. */
const MOST_SHOWN = 10;

/** What runs or begins soon, from the configuration and as declared through the API, in order of time. */
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
    // Who declared it, and when, is nobody else's business.
    (group.declared ?? []).map(({ by: _, at: __, ...window }) => ({
      ...window,
      services: namedIn(window, group),
    })),
  );
  return [...configured, ...declared];
}

/** Services that an occurrence is about, of all there are. */
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

/** What is declared without a service is about those of its group, not about all there are. */
function namedIn({ services }: MaintenanceWindow, group: BoardGroup): readonly string[] {
  return services.length > 0 ? services : group.services.map(({ service }) => service);
}
