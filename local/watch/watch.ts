import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { ENVIRONMENT } from '#contract/environment';
import type { Language } from '#core/time/duration';
import { log } from '#lambda/wiring/ambient';
import { required } from '#lambda/wiring/environment';
import { checkQueue } from '#lambda/wiring/shared';
import { eventSources } from '#local/replay/event-sources';
import { goOn } from '#local/replay/live';
import { Narrator } from '#local/replay/narrator';
import { firstRuns } from '#local/watch/first-runs';
import { hourly } from '#local/watch/hourly';
import { realClock } from '#local/watch/real-clock';
import { sweep } from '#local/watch/sweep';
import type { WatchSystem } from '#local/watch/watch-system';

/** Runs the checks and reports every change of a service until `signal`. */
export async function watch(
  system: WatchSystem,
  language: Language,
  signal: AbortSignal,
): Promise<void> {
  const narrator = new Narrator({
    catalogue: system.configuration.catalogue,
    stream: process.stdout,
    language,
  });
  const sources = await eventSources(system, async () => {
    narrator.board(Date.now(), await system.stores.board.get());
  });
  const onFailure = (what: string, error: unknown) => {
    log.error('watch goes on after a failure', { what, error: String(error) });
  };
  const ended = new AbortController();
  const sweeping = hourly(sweeper(), {
    signal: AbortSignal.any([signal, ended.signal]),
    onFailure: (error) => onFailure('sweep', error),
  });
  // So that there is a page before the first minute is over.
  system.page?.call({ Records: [{}] });
  try {
    await checkQueue().send(await firstRuns(system, Date.now()));
    await goOn({ system, clock: realClock, sources, onFailure }, signal);
    await system.page?.idle();
  } finally {
    ended.abort();
    await sweeping;
  }
}

function sweeper(): (signal: AbortSignal) => Promise<void> {
  const parts = {
    database: new DynamoDBClient({}),
    objects: new S3Client({ forcePathStyle: true }),
    table: required(ENVIRONMENT.table),
    bucket: required(ENVIRONMENT.evidenceBucket),
  };
  return async (signal) => {
    const swept = await sweep({ ...parts, now: Date.now(), signal });
    log.info('swept', { ...swept });
  };
}
