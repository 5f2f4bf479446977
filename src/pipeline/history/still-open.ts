import { earliestChange } from '#core/history/retroactive';
import { bucketStart, HOME_ZONE, nextBucket } from '#core/time/calendar';
import { KST_OFFSET } from '#core/time/kst';
import type { Instant } from '#core/time/time';
import type { HistoryPorts } from './history-ports.ts';
import { OutOfBoundsError } from './write-commands.ts';

/** A change of past time. */
export interface Change {
  readonly group: string;
  /** Empty: the whole group. */
  readonly services: readonly string[];
  readonly from: Instant;
}

/** Figures of a closed month stay as published. Throws OutOfBoundsError. */
export async function checkStillOpen(
  { group, services, from }: Change,
  { clock, configuration, rollups }: HistoryPorts,
): Promise<void> {
  const now = clock.now();
  if (from >= now) return;
  const earliest = earliestChange(now);
  if (from < earliest) {
    throw new OutOfBoundsError(
      'It begins too far in the past: those figures are closed.',
      `Begin at ${new Date(earliest).toISOString()} at the earliest.`,
    );
  }
  const month = bucketStart(from, 'month', HOME_ZONE);
  const checks = configuration.catalogue.checks.filter(
    (check) => check.group === group && (services.length === 0 || services.includes(check.service)),
  );
  const months = await Promise.all(
    checks.map(({ id }) => rollups.range(id, 'month', month, month + 1)),
  );
  if (!months.flat().some(({ frozen }) => frozen)) return;
  throw new OutOfBoundsError(
    `The month ${new Date(month + KST_OFFSET).toISOString().slice(0, 7)} is closed: its figures stay.`,
    `Begin at ${new Date(nextBucket(month, 'month', HOME_ZONE)).toISOString()} at the earliest.`,
  );
}
