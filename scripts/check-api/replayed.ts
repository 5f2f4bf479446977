import type { Scenario } from '#core/scenario/scenario';
import { type Instant, MINUTE } from '#core/time/time';
import { serveApi } from '#local/api/api-server';
import { loadHandler } from '#local/cloud/handlers';
import { ownConfiguration } from '#local/configuration';
import { silentWatcher } from '#local/replay/narrator';
import { playScenario } from '#local/replay/session';

/** The API of a replay that ended while the whole group was down. */
export interface Replayed {
  readonly url: string;
  readonly token: string;
  /** The time that was replayed. */
  readonly from: Instant;
  readonly to: Instant;
  stop(): Promise<void>;
}

/** 18 July 2024, 09:00 in Korea. */
const FROM = Date.UTC(2024, 6, 18);

/** Long enough for every check to have passed once, and then to be announced. */
const FAILS_AFTER = 11 * MINUTE;

export async function startReplayed(): Promise<Replayed> {
  const { catalogue } = await ownConfiguration();
  const services = catalogue.services.map(({ id }) => id);
  const to = FROM + FAILS_AFTER + 7 * MINUTE;
  const scenario: Scenario = {
    ...{ name: 'down at its end', services, from: FROM, to },
    faults: [{ services, from: FROM + FAILS_AFTER, to, mode: 'db-error-page', share: 1 }],
  };
  const { system, stop } = await playScenario({
    scenario,
    watcher: () => silentWatcher,
    signal: new AbortController().signal,
  });
  const api = await serveApi(await loadHandler('history-api'), 0);
  return {
    url: api.url,
    token: system.token,
    from: scenario.from,
    to: scenario.to,
    stop: async () => {
      await api.stop();
      await stop();
    },
  };
}
