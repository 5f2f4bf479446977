import { createRoute, z } from '@hono/zod-openapi';
import type { OutageUpdate } from '#core/outage/update';
import type { Api } from '#lambda/api/common/api';
import { guard } from '#lambda/api/common/guard';
import { noQuery, pathId } from '#lambda/api/common/parameters';
import { body, doneOnce, repeatable } from '#lambda/api/routes/command-parts';
import { BODY_PROBLEMS, json, PROBLEMS, WRITE_PROBLEMS } from '#lambda/api/schemas/common';
import { newUpdate, update, updates } from '#lambda/api/schemas/updates';
import { iso } from '#lambda/api/views/time';
import { addUpdate, readUpdates } from '#pipeline/history/updates';

const params = z.object({ id: pathId('Outage id', 'example-group-20240718-0915') });

/** Updates about outages, public or internal. */
export function addUpdateRoutes({ hono, ports }: Api): void {
  const addRoute = createRoute({
    method: 'post',
    path: '/v1/outages/{id}/updates',
    operationId: 'addUpdate',
    tags: ['outages'],
    summary: 'Tell how an outage stands, on the public page or among those with a token',
    ...guard(ports, { scope: 'write' }),
    request: { query: noQuery, params, headers: repeatable, body: body(newUpdate) },
    responses: { 202: json(update, 'Stored.'), ...WRITE_PROBLEMS, ...BODY_PROBLEMS },
  });
  hono.openapi(addRoute, async (c) => {
    const { ko, en = ko, status, audience } = c.req.valid('json');
    const order = { outage: c.req.valid('param').id, status, audience, text: { ko, en } };
    const answer = await doneOnce(c, ports, async (by) => view(await addUpdate(order, by, ports)));
    return c.json(answer, 202);
  });

  const listRoute = createRoute({
    method: 'get',
    path: '/v1/outages/{id}/updates',
    operationId: 'listUpdates',
    tags: ['outages'],
    summary: 'What was told about an outage, oldest first',
    ...guard(ports, { scope: 'read', cacheSeconds: 5 }),
    request: { query: noQuery, params },
    responses: { 200: json(updates, 'All of them.'), ...PROBLEMS },
  });
  hono.openapi(listRoute, async (c) => {
    const told = await readUpdates(c.req.valid('param').id, ports);
    return c.json({ items: told.map(view) }, 200);
  });
}

function view({ text, at, ...rest }: OutageUpdate): z.infer<typeof update> {
  return { ...rest, ...text, at: iso(at) };
}
