import { createRoute, z } from '@hono/zod-openapi';
import { toCsv } from '#core/formats/csv';
import type { Api } from '#lambda/api/common/api';
import { guard } from '#lambda/api/common/guard';
import { pathId } from '#lambda/api/common/parameters';
import { uptimeParameters, uptimeQuery } from '#lambda/api/common/uptime-query';
import { json, PROBLEMS, text } from '#lambda/api/schemas/common';
import { layers, uptime } from '#lambda/api/schemas/uptime';
import { iso } from '#lambda/api/views/time';
import { layersView, secondsView, uptimeView } from '#lambda/api/views/uptime';
import { readLayers } from '#pipeline/history/read-layers';
import { readUptime, type Uptime } from '#pipeline/history/read-uptime';

const params = z.object({ id: pathId('Service id', 'example-service') });

export function addUptimeRoutes(api: Api): void {
  addLayersRoute(api);
  addUptimeRoute(api);
}

function addLayersRoute({ hono, ports }: Api): void {
  const layersRoute = createRoute({
    method: 'get',
    path: '/v1/services/{id}/layers',
    operationId: 'getServiceLayers',
    tags: ['uptime'],
    summary: 'Availability and latency of each layer, from host to session, by hour, day or month',
    description:
      'One item for each bucket, check and layer that the check goes through. While a check stops at an ' +
      'outer layer, those inside are unknown. Layers are counted since version 0.2.',
    ...guard(ports, { scope: 'read', cacheSeconds: 60 }),
    request: { query: uptimeParameters, params },
    responses: { 200: json(layers, 'Layers, by check and time.'), ...PROBLEMS },
  });
  hono.openapi(layersRoute, async (c) => {
    const query = uptimeQuery(c.req.valid('param').id, c.req.valid('query'), ports.clock.now());
    return c.json(layersView(query, await readLayers(query, ports)), 200);
  });
}

function addUptimeRoute({ hono, ports }: Api): void {
  const uptimeRoute = createRoute({
    method: 'get',
    path: '/v1/services/{id}/uptime',
    operationId: 'getServiceUptime',
    tags: ['uptime'],
    summary: 'Availability, seconds by state and latency by hour, day or month',
    description:
      'From rollups; the running hour as far as it is counted, marked `partial`. Edges of the ' +
      'window move outwards to whole buckets; `tz` moves the edges of days and months and nothing else.',
    ...guard(ports, { scope: 'read', cacheSeconds: 60 }),
    request: { query: uptimeParameters, params },
    responses: { 200: json(uptime, 'The whole window and its buckets.'), ...PROBLEMS },
  });
  hono.openapi(uptimeRoute, async (c) => {
    const query = uptimeQuery(c.req.valid('param').id, c.req.valid('query'), ports.clock.now());
    return c.json(uptimeView(query, await readUptime(query, ports)), 200);
  });

  const csvRoute = createRoute({
    method: 'get',
    path: '/v1/services/{id}/uptime.csv',
    operationId: 'exportServiceUptime',
    tags: ['exports'],
    summary: 'The same for a spreadsheet: one row a bucket',
    ...guard(ports, { scope: 'read', cacheSeconds: 60 }),
    request: { query: uptimeParameters, params },
    responses: { 200: text('text/csv', 'RFC 4180, UTF-8 with byte-order mark.'), ...PROBLEMS },
  });
  hono.openapi(csvRoute, async (c) => {
    const query = uptimeQuery(c.req.valid('param').id, c.req.valid('query'), ports.clock.now());
    return c.body(uptimeCsv(await readUptime(query, ports)), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="uptime-${query.service}.csv"`,
    });
  });
}

const STATES = ['up', 'degraded', 'down', 'maintenance', 'unknown'] as const;

function uptimeCsv({ buckets, checks }: Uptime): string {
  const latencies = checks.flatMap(({ check }) =>
    (['p50', 'p95', 'p99'] as const).map((share) => `${check} ${share} ms`),
  );
  const header = ['start', 'end', 'availability', 'unknown share'];
  return toCsv(
    [...header, ...STATES.map((state) => `${state} seconds`), 'frozen', 'partial', ...latencies],
    buckets.map((bucket) => {
      const seconds = secondsView(bucket.seconds);
      return [
        iso(bucket.start),
        iso(bucket.end),
        bucket.availability,
        bucket.unknownShare,
        ...STATES.map((state) => seconds[state]),
        String(bucket.frozen),
        String(bucket.partial),
        ...bucket.checks.flatMap(({ latency }) => [
          latency?.p50 ?? null,
          latency?.p95 ?? null,
          latency?.p99 ?? null,
        ]),
      ];
    }),
  );
}
