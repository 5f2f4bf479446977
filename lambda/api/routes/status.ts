import { createRoute, z } from '@hono/zod-openapi';
import type { Api } from '#lambda/api/common/api';
import { guard } from '#lambda/api/common/guard';
import { noQuery, pathId } from '#lambda/api/common/parameters';
import { json, PROBLEMS } from '#lambda/api/schemas/common';
import { service, services, status } from '#lambda/api/schemas/status';
import { serviceView, statusView } from '#lambda/api/views/status';
import { readService, readServices, readStatus } from '#pipeline/history/read-status';

export function addStatusRoutes({ hono, ports }: Api): void {
  const statusRoute = createRoute({
    method: 'get',
    path: '/v1/status',
    operationId: 'getStatus',
    tags: ['status'],
    summary: 'The board: every service since when, open outages, coverage, freshness',
    ...guard(ports, { scope: 'read', area: 'status', cacheSeconds: 15 }),
    request: { query: noQuery },
    responses: { 200: json(status, 'The board.'), ...PROBLEMS },
  });
  hono.openapi(statusRoute, async (c) =>
    c.json(statusView(await readStatus(ports), ports.clock.now()), 200),
  );

  const servicesRoute = createRoute({
    method: 'get',
    path: '/v1/services',
    operationId: 'listServices',
    tags: ['services'],
    summary: 'What is watched, its state and its last results',
    ...guard(ports, { scope: 'read', cacheSeconds: 15 }),
    request: { query: noQuery },
    responses: { 200: json(services, 'All services.'), ...PROBLEMS },
  });
  hono.openapi(servicesRoute, async (c) =>
    c.json({ items: (await readServices(ports)).map(serviceView) }, 200),
  );

  const serviceRoute = createRoute({
    method: 'get',
    path: '/v1/services/{id}',
    operationId: 'getService',
    tags: ['services'],
    summary: 'One service',
    ...guard(ports, { scope: 'read', cacheSeconds: 15 }),
    request: { query: noQuery, params: z.object({ id: pathId('Service id', 'example-service') }) },
    responses: { 200: json(service, 'The service.'), ...PROBLEMS },
  });
  hono.openapi(serviceRoute, async (c) =>
    c.json(serviceView(await readService(c.req.valid('param').id, ports)), 200),
  );
}
