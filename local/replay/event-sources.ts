import { loadHandler } from '#local/cloud/handlers';
import type { EventSource } from '#local/replay/event-loop';
import type { LocalSystem } from '#local/system/system';

/** Simultaneous browsers. More would only compete for the machine's cores. */
const BROWSERS = 3;

/** Every queue with its handler. `evaluated` is called after each evaluation. */
export async function eventSources(
  { cloud: { queues }, page }: Pick<LocalSystem, 'cloud' | 'page'>,
  evaluated: () => Promise<void>,
): Promise<readonly EventSource[]> {
  return [
    {
      name: 'evaluator',
      queueUrl: queues.evaluations,
      handler: await loadHandler('evaluator'),
      concurrency: 1,
      batchSize: 10,
      after: evaluated,
    },
    {
      name: 'prober',
      queueUrl: queues.probes,
      handler: await loadHandler('prober'),
      concurrency: 12,
      batchSize: 1,
    },
    {
      name: 'runner',
      queueUrl: queues.journeys,
      handler: await loadHandler('runner'),
      concurrency: BROWSERS,
      batchSize: 1,
    },
    {
      name: 'page',
      queueUrl: queues.pageChanges,
      handler: async (event) => {
        page?.call(event);
        return { batchItemFailures: [] };
      },
      concurrency: 1,
      batchSize: 10,
    },
  ];
}
