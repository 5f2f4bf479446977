import { createRoute, z } from '@hono/zod-openapi';
import type { Api } from '#lambda/api/api';
import { guard } from '#lambda/api/guard';
import { noQuery, pathId } from '#lambda/api/parameters';
import { author, body, commandView } from '#lambda/api/routes/command-parts';
import { accepted, maintenance, maintenanceAccepted } from '#lambda/api/schemas/commands';
import { BODY_PROBLEMS, json, PROBLEMS, TOO_LARGE } from '#lambda/api/schemas/common';
import { addMaintenance, endMaintenance } from '#pipeline/history/write-commands';

/** Declared 점검: results are kept and labelled, downtime is not counted, nobody is woken. */
export function addMaintenanceRoutes({ hono, ports }: Api): void {
  const writes = guard(ports, { scope: 'write' });

  const declareRoute = createRoute({
    method: 'post',
    path: '/v1/maintenance',
    summary: 'Declare maintenance: once, every week, or on the nth weekday of a month',
    ...writes,
    request: { query: noQuery, body: body(maintenance) },
    responses: { 202: json(maintenanceAccepted, 'Recorded.'), ...PROBLEMS, ...BODY_PROBLEMS },
  });
  hono.openapi(declareRoute, async (c) => {
    const { group, ...window } = c.req.valid('json');
    const done = await addMaintenance({ group, window }, author(c), ports);
    return c.json({ ...commandView(done.command), window: done.window }, 202);
  });

  const withdrawRoute = createRoute({
    method: 'delete',
    path: '/v1/maintenance/{id}',
    summary: 'Withdraw maintenance that was declared here',
    ...writes,
    request: { query: noQuery, params: z.object({ id: pathId('Window id', 'moel.1f0c2b9e') }) },
    responses: { 202: json(accepted, 'Recorded.'), ...PROBLEMS, 413: TOO_LARGE },
  });
  hono.openapi(withdrawRoute, async (c) =>
    c.json(commandView(await endMaintenance(c.req.valid('param').id, author(c), ports)), 202),
  );
}
