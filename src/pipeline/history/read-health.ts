import { MINUTE } from '#core/time/time';
import type { HistoryPorts } from './history-ports.ts';

export interface HealthPart {
  readonly name: string;
  readonly healthy: boolean;
  readonly reason: string | null;
}

/** Evaluations come every minute. */
const STALE_AFTER = 5 * MINUTE;

/** Checks that the store answers and that each group is evaluated. Never throws. */
export async function readHealth(
  ports: Pick<HistoryPorts, 'board' | 'clock' | 'configuration' | 'log'>,
): Promise<readonly HealthPart[]> {
  const groups = await ports.board.get().catch((error: unknown) => {
    ports.log.error('board not read', { error: String(error) });
    return undefined;
  });
  if (!groups) return [{ name: 'store', healthy: false, reason: 'It does not answer.' }];
  const now = ports.clock.now();
  const evaluations = ports.configuration.catalogue.groups.map(({ id }): HealthPart => {
    const at = groups.find(({ group }) => group === id)?.updatedAt;
    const name = `evaluation of ${id}`;
    if (at === undefined) return { name, healthy: false, reason: 'It was never evaluated.' };
    if (now - at <= STALE_AFTER) return { name, healthy: true, reason: null };
    const reason = `It was last evaluated at ${new Date(at).toISOString()}.`;
    return { name, healthy: false, reason };
  });
  return [{ name: 'store', healthy: true, reason: null }, ...evaluations];
}
