import type { CheckRequest } from '#contract/messages';
import { dueRuns } from '#core/detection/schedule';
import type { Outage } from '#core/outage/outage';
import type { Result } from '#core/run/result';
import type { Scenario } from '#core/scenario/scenario';
import { type Summary, summarise } from '#core/scenario/summary';
import { DAY, type Instant, MINUTE } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';
import { watchedIn } from '#local/scenario/watched-in';
import { GroupRun } from '#local/simulate/group-run';
import { seedOf } from '#local/simulate/random';
import { Wakeups } from '#local/simulate/wakeups';
import { World } from '#local/simulate/world';

export interface SimulateOptions {
  readonly configuration: Configuration;
  /** Minutes that are not played, as if the monitor stood still. Default: none. */
  readonly isLeftOut?: (tick: Instant) => boolean;
  /** Called sometimes with the finished share, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

export interface Simulated {
  readonly summary: Summary;
  readonly outages: readonly Outage[];
}

/**
 * Plays a scenario with the rules only: the deployed schedule and evaluation on a virtual clock. A
 * table replaces browser and portals. Nothing is stored.
 */
export function simulate(scenario: Scenario, options: SimulateOptions): Simulated {
  const configuration = simulatedConfiguration(scenario, options.configuration);
  const run = new Simulation(scenario, configuration);
  const first = Math.floor(scenario.from / MINUTE) * MINUTE;
  for (let tick = first; tick < scenario.to; tick += MINUTE) {
    if (!options.isLeftOut?.(tick)) run.tick(tick);
    if (options.onProgress && tick % DAY === 0) {
      options.onProgress((tick - scenario.from) / (scenario.to - scenario.from));
    }
  }
  options.onProgress?.(1);
  return run.finish();
}

/**
 * The configured rules and texts, the scenario's groups and maintenance, and permission to log in
 * everywhere.
 */
function simulatedConfiguration(scenario: Scenario, base: Configuration): Configuration {
  const catalogue = watchedIn(base.catalogue, scenario);
  return {
    ...base,
    catalogue,
    permissions: catalogue.services.map(({ id }) => ({
      service: id,
      grantedBy: 'simulate',
      reference: 'no portal is asked',
      validUntil: scenario.to + DAY,
    })),
    maintenance: [...base.maintenance, ...(scenario.maintenance ?? [])],
  };
}

class Simulation {
  readonly #scenario: Scenario;
  readonly #configuration: Configuration;
  readonly #world: World;
  readonly #groups: ReadonlyMap<string, GroupRun>;
  /** Evaluations requested between two ticks. */
  readonly #wakeups = new Wakeups();
  #checks = 0;

  constructor(scenario: Scenario, configuration: Configuration) {
    this.#scenario = scenario;
    this.#configuration = configuration;
    const seed = scenario.seed ?? seedOf(scenario.name);
    this.#world = new World({ scenario, configuration, seed });
    const { from } = scenario;
    const onRequests = (requests: readonly CheckRequest[]) => this.#run(requests);
    this.#groups = new Map(
      configuration.catalogue.groups.map(({ id }) => [
        id,
        new GroupRun({ configuration, group: id, from, onRequests }),
      ]),
    );
  }

  /** Plays one minute of dispatcher, runners and evaluator. */
  tick(tick: Instant): void {
    const states = new Map([...this.#groups].map(([id, { state }]) => [id, state]));
    this.#run(dueRuns(tick, this.#configuration, states));
    for (const group of this.#groups.values()) group.evaluate(tick);
    for (const { group, at } of this.#wakeups.before(tick + MINUTE)) {
      this.#groups.get(group)?.evaluate(at);
    }
  }

  finish(): Simulated {
    const { name, from, to, services } = this.#scenario;
    const groups = [...this.#groups.values()];
    for (const group of groups) group.evaluate(to);
    const outages = groups.flatMap((group) => [...group.outages.values()]);
    const summary = summarise({
      scenario: name,
      from,
      to,
      checks: this.#checks,
      services,
      outages,
      notices: groups.flatMap(({ notices }) => notices),
      withheld: groups.flatMap(({ withheld }) => withheld),
      rollups: groups.flatMap(({ rollups }) => rollups),
    });
    return { summary, outages };
  }

  #run(requests: readonly CheckRequest[]): void {
    for (const request of requests) {
      const result = this.#world.run(request);
      if (!result || result.finishedAt > this.#scenario.to) continue;
      this.#checks += 1;
      this.#deliver(result);
      if (request.urgent || result.result !== 'passed') this.#wake(result);
    }
  }

  /** Every group gets the controls' results. */
  #deliver(result: Result): void {
    const own = this.#groups.get(result.group);
    if (own) own.deliver(result);
    else for (const group of this.#groups.values()) group.deliver(result);
  }

  #wake({ group, finishedAt }: Result): void {
    if (this.#groups.has(group)) this.#wakeups.add({ group, at: finishedAt });
  }
}
