import { defined } from '#core/defined';
import { InvalidRequestError, UnknownNameError } from '#core/errors';
import type { ListPage } from '#core/ports/list-page';
import type { ResultQuery } from '#core/ports/results';
import type { Evidence, Result } from '#core/run/result';
import type { Catalogue } from '#core/watch/catalogue';
import type { Configuration } from '#core/watch/configuration';
import { checkedWith } from '#core/watch/shared-checks';
import type { HistoryPorts } from './history-ports.ts';
import { lastGoodOf } from './last-good.ts';
import { LINK_SECONDS } from './link-evidence.ts';
import { knownService } from './read-status.ts';

/** One page of raw results. Throws UnknownNameError, InvalidRequestError, InvalidCursorError. */
export async function readResults(
  query: ResultQuery,
  ports: HistoryPorts,
): Promise<ListPage<Result>> {
  const { catalogue } = ports.configuration;
  knownService(query.service, ports.configuration);
  const check = query.check && knownCheck(query.service, query.check, ports);
  return ports.results.list({ ...query, ...storedAs(catalogue, query.service, check) });
}

/** Runs that count for several services are stored under the service that made them. */
function storedAs(catalogue: Catalogue, service: string, id: string | undefined) {
  const runner = catalogue.checks.find((check) => check.id === id)?.sharedWith;
  const maker = catalogue.checks.find((check) => check.id === runner)?.service;
  const other = id === undefined ? checkedWith(catalogue, service) : maker;
  return { service: other ?? service, ...defined({ check: runner ?? id }) };
}

/**
 * The service that made a run: the run's id begins with it. Other services may show the run too.
 */
function makerOf(run: string, service: string, { catalogue }: Configuration): string {
  const maker = run.slice(0, run.indexOf('.'));
  const own = catalogue.checks.filter((check) => check.service === service);
  return own.some(({ sharedWith }) => sharedWith?.startsWith(`${maker}/`)) ? maker : service;
}

/** The id of a check, given in full (`work24/login`) or within its service (`login`). */
export function knownCheck(
  service: string,
  name: string,
  { configuration }: Pick<HistoryPorts, 'configuration'>,
): string {
  const ids = configuration.catalogue.checks
    .filter((check) => check.service === service)
    .map(({ id }) => id);
  const found = ids.find((id) => id === name || id === `${service}/${name}`);
  if (found) return found;
  throw new InvalidRequestError(
    'The parameter check names no check of this service.',
    `Use one of: ${ids.join(', ')}.`,
  );
}

export interface LinkedEvidence extends Evidence {
  readonly url: string;
}

export interface ResultDetail {
  readonly result: Result;
  readonly evidence: readonly LinkedEvidence[];
}

/**
 * One run with links to its evidence and to earlier pictures of its steps. Throws UnknownNameError.
 */
export async function readResult(
  service: string,
  run: string,
  ports: HistoryPorts,
): Promise<ResultDetail> {
  knownService(service, ports.configuration);
  const result = await ports.results.get(makerOf(run, service, ports.configuration), run);
  if (!result) {
    throw new UnknownNameError(
      'There is no such run of this service, or it has expired.',
      `GET /v1/services/${service}/results lists the runs that are kept.`,
    );
  }
  const all = [...result.evidence, ...(await lastGoodOf(result, ports))];
  const evidence = await Promise.all(
    all.map(async (item) => ({
      ...item,
      url: await ports.evidence.link(item.key, LINK_SECONDS),
    })),
  );
  return { result, evidence };
}
