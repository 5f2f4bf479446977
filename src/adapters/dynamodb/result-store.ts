import { defined } from '#core/defined';
import type { ResultQuery, ResultStore } from '#core/ports/results';
import type { Result } from '#core/run/result';
import { DAY, type Instant, SECOND } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';
import { listPage } from './list-page.ts';
import { type Expression, LAST, type TableClient } from './table-client.ts';
import { isWholeResult } from './whole-result.ts';

const PREFIX = 'RESULT#';

/** `SERVICE#<id>` / `RESULT#<scheduled at, ISO>#<run>`. */
export function createResultStore(
  table: TableClient,
  retentionDays: Configuration['retentionDays'],
): ResultStore {
  return {
    async put(result) {
      const passed = result.result === 'passed';
      const days = passed ? retentionDays.passed : retentionDays.others;
      const stored = await table.put(
        {
          key: {
            pk: partition(result.service),
            sk: `${position(result.scheduledAt)}#${result.run}`,
          },
          document: fitted(result),
          attributes: {
            check: result.check,
            result: result.result,
            kind: result.kind,
            notPassed: passed ? undefined : result.service,
          },
          expiresAt: result.finishedAt + days * DAY,
        },
        { text: 'attribute_not_exists(pk)' },
      );
      return stored ? 'stored' : 'duplicate';
    },

    async since(service, since) {
      const items = await table.all({
        pk: partition(service),
        from: position(since),
        to: `${PREFIX}${LAST}`,
        consistent: true,
      });
      return table.documents(items, isWholeResult);
    },

    list: (query) => {
      const trouble = query.kind !== undefined || (query.result ?? 'passed') !== 'passed';
      const pk = partition(query.service);
      const filter = filterOf(query);
      return listPage<Result>(table, {
        query: {
          pk: trouble ? query.service : pk,
          from: position(query.from),
          to: position(query.to),
          ...(trouble ? { index: 'not-passed' as const } : {}),
          ...defined({ filter }),
        },
        itemPk: pk,
        isWhole: isWholeResult,
        limit: query.limit,
        cursor: query.cursor,
        question: questionOf(query),
      });
    },

    async get(service, run) {
      const second = scheduledSecond(run);
      if (second === undefined) return undefined;
      const items = await table.all({
        pk: partition(service),
        from: position(second),
        to: position(second + SECOND),
      });
      const wanted = items.find((item) => item.sk?.S?.endsWith(`#${run}`));
      return wanted && table.documents([wanted], isWholeResult)[0];
    },
  };
}

function questionOf({ service, check, result, kind, from, to }: ResultQuery): string {
  return JSON.stringify(['results', service, check, result, kind, from, to]);
}

/** JSON of this length packs into far less than the item limit of 100 KB. */
const FITS = 200_000;

/** An oversized run must not lose its own result. */
function fitted(result: Result): Result {
  if (JSON.stringify(result).length <= FITS) return result;
  const hosts = Object.entries(result.requests).slice(0, 100);
  return {
    ...result,
    reason: result.reason.slice(0, 1_000),
    steps: result.steps
      .slice(0, 100)
      .map((step) => (step.error ? { ...step, error: step.error.slice(0, 300) } : step)),
    evidence: result.evidence.slice(0, 50),
    requests: Object.fromEntries(hosts.map(([host, count]) => [host.slice(0, 253), count])),
    ...(result.note ? { note: result.note.slice(0, 1_000) } : {}),
  };
}

function partition(service: string): string {
  return `SERVICE#${service}`;
}

/** Sorts before every result of that moment, because those continue with `#` and the run. */
function position(at: Instant): string {
  return `${PREFIX}${new Date(at).toISOString()}`;
}

/** A run's id contains its scheduled second, so a run is found without an index. */
function scheduledSecond(run: string): Instant | undefined {
  const [, year, month, day, hour, minute, second] =
    /\.(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\./.exec(run) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? undefined : at;
}

function filterOf({ check, result, kind }: ResultQuery): Expression | undefined {
  const wanted = Object.entries({ check, result, kind }).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value }],
  );
  if (wanted.length === 0) return undefined;
  return {
    text: wanted.map(({ name }) => `#${name} = :${name}`).join(' AND '),
    names: Object.fromEntries(wanted.map(({ name }) => [`#${name}`, name])),
    values: Object.fromEntries(wanted.map(({ name, value }) => [`:${name}`, { S: value }])),
  };
}
