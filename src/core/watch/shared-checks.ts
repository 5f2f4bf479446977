import type { Catalogue, Check, Target } from '#core/watch/catalogue';

/** What a run opens and looks for. Services with the same value share one run. */
function lookOf({ service: _, unseen: __, alsoHosts, ...target }: Target, group: string): string {
  return JSON.stringify([group, target, alsoHosts.toSorted()]);
}

/**
 * The service whose screens are checked for each service, by service: the first of its group with
 * the same pages, markers and selectors. It is the service itself if no other has them.
 */
function screensOf({ services, targets }: Catalogue): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  const screens = new Map<string, string>();
  for (const { id, group } of services) {
    const target = targets.find(({ service }) => service === id);
    const look = target ? lookOf(target, group) : id;
    screens.set(id, first.get(look) ?? id);
    if (!first.has(look)) first.set(look, id);
  }
  return screens;
}

/**
 * The catalogue with `sharedWith` set for each check that would repeat another. Call it again after
 * changes of services, groups or targets.
 */
export function withSharedChecks(catalogue: Catalogue): Catalogue {
  const screens = screensOf(catalogue);
  const { checks } = catalogue;
  return {
    ...catalogue,
    checks: checks.map(({ sharedWith: _, ...check }): Check => {
      const leader = checks.find((other) => speaksFor(other, check, screens));
      return leader ? { ...check, sharedWith: leader.id } : check;
    }),
  };
}

function speaksFor(other: Check, check: Check, screens: ReadonlyMap<string, string>): boolean {
  return (
    other.service !== check.service &&
    other.service === screens.get(check.service) &&
    other.type === check.type &&
    other.depth === check.depth &&
    other.intervalSeconds === check.intervalSeconds &&
    nameOf(other) === nameOf(check)
  );
}

function nameOf({ id, service }: Check): string {
  return id.slice(service.length);
}

/** The checks that have runs of their own. */
export function runningChecks({ checks }: Pick<Catalogue, 'checks'>): readonly Check[] {
  return checks.filter(({ sharedWith }) => sharedWith === undefined);
}

/** Services with runs of their own: results, metrics and alarms carry their names. */
export function runningServices(catalogue: Catalogue): readonly string[] {
  const running = new Set(runningChecks(catalogue).map(({ service }) => service));
  return catalogue.services.map(({ id }) => id).filter((id) => running.has(id));
}

/** The service whose checks count for all checks of a service. Undefined if it has its own runs. */
export function checkedWith(
  { checks }: Pick<Catalogue, 'checks'>,
  service: string,
): string | undefined {
  const own = checks.filter((check) => check.service === service);
  if (own.length === 0 || own.some(({ sharedWith }) => sharedWith === undefined)) return undefined;
  return checks.find(({ id }) => id === own[0]?.sharedWith)?.service;
}
