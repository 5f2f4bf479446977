import { createRoute, z } from '@hono/zod-openapi';
import { defined } from '#core/defined';
import type { OutageQuery } from '#core/ports/outage-records';
import type { Api } from '#lambda/api/common/api';
import { guard } from '#lambda/api/common/guard';
import { linkNext } from '#lambda/api/common/paging';
import {
  checkWindow,
  cursor,
  instant,
  limit,
  noQuery,
  pathId,
} from '#lambda/api/common/parameters';
import { json, PROBLEMS } from '#lambda/api/schemas/common';
import { outageDetail, outages } from '#lambda/api/schemas/outages';
import { outageDetailView, outageView } from '#lambda/api/views/outages';
import { readOutage, readOutages } from '#pipeline/history/read-outages';

/** Parameters of the list, as JSON and as CSV. */
export const outageParameters = z.strictObject({
  from: instant('Not over before this.').optional(),
  to: instant('Begun before this.').optional(),
  state: z.enum(['open', 'closed']).optional(),
  service: z.string().max(100).optional().openapi({ example: 'example-service' }),
  limit,
  cursor: cursor.optional(),
});

export function outageQuery(asked: z.output<typeof outageParameters>): OutageQuery {
  const { from, to, state, service, limit, cursor } = asked;
  if (from !== undefined && to !== undefined) checkWindow({ from, to });
  return {
    limit,
    ...defined({ from, to, state, service, cursor: cursor || undefined }),
  };
}

export function addOutageRoutes({ hono, ports }: Api): void {
  const outagesRoute = createRoute({
    method: 'get',
    path: '/v1/outages',
    operationId: 'listOutages',
    tags: ['outages'],
    summary: 'Outages that reach into the window, newest first',
    description: 'Without `from` and `to`: all. However long before `from` they began.',
    ...guard(ports, { scope: 'read', cacheSeconds: 15 }),
    request: { query: outageParameters },
    responses: { 200: json(outages, 'A page of outages.'), ...PROBLEMS },
  });
  hono.openapi(outagesRoute, async (c) => {
    const page = await readOutages(outageQuery(c.req.valid('query')), ports);
    linkNext(c, page.next);
    return c.json({ items: page.items.map(outageView), next: page.next ?? null }, 200);
  });

  const outageRoute = createRoute({
    method: 'get',
    path: '/v1/outages/{id}',
    operationId: 'getOutage',
    tags: ['outages'],
    summary: 'One outage: incidents, timeline, notices and their delivery, evidence',
    ...guard(ports, { scope: 'read', cacheSeconds: 15 }),
    request: {
      query: noQuery,
      params: z.object({ id: pathId('Outage id', 'example-group-20240718-0915') }),
    },
    responses: { 200: json(outageDetail, 'The outage.'), ...PROBLEMS },
  });
  hono.openapi(outageRoute, async (c) =>
    c.json(
      outageDetailView(await readOutage(c.req.valid('param').id, ports), ports.clock.now()),
      200,
    ),
  );
}
