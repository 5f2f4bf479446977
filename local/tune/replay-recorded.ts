import { type Call, callsOf } from '#core/plan/what-if';
import type { Result } from '#core/run/result';
import { type Instant, MINUTE } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';
import { GroupRun } from '#local/simulate/group-run';

/** Time after the last result in which a closing notice can still be sent. */
const TAIL_MS = 10 * MINUTE;

/**
 * Calls that these results would have caused under this configuration. Runs that it would have
 * requested but that were not made stay unknown.
 */
export function replayRecorded(
  recorded: readonly Result[],
  configuration: Configuration,
): readonly Call[] {
  const byEnd = recorded.toSorted((a, b) => a.finishedAt - b.finishedAt);
  return configuration.catalogue.groups
    .flatMap(({ id }) =>
      replayGroup(
        id,
        byEnd.filter(({ group }) => group === id),
        configuration,
      ),
    )
    .sort((a, b) => a.toldAt - b.toldAt);
}

function replayGroup(
  group: string,
  results: readonly Result[],
  configuration: Configuration,
): readonly Call[] {
  const [first] = results;
  const last = results.at(-1);
  if (!first || !last) return [];
  const from = Math.floor(first.finishedAt / MINUTE) * MINUTE;
  const run = new GroupRun({ configuration, group, from, onRequests: () => {} });
  let tick = from;
  const tickUntil = (at: Instant) => {
    for (; tick <= at; tick += MINUTE) run.evaluate(tick);
  };
  for (const result of results) {
    tickUntil(result.finishedAt);
    run.deliver(result);
    if (result.trigger !== 'scheduled' || result.result !== 'passed') {
      run.evaluate(result.finishedAt);
    }
  }
  tickUntil(last.finishedAt + TAIL_MS);
  return callsOf([...run.outages.values()], run.notices);
}
