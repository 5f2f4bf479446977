import { defined } from '#core/defined';
import { InvalidInputError, UnknownNameError } from '#core/errors';
import type { ListPage } from '#core/ports/list-page';
import type { ResultQuery } from '#core/ports/results';
import type { Evidence, Result } from '#core/run/result';
import type { HistoryPorts } from './history-ports.ts';
import { lastGoodOf } from './last-good.ts';
import { knownService } from './read-status.ts';

/** How long a link to evidence works, s. */
export const LINK_SECONDS = 900;

/** One page of raw results. Throws UnknownNameError, InvalidInputError, InvalidCursorError. */
export async function readResults(
  query: ResultQuery,
  ports: HistoryPorts,
): Promise<ListPage<Result>> {
  knownService(query.service, ports.configuration);
  const check = query.check && knownCheck(query.service, query.check, ports);
  return ports.results.list({ ...query, ...defined({ check }) });
}

/** The id of a check named in full (`work24/login`) or within its service (`login`). */
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
  throw new InvalidInputError(
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
 * One run with links to its evidence and to how its steps looked before. Throws UnknownNameError.
 */
export async function readResult(
  service: string,
  run: string,
  ports: HistoryPorts,
): Promise<ResultDetail> {
  knownService(service, ports.configuration);
  const result = await ports.results.get(service, run);
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
