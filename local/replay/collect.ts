import { defined } from '#core/defined';
import type { LedgerRow, Notice } from '#core/notice/notice';
import type { Result } from '#core/run/result';
import type { Scenario } from '#core/scenario/scenario';
import { type Summary, summarise, unwrittenRollups } from '#core/scenario/summary';
import { HOUR } from '#core/time/time';
import type { LocalSystem } from '#local/system/system';

/** Maximum number of results and outages of one scenario in one page of the store. */
const PAGE = 1_000;

/** Reads what the handlers left in the store. It remembers nothing from the run itself. */
export async function collectSummary(system: LocalSystem, scenario: Scenario): Promise<Summary> {
  const { stores, configuration } = system;
  const { services, checks, groups } = configuration.catalogue;
  const span = { from: scenario.from, to: scenario.to };
  const outages = (await stores.outages.list({ limit: PAGE })).items;
  const ledger = await Promise.all(outages.map(({ id }) => stores.ledger.ofOutage(id)));
  const attention = await Promise.all(
    groups.map(({ id }) => stores.ledger.ofOutage(`${id}-attention`)),
  );
  const rollups = await Promise.all(
    checks.map(({ id }) => stores.rollups.range(id, 'hour', scenario.from - HOUR, scenario.to)),
  );
  const deliveries = [...ledger.flat(), ...attention.flat()];
  const withheld = await Promise.all(
    services.map(({ id }) => stores.withheld.range(id, scenario.from, scenario.to)),
  );
  const counts = await countResults(system, scenario);
  return summarise({
    scenario: scenario.name,
    ...span,
    checks: [...counts.values()].reduce((sum, count) => sum + count, 0),
    services: services.map(({ id }) => id),
    outages,
    notices: noticesOf(deliveries),
    deliveries,
    withheld: withheld.flat(),
    rollups: [...rollups.flat(), ...(await runningHours(system))],
  });
}

/** Each notice once, even if several channels sent it. */
function noticesOf(rows: readonly LedgerRow[]): readonly Notice[] {
  return [...new Map(rows.map(({ notice }) => [notice.id, notice])).values()];
}

/** Unfinished hours are counted in the state of their group. */
async function runningHours({ stores, configuration }: LocalSystem) {
  const states = await Promise.all(
    configuration.catalogue.groups.map(({ id }) => stores.groups.load(id)),
  );
  return states.flatMap((state) => (state ? unwrittenRollups(state) : []));
}

/** Results in the store, by service. */
export async function countResults(
  system: LocalSystem,
  span: Pick<Scenario, 'from' | 'to'>,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { id } of system.configuration.catalogue.services) {
    let count = 0;
    for await (const page of resultPages(system, id, span)) count += page.length;
    counts.set(id, count);
  }
  return counts;
}

async function* resultPages(
  { stores }: LocalSystem,
  service: string,
  { from, to }: Pick<Scenario, 'from' | 'to'>,
): AsyncGenerator<readonly Result[]> {
  let cursor: string | undefined;
  do {
    const page = await stores.results.list({
      service,
      from,
      to,
      limit: PAGE,
      ...defined({ cursor }),
    });
    yield page.items;
    cursor = page.next;
  } while (cursor);
}
