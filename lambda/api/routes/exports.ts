import { createRoute, z } from '@hono/zod-openapi';
import { VERSION } from '#contract/version';
import { InvalidInputError, UnknownNameError } from '#core/errors';
import { type Badge, stateBadge, toShields, toSvg, uptimeBadge } from '#core/formats/badge';
import { toCsv } from '#core/formats/csv';
import { toAtom } from '#core/formats/feed';
import { METRICS_TYPES, toMetrics } from '#core/formats/metrics';
import type { Outage } from '#core/outage/outage';
import { HOME_ZONE } from '#core/time/calendar';
import { DAY } from '#core/time/time';
import type { Api } from '#lambda/api/common/api';
import { guard } from '#lambda/api/common/guard';
import { linkNext } from '#lambda/api/common/paging';
import { noQuery } from '#lambda/api/common/parameters';
import { json, PROBLEMS, text } from '#lambda/api/schemas/common';
import { iso, isoOrNull } from '#lambda/api/views/time';
import type { HistoryPorts } from '#pipeline/history/history-ports';
import { readOutages } from '#pipeline/history/read-outages';
import { readService, readStatus } from '#pipeline/history/read-status';
import { readUptime } from '#pipeline/history/read-uptime';
import { outageParameters, outageQuery } from './outages.ts';

const SVG = 'image/svg+xml';
const ATOM = 'application/atom+xml';

/** The same facts for pages, feed readers, spreadsheets and Prometheus. */
export function addExportRoutes(api: Api): void {
  addBadgeRoute(api);
  addFeedRoute(api);
  addOutageCsvRoute(api);
  addMetricsRoute(api);
}

const shieldsBadge = z
  .object({
    schemaVersion: z.literal(1),
    label: z.string(),
    message: z.string(),
    color: z.string(),
  })
  .openapi('ShieldsBadge');

function addBadgeRoute({ hono, ports }: Api): void {
  const show = z
    .enum(['state', 'uptime'])
    .default('state')
    .openapi({ description: 'Availability is of the last 30 days, and of one service.' });
  const { middleware, security } = guard(ports, {
    scope: 'read',
    area: 'badges',
    cacheSeconds: 60,
  });
  const shared = {
    method: 'get',
    summary: 'A badge for a page; the id `all` is the worst of all services',
    security,
    responses: { 200: text(SVG, 'The badge.'), ...PROBLEMS },
  } as const;
  const query = z.strictObject({ show });
  // Hono takes a whole segment as one parameter, OpenAPI a part of it.
  hono.openAPIRegistry.registerPath({
    ...shared,
    operationId: 'getBadge',
    tags: ['exports'],
    path: '/v1/badges/{id}.svg',
    request: { query, params: z.object({ id: z.string().openapi({ example: 'work24' }) }) },
  });
  hono.openAPIRegistry.registerPath({
    ...shared,
    operationId: 'getShieldsBadge',
    tags: ['exports'],
    summary: 'The same badge for the endpoint badge of shields.io',
    path: '/v1/badges/{id}.json',
    request: { query, params: z.object({ id: z.string().openapi({ example: 'work24' }) }) },
    responses: { ...shared.responses, 200: json(shieldsBadge, 'The badge as data.') },
  });
  const route = createRoute({
    ...shared,
    middleware,
    path: '/v1/badges/{file}',
    hide: true,
    request: { query, params: z.object({ file: z.string() }) },
  });
  hono.openapi(route, async (c) => {
    const { file } = c.req.valid('param');
    const [, id = '', type] = /^(.+)\.(svg|json)$/.exec(file) ?? [];
    if (!type) {
      throw new UnknownNameError('There is no such badge.', 'GET /v1/badges/all.svg is one.');
    }
    const badge = await badgeOf(id, c.req.valid('query').show, ports);
    if (type === 'json') return c.json(toShields(badge), 200);
    return c.body(toSvg(badge), 200, { 'Content-Type': `${SVG}; charset=utf-8` });
  });
}

async function badgeOf(id: string, show: 'state' | 'uptime', ports: HistoryPorts): Promise<Badge> {
  if (id === 'all') return badgeOfAll(show, ports);
  const { service, state } = await readService(id, ports);
  if (show === 'state') return stateBadge(service.shortName, state);
  const to = ports.clock.now();
  const window = { interval: 'day', zone: HOME_ZONE, from: to - 30 * DAY, to } as const;
  const { availability } = await readUptime({ service: id, ...window }, ports);
  return uptimeBadge(`${service.shortName} 30일`, availability);
}

async function badgeOfAll(show: 'state' | 'uptime', ports: HistoryPorts): Promise<Badge> {
  if (show === 'state') return stateBadge('고용 서비스', (await readStatus(ports)).state);
  throw new InvalidInputError(
    'Availability is of one service.',
    'Ask for the badge of a service, or of all with show=state.',
  );
}

function addFeedRoute({ hono, ports }: Api): void {
  const route = createRoute({
    method: 'get',
    path: '/v1/feed.atom',
    operationId: 'getFeed',
    tags: ['exports'],
    summary: 'The outages among the latest 20 records as an Atom feed, drills left out',
    ...guard(ports, { scope: 'read', area: 'feed', cacheSeconds: 60 }),
    request: { query: noQuery },
    responses: { 200: text(ATOM, 'RFC 4287.'), ...PROBLEMS },
  });
  hono.openapi(route, async (c) => {
    const { catalogue, texts } = ports.configuration;
    const { items } = await readOutages({ limit: 20 }, ports);
    const names = Object.fromEntries(catalogue.services.map(({ id, name }) => [id, name]));
    const feed = toAtom({
      outages: items.filter(({ drill }) => !drill),
      names,
      statusUrl: texts.statusUrl,
      selfUrl: '/v1/feed.atom',
      addressesOf: (id) => ({ page: texts.statusUrl, data: `/v1/outages/${id}` }),
      now: ports.clock.now(),
    });
    return c.body(feed, 200, { 'Content-Type': `${ATOM}; charset=utf-8` });
  });
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
