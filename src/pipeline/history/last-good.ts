import { picturedBefore, runId, slots } from '#core/detection/schedule';
import type { Evidence, Result } from '#core/run/result';
import type { HistoryPorts } from './history-ports.ts';

/** Earlier runs are not read, because each costs a read and portals change. */
const HOURS_BACK = 6;

/**
 * Pictures of a failed run's steps when they last succeeded. Only for steps that the run's own
 * evidence lacks, because its process was too young.
 */
export async function lastGoodOf(
  result: Result,
  { configuration, results }: Pick<HistoryPorts, 'configuration' | 'results'>,
): Promise<readonly Evidence[]> {
  if (result.result === 'passed') return [];
  const slot = slots(configuration.catalogue).find(({ check }) => check.id === result.check);
  if (slot?.check.type !== 'journey') return [];
  const shown = new Set(result.evidence.map(({ step }) => step));
  for (const at of picturedBefore(slot, result.scheduledAt, HOURS_BACK)) {
    const before = await results.get(result.service, runId(slot.check, at, 'scheduled'));
    const pictures = before?.evidence.filter(({ type }) => type === 'step-screenshot') ?? [];
    if (pictures.length === 0) continue;
    return pictures
      .filter(({ step }) => !shown.has(step))
      .map((picture) => ({ ...picture, type: 'last-good-screenshot' }));
  }
  return [];
}
