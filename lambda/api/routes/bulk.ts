import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { defined } from '#core/defined';
import { type Cell, moreCsv, toCsv } from '#core/formats/csv';
import { DAY } from '#core/time/time';
import type { Api, ApiEnvironment } from '#lambda/api/common/api';
import { guard } from '#lambda/api/common/guard';
import { cursorWith, linkNext, type Window, windowIn } from '#lambda/api/common/paging';
import { checkWindow, cursor, instant, limitTo, pathId } from '#lambda/api/common/parameters';
import { PROBLEMS, text } from '#lambda/api/schemas/common';
import { resultView } from '#lambda/api/views/results';
import { rollupView } from '#lambda/api/views/uptime';
import { readResults } from '#pipeline/history/read-results';
import { type RollupsQuery, readRollupPage } from '#pipeline/history/read-rollups';
import { resultParameters, resultQuery } from './results.ts';

const NDJSON = 'application/x-ndjson';

/** Maximum per answer: below Lambda's 6 MB, and below 30 ms of processor time for results. */
const MOST_LINES = 750;

const params = z.object({ id: pathId('Service id', 'example-service') });

const RESUMABLE =
  'Follow `Link: rel="next"` until there is none: pages put together are one file, and a page that ' +
  'broke off is asked for again by its cursor.';

/** All data of a window, for notebooks and archives. */
export function addBulkRoutes(api: Api): void {
  addResults(api, 'ndjson');
  addResults(api, 'csv');
  addRollups(api, 'ndjson');
  addRollups(api, 'csv');
}

type Format = 'ndjson' | 'csv';

const answers: Readonly<Record<Format, ReturnType<typeof text<string>>>> = {
  ndjson: text(NDJSON, 'A JSON document a line.'),
  csv: text('text/csv', 'RFC 4180; the first page begins with a byte-order mark and the header.'),
};

interface Page<Item> {
  readonly name: string;
  readonly items: readonly Item[];
  readonly view: (item: Item) => Readonly<Record<string, unknown>>;
  readonly columns: readonly string[];
  /** Absent on the last page. */
  readonly next: string | undefined;
  readonly window: Window;
  readonly isFirst: boolean;
}

function send<Item>(c: Context<ApiEnvironment>, format: Format, page: Page<Item>) {
  linkNext(c, page.next, page.window);
  // One row at a time, which spares the garbage collector.
  const cells = () =>
    page.items.map((item) => {
      const row = page.view(item);
      return page.columns.map((column) => cellOf(row[column]));
    });
  const body =
    format === 'ndjson'
      ? page.items.map((item) => `${JSON.stringify(page.view(item))}\n`).join('')
      : page.isFirst
        ? toCsv(page.columns, cells())
        : moreCsv(cells());
  return c.body(body, 200, {
    'Content-Type': `${format === 'csv' ? 'text/csv' : NDJSON}; charset=utf-8`,
    'Content-Disposition': `attachment; filename="${page.name}.${format}"`,
  });
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  return Array.isArray(value) ? value.join(' ') : JSON.stringify(value);
}

function addResults({ hono, ports }: Api, format: Format): void {
  const route = createRoute({
    method: 'get',
    path: `/v1/services/{id}/results.${format}`,
    operationId: format === 'csv' ? 'exportResultsCsv' : 'exportResults',
    tags: ['exports'],
    summary: `Results of a window as ${format === 'csv' ? 'CSV' : 'NDJSON'}, newest first`,
    description: RESUMABLE,
    ...guard(ports, { scope: 'read', cacheSeconds: 60 }),
    request: { query: resultParameters.extend({ limit: limitTo(MOST_LINES) }), params },
    responses: { 200: answers[format], ...PROBLEMS },
  });
  hono.openapi(route, async (c) => {
    const given = c.req.valid('query');
    const { id } = c.req.valid('param');
    const asked = resultQuery(id, given, ports.clock.now());
    const { items, next } = await readResults(asked, ports);
    return send(c, format, {
      name: `results-${id}`,
      items,
      view: resultView,
      columns: RESULT_COLUMNS,
      next: cursorWith(next, asked),
      window: asked,
      isFirst: given.cursor === undefined,
    });
  });
}

const RESULT_COLUMNS = [
  ...['run', 'check', 'service', 'vantage', 'trigger', 'result', 'kind', 'layer', 'reason'],
  ...['rule', 'matched', 'signature', 'scheduledAt', 'startedAt', 'finishedAt', 'durationMs'],
  ...['depth', 'passedLayers', 'attempts', 'phasesMs', 'certificateDays', 'note'],
] as const satisfies readonly (keyof ReturnType<typeof resultView>)[];

function addRollups({ hono, ports }: Api, format: Format): void {
  const route = createRoute({
    method: 'get',
    path: `/v1/services/{id}/rollups.${format}`,
    operationId: format === 'csv' ? 'exportRollupsCsv' : 'exportRollups',
    tags: ['exports'],
    summary: `Rollups of a window as ${format === 'csv' ? 'CSV' : 'NDJSON'}, check by check`,
    description: `As they are stored: hours, Korean days and months that are over. ${RESUMABLE}`,
    ...guard(ports, { scope: 'read', cacheSeconds: 60 }),
    request: {
      query: z.strictObject({
        from: instant('Default: 30 days before `to`.').optional(),
        to: instant('Default now.').optional(),
        interval: z.enum(['hour', 'day', 'month']).default('hour'),
        check: z.string().max(100).optional().openapi({ example: 'login' }),
        cursor: cursor.optional(),
      }),
      params,
    },
    responses: { 200: answers[format], ...PROBLEMS },
  });
  hono.openapi(route, async (c) => {
    const { cursor: given, check, interval, ...window } = c.req.valid('query');
    const { id } = c.req.valid('param');
    const first = given === undefined ? undefined : windowIn(given);
    const to = window.to ?? first?.to ?? ports.clock.now();
    const from = window.from ?? first?.from ?? to - 30 * DAY;
    checkWindow({ from, to });
    const more = defined({ check, cursor: first?.cursor });
    const query: RollupsQuery = { service: id, interval, from, to, ...more };
    const { items, next } = await readRollupPage(query, ports);
    return send(c, format, {
      name: `rollups-${id}`,
      items,
      view: rollupView,
      columns: ROLLUP_COLUMNS,
      next: cursorWith(next, { from, to }),
      window: { from, to },
      isFirst: given === undefined,
    });
  });
}

const ROLLUP_COLUMNS = [
  ...['check', 'interval', 'start', 'end', 'up', 'degraded', 'down', 'maintenance', 'unknown'],
  ...['results', 'kinds', 'latencyMs', 'layers', 'blips', 'frozen', 'retroactive'],
] as const satisfies readonly (keyof ReturnType<typeof rollupView>)[];
