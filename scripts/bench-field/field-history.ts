import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scenario, ScenarioFault } from '#core/scenario/scenario';
import { type Instant, MINUTE } from '#core/time/time';
import type { Catalogue } from '#core/watch/catalogue';
import type { Configuration } from '#core/watch/configuration';

/** Outages as another monitor recorded them; `data/` says whose. Sites are numbered. */
export interface FieldHistory {
  readonly source: string;
  readonly from: Instant;
  readonly to: Instant;
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
    outages: stored.outages.map((one) => ({
      service: `site-${one.site}`,
      from: Date.parse(one.from),
      to: one.to === null ? to : Date.parse(one.to),
      code: one.code,
    })),
  };
}

export function servicesOf({ outages }: FieldHistory): readonly string[] {
  return [...new Set(outages.map(({ service }) => service))].sort();
}

/** The history as a scenario: each recorded outage is a fault of its site. */
export function scenarioOf(name: string, history: FieldHistory): Scenario {
  const { from, to, outages } = history;
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
  return { name, from, to, services: servicesOf(history), faults };
}

function modeOf(code: number): ScenarioFault['mode'] {
  if (code === 0) return 'hang';
  return code >= 500 ? 'http-503' : 'generic-error-page';
}

/** The default rules on a catalogue of these sites: one group, a probe each, an address each. */
export function configurationOf(history: FieldHistory, base: Configuration): Configuration {
  const [service] = base.catalogue.services;
  const [target] = base.catalogue.targets;
  const probe = base.catalogue.checks.find(({ type }) => type === 'probe');
  if (!service || !target || !probe) throw new Error('the default catalogue is empty');
  const ids = servicesOf(history);
  const controls = base.catalogue.checks.filter(({ type }) => type === 'control');
  const name = history.source;
  const catalogue: Catalogue = {
    ...base.catalogue,
    groups: [{ id: GROUP, name, nameEn: name }],
    services: ids.map((id) => ({ ...service, id, group: GROUP, name: id, shortName: id })),
    targets: ids.map((id) => ({ ...target, service: id, baseUrl: `https://${id}.example.org` })),
    checks: [
      ...ids.map((id) => ({ ...probe, id: `${id}/probe`, service: id, group: GROUP })),
      ...controls,
    ],
  };
  return { ...base, catalogue };
}
