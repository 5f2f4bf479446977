import type { BoardGroup, BoardSilence } from '#core/history/board';
import type { Deed } from '#core/outage/outage';
import { DAY, type Instant } from '#core/time/time';
import type { MaintenanceWindow } from '#core/watch/configuration';
import { nextOccurrence, type WindowOccurrence } from '#core/watch/maintenance';
import type { HistoryPorts } from './history-ports.ts';

export interface Silenced extends BoardSilence {
  readonly group: string;
}

export interface Maintenance {
  readonly window: MaintenanceWindow & Partial<Deed> & { readonly retroactive?: true };
  /** null: declared in the configuration. */
  readonly group: string | null;
  /** The current or next occurrence. Absent if the window is over. */
  readonly next: WindowOccurrence | undefined;
}

/** Current and future silences and maintenance windows. */
export interface Quiet {
  readonly silences: readonly Silenced[];
  readonly maintenance: readonly Maintenance[];
}

/** Windows further ahead are not on the board. */
export const COMING = 31 * DAY;

/** As the evaluators last reported them. */
export async function readQuiet(ports: HistoryPorts): Promise<Quiet> {
  return quietOf(await ports.board.get(), ports);
}

export function quietOf(
  groups: readonly BoardGroup[],
  { configuration, clock }: Pick<HistoryPorts, 'configuration' | 'clock'>,
): Quiet {
  const now = clock.now();
  const configured = configuration.maintenance.map((window) => ({ window, group: null }));
  const declared = groups.flatMap(({ group, declared: windows = [] }) =>
    windows.map((window) => ({ window, group })),
  );
  return {
    silences: groups.flatMap(({ group, silences = [] }) =>
      silences.filter(({ to }) => to > now).map((silence) => ({ ...silence, group })),
    ),
    maintenance: [...configured, ...declared].map((one) => ({
      ...one,
      next: nextOccurrence(one.window, now),
    })),
  };
}

/** Active ones and those that begin before `until`, in order of time. */
export function comingBefore(until: Instant, { maintenance }: Quiet): readonly Maintenance[] {
  return maintenance
    .filter(({ next }) => next !== undefined && next.from < until)
    .toSorted((a, b) => (a.next?.from ?? 0) - (b.next?.from ?? 0));
}
