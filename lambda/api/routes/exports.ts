import { createRoute, z } from '@hono/zod-openapi';
import { VERSION } from '#contract/version';
import { toCsv } from '#core/formats/csv';
import { METRICS_TYPES, toMetrics } from '#core/formats/metrics';
import type { Outage } from '#core/outage/outage';
import type { Api } from '#lambda/api/common/api';
import { guard } from '#lambda/api/common/guard';
import { linkNext } from '#lambda/api/common/paging';
import { noQuery } from '#lambda/api/common/parameters';
import { PROBLEMS, text } from '#lambda/api/schemas/common';
import { iso, isoOrNull } from '#lambda/api/views/time';
import { readOutages } from '#pipeline/history/read-outages';
import { outageParameters, outageQuery } from './outages.ts';

/** The same facts for spreadsheets and Prometheus. */
export function addExportRoutes(api: Api): void {
  addOutageCsvRoute(api);
  addMetricsRoute(api);
}

function addOutageCsvRoute({ hono, ports }: Api): void {
  const route = createRoute({
    method: 'get',
    path: '/v1/outages.csv',
    operationId: 'exportOutages',
    tags: ['exports'],
    summary: 'Outages for a spreadsheet, one row each; pages like /v1/outages',
    ...guard(ports, { scope: 'read', cacheSeconds: 60 }),
    request: { query: outageParameters },
    responses: { 200: text('text/csv', 'RFC 4180, UTF-8 with byte-order mark.'), ...PROBLEMS },
  });
  hono.openapi(route, async (c) => {
    const page = await readOutages(outageQuery(c.req.valid('query')), ports);
    linkNext(c, page.next);
    return c.body(outageCsv(page.items), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="outages.csv"',
    });
  });
}

const OUTAGE_COLUMNS = [
  'id',
  'state',
  'services',
  'cause layer',
  'cause kind',
  'confidence',
  'started after',
  'started by',
  'ended after',
  'ended by',
  'down seconds',
  'recurrences',
  'acknowledged by',
  'drill',
];

function outageCsv(outages: readonly Outage[]): string {
  return toCsv(
    OUTAGE_COLUMNS,
    outages.map((outage) => [
      outage.id,
      outage.state,
      [...new Set(outage.incidents.map(({ service }) => service))].join(' '),
      outage.cause.layer,
      outage.cause.kind,
      outage.cause.confidence,
      isoOrNull(outage.startedBetween.after),
      iso(outage.startedBetween.by),
      isoOrNull(outage.endedBetween?.after),
      isoOrNull(outage.endedBetween?.by),
      outage.downSeconds,
      outage.recurrences,
      outage.acknowledged?.by ?? null,
      String(outage.drill === true),
    ]),
  );
}

function addMetricsRoute({ hono, ports }: Api): void {
  const route = createRoute({
    method: 'get',
    path: '/v1/metrics',
    operationId: 'getMetrics',
    tags: ['exports'],
    summary: 'The board for Prometheus',
    ...guard(ports, { scope: 'read' }),
    request: { query: noQuery },
    responses: {
      200: {
        description: 'OpenMetrics 1.0 where Accept names it, else the text format 0.0.4.',
        content: {
          'text/plain': { schema: z.string() },
          'application/openmetrics-text': { schema: z.string() },
        },
      },
      ...PROBLEMS,
    },
  });
  hono.openapi(route, async (c) => {
    const accepts = c.req.header('accept') ?? '';
    const format = accepts.includes('application/openmetrics-text') ? 'openmetrics' : 'text';
    const metrics = toMetrics({ groups: await ports.board.get(), version: VERSION }, format);
    return c.body(metrics, 200, { 'Content-Type': METRICS_TYPES[format], Vary: 'Accept' });
  });
}
