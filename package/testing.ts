import { unmet } from '#core/scenario/expectation';
import type { Summary } from '#core/scenario/summary';
import { loadConfiguration } from '#local/configuration';
import { tryJourney } from '#local/own-folder/try-journey';
import { readScenario } from '#local/scenario/scenario-file';
import { simulate } from '#local/simulate/simulate';
import { ownWayOut } from '#local/watch/own-way-out';

/** What the tests of an own folder import from `bonghwa/testing`. */

export interface ScenarioPlayed extends Pick<Summary, 'outages' | 'notices' | 'services'> {
  /** What the scenario expects and did not come; one line each. */
  readonly unmet: readonly string[];
}

/** Plays a scenario through the rules alone, with the configuration of the working directory. */
export async function playScenario(file: string): Promise<ScenarioPlayed> {
  const { configuration } = await loadConfiguration();
  const scenario = await readScenario(file, configuration.catalogue);
  const { summary } = simulate(scenario, { configuration });
  const { outages, notices, services } = summary;
  const short = scenario.expect ? unmet(scenario.expect, summary).map(({ en }) => en) : [];
  return { outages, notices, services, unmet: short };
}

export interface JourneyRun {
  readonly result: 'passed' | 'degraded' | 'failed' | 'inconclusive';
  readonly kind: string | undefined;
  readonly steps: readonly {
    readonly name: string;
    readonly layer: string;
    readonly status: string;
    readonly error?: string;
  }[];
}

/** Runs the journey `<service>/<name>` in the real browser against a server of the test. */
export async function runJourney(check: string, baseUrl: string): Promise<JourneyRun> {
  const { configuration, watch } = await loadConfiguration();
  const wayOut = await ownWayOut(watch, process.env);
  const { verdict, record } = await tryJourney(configuration, { check, baseUrl, wayOut });
  return { result: verdict.result, kind: verdict.kind, steps: record.steps };
}
