import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scenario, ScenarioFault } from '#core/scenario/scenario';
import { HOUR, type Instant, MINUTE } from '#core/time/time';

/** Outages recorded by another monitor. `data/` names the source. Sites are numbered. */
export interface FieldHistory {
  readonly source: string;
  readonly from: Instant;
  readonly to: Instant;
  /** Ids of all sites, also of those that work all the time in a piece of it. */
  readonly sites: readonly string[];
  readonly outages: readonly SiteOutage[];
}

export interface SiteOutage {
  readonly service: string;
  readonly from: Instant;
  readonly to: Instant;
  /** HTTP status of the first failure; 0: no answer. */
  readonly code: number;
}

const FOLDER = join(import.meta.dirname, 'data');
const GROUP = 'field';

interface Stored {
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly outages: readonly {
    readonly site: number;
    readonly from: string;
    readonly to: string | null;
    readonly code: number;
  }[];
}

export function fieldNames(): readonly string[] {
  return readdirSync(FOLDER).map((file) => file.replace(/\.json$/, ''));
}

export function readField(name: string): FieldHistory {
  const stored: Stored = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));
  const to = Date.parse(stored.to);
  return {
    source: stored.source,
    from: Date.parse(stored.from) - 10 * MINUTE,
    to,
    sites: [...new Set(stored.outages.map(({ site }) => `site-${site}`))].sort(),
    outages: stored.outages.map((one) => ({
      service: `site-${one.site}`,
      from: Date.parse(one.from),
      to: one.to === null ? to : Date.parse(one.to),
      code: one.code,
    })),
  };
}

/**
 * The history as a scenario: each site is a service of one group, and each recorded outage is its
 * fault.
 */
export function scenarioOf(name: string, history: FieldHistory): Scenario {
  const { from, to, sites: services, outages } = history;
  const faults = outages
    .filter((one) => one.to > one.from)
    .map(
      (one): ScenarioFault => ({
        services: [one.service],
        from: one.from,
        to: one.to,
        mode: modeOf(one.code),
        share: 1,
      }),
    );
  const ownServices = services.map((id) => ({ id, name: id, group: GROUP }));
  const groups = [{ id: GROUP, name: history.source, services: [] }];
  return { name, from, to, services, ownServices, groups, faults };
}

function modeOf(code: number): ScenarioFault['mode'] {
  if (code === 0) return 'hang';
  return code >= 500 ? 'http-503' : 'generic-error-page';
}

/** Checks run so long before a site changes that all of them have passed. */
const BEFORE_MS = 30 * MINUTE;
/** What came back twice is over after two hours. */
const AFTER_MS = 3 * HOUR;

/** True for minutes in which no site changes, nor has changed so recently that notices follow. */
export function isCalm({ from, outages }: FieldHistory): (tick: Instant) => boolean {
  const busy = new Set<number>();
  for (const change of [from, ...outages.flatMap((one) => [one.from, one.to])]) {
    const end = Math.floor((change + AFTER_MS) / MINUTE);
    for (let minute = Math.floor((change - BEFORE_MS) / MINUTE); minute <= end; minute += 1) {
      busy.add(minute);
    }
  }
  return (tick) => !busy.has(Math.floor(tick / MINUTE));
}
