import type { Catalogue, Check, Target } from '#core/watch/catalogue';

/** What a run opens and looks for. Two services for which it is the same have one look between them. */
function lookOf({ service: _, unseen: __, alsoHosts, ...target }: Target, group: string): string {
  return JSON.stringify([group, target, alsoHosts.toSorted()]);
}

/**
 * The service on whose screens each service is checked, by service: the first of its group with the very
 * same pages, markers and selectors, so itself where no other has them.
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
 * The catalogue with `sharedWith` set wherever a check would do what another does already. Call it
 * again when services, groups or targets change.
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

/** The service whose checks speak for all checks of a service; undefined where it has runs of its own. */
export function checkedWith(
  { checks }: Pick<Catalogue, 'checks'>,
  service: string,
): string | undefined {
  const own = checks.filter((check) => check.service === service);
  if (own.length === 0 || own.some(({ sharedWith }) => sharedWith === undefined)) return undefined;
  return checks.find(({ id }) => id === own[0]?.sharedWith)?.service;
}
