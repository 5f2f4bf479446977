import { ENVIRONMENT } from '#contract/environment';
import { HOUR } from '#core/time/time';
import { log } from '#lambda/wiring/ambient';
import { required } from '#lambda/wiring/environment';
import { eventSources } from '#local/replay/event-sources';
import { goOn } from '#local/replay/live';
import { Narrator } from '#local/replay/narrator';
import { realClock } from '#local/watch/real-clock';
import { sweep } from '#local/watch/sweep';
import type { WatchSystem } from '#local/watch/watch-system';

/** Runs the checks and tells of every change of a service until `signal` says so. */
export async function watch(system: WatchSystem, signal: AbortSignal): Promise<void> {
  const narrator = new Narrator({
    catalogue: system.configuration.catalogue,
    stream: process.stdout,
  });
  const sources = await eventSources(system, async () => {
    narrator.board(Date.now(), await system.stores.board.get());
  });
  const onFailure = (what: string, error: unknown) => {
    log.error('watch goes on after a failure', { what, error: String(error) });
  };
  const sweeping = setInterval(() => {
    sweepNow().catch((error: unknown) => onFailure('sweep', error));
  }, HOUR);
  // There is a page before the first minute is over.
  system.page?.call({ Records: [{}] });
  try {
    await goOn({ system, clock: realClock, sources, onFailure }, signal);
    await system.page?.idle();
  } finally {
    clearInterval(sweeping);
  }
}

async function sweepNow(): Promise<void> {
  const table = required(ENVIRONMENT.table);
  const bucket = required(ENVIRONMENT.evidenceBucket);
  const swept = await sweep({ table, bucket, now: Date.now() });
  log.info('swept', { ...swept });
}
