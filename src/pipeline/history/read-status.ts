import { defined } from '#core/defined';
import { UnknownNameError } from '#core/errors';
import type { Blip } from '#core/history/blip';
import type { BoardCheck, BoardGroup, BoardService } from '#core/history/board';
import { gravest, type ShownState } from '#core/outage/shown-state';
import { type Layer, layerDepth } from '#core/run/layer';
import { type Instant, MINUTE } from '#core/time/time';
import type { Check, Service, Target } from '#core/watch/catalogue';
import type { Configuration } from '#core/watch/configuration';
import { checkedWith } from '#core/watch/shared-checks';
import type { HistoryPorts } from './history-ports.ts';
import { COMING, comingBefore, type Quiet, quietOf } from './read-quiet.ts';

/** A board older than this is stale: evaluations come every minute. */
const STALE_AFTER = 5 * MINUTE;

export interface CheckStatus {
  readonly check: Check;
  /** Absent until the first evaluation. */
  readonly seen?: BoardCheck;
}

export interface ServiceStatus {
  readonly service: Service;
  readonly state: ShownState;
  /** null until the first evaluation. */
  readonly since: Instant | null;
  readonly loginStoppedSince?: Instant;
  readonly checks: readonly CheckStatus[];
}

/** How deep a service is really checked, and which parts are not. */
export interface Coverage {
  readonly service: string;
  /** Deepest layer that the checks can reach. */
  readonly depth: Layer;
  /** Deepest layer that the last usable runs reached. null without such a run. */
  readonly reached: Layer | null;
  /** Why the checks try less than `depth`. */
  readonly heldBack: readonly ('no-permission' | 'login-stopped')[];
  /** Parts that no check can see. */
  readonly unseen: Target['unseen'];
}

export interface Status {
  readonly state: ShownState;
  readonly services: readonly ServiceStatus[];
  readonly openOutages: BoardGroup['openOutages'];
  /** Blips of the last week, newest first. */
  readonly blips: readonly Blip[];
  readonly coverage: readonly Coverage[];
  readonly networkInDoubt: boolean;
  /** Silences, and maintenance that is active or begins within a month. */
  readonly quiet: Quiet;
  readonly freshness: {
    /** Oldest evaluation of the groups. null if one was never evaluated. */
    readonly evaluatedAt: Instant | null;
    readonly latestResultAt: Instant | null;
    readonly stale: boolean;
  };
}

/** The whole board in one read. */
export async function readStatus(ports: HistoryPorts): Promise<Status> {
  const groups = await ports.board.get();
  const services = servicesOf(ports.configuration, groups);
  const quiet = quietOf(groups, ports);
  return {
    state: gravest(services.map(({ state }) => state)),
    services,
    openOutages: groups.flatMap(({ openOutages }) => openOutages),
    blips: groups
      .flatMap(({ blips = [] }) => blips)
      .toSorted((a, b) => b.endedBetween.by - a.endedBetween.by),
    coverage: services.map((service) => coverageOf(service, ports)),
    networkInDoubt: groups.some(({ networkInDoubt }) => networkInDoubt),
    quiet: { ...quiet, maintenance: comingBefore(ports.clock.now() + COMING, quiet) },
    freshness: freshnessOf(groups, services, ports),
  };
}

export async function readServices(ports: HistoryPorts): Promise<readonly ServiceStatus[]> {
  return servicesOf(ports.configuration, await ports.board.get());
}

/** Throws UnknownNameError. */
export async function readService(id: string, ports: HistoryPorts): Promise<ServiceStatus> {
  const service = knownService(id, ports.configuration);
  return statusOf(service, ports.configuration, await ports.board.get());
}

/** Throws UnknownNameError for an id that is not in the configuration. */
export function knownService(id: string, { catalogue }: Configuration): Service {
  const service = catalogue.services.find((candidate) => candidate.id === id);
  if (service) return service;
  throw new UnknownNameError('There is no such service.', 'GET /v1/services lists them.');
}

function servicesOf(configuration: Configuration, groups: readonly BoardGroup[]) {
  return configuration.catalogue.services.map((service) =>
    statusOf(service, configuration, groups),
  );
}

function statusOf(
  service: Service,
  { catalogue }: Configuration,
  groups: readonly BoardGroup[],
): ServiceStatus {
  const seen = groups
    .flatMap((group): readonly BoardService[] => group.services)
    .find((candidate) => candidate.service === service.id);
  return {
    service,
    state: seen?.state ?? 'unknown',
    since: seen?.since ?? null,
    ...defined({ loginStoppedSince: seen?.loginStoppedSince }),
    checks: catalogue.checks
      .filter((check) => check.service === service.id)
      .map((check) => {
        const state = seen?.checks.find((candidate) => candidate.check === check.id);
        return { check, ...defined({ seen: state }) };
      }),
  };
}

function deepest(layers: readonly Layer[]): Layer | undefined {
  return layers.toSorted((a, b) => layerDepth(b) - layerDepth(a))[0];
}

function coverageOf(status: ServiceStatus, { configuration, clock }: HistoryPorts): Coverage {
  const { service, checks, loginStoppedSince } = status;
  const depth = deepest(checks.map(({ check }) => check.depth)) ?? 'host';
  const account = checkedWith(configuration.catalogue, service.id) ?? service.id;
  const permitted = configuration.permissions.some(
    (permission) => permission.service === account && permission.validUntil > clock.now(),
  );
  const wantsLogin = depth === 'session';
  return {
    service: service.id,
    depth,
    reached: deepest(checks.flatMap(({ seen }) => seen?.reached ?? [])) ?? null,
    heldBack: [
      ...(wantsLogin && !permitted ? (['no-permission'] as const) : []),
      ...(wantsLogin && loginStoppedSince !== undefined ? (['login-stopped'] as const) : []),
    ],
    unseen:
      configuration.catalogue.targets.find((target) => target.service === service.id)?.unseen ?? [],
  };
}

function freshnessOf(
  groups: readonly BoardGroup[],
  services: readonly ServiceStatus[],
  { configuration, clock }: HistoryPorts,
): Status['freshness'] {
  const complete = configuration.catalogue.groups.every(({ id }) =>
    groups.some(({ group }) => group === id),
  );
  const evaluatedAt = complete ? Math.min(...groups.map(({ updatedAt }) => updatedAt)) : null;
  const results = services.flatMap(({ checks }) =>
    checks.flatMap(({ seen }) => seen?.lastResultAt ?? []),
  );
  return {
    evaluatedAt,
    latestResultAt: results.length > 0 ? Math.max(...results) : null,
    stale: evaluatedAt === null || clock.now() - evaluatedAt > STALE_AFTER,
  };
}
