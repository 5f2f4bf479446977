import { createRoute, z } from '@hono/zod-openapi';
import type { Api } from '#lambda/api/common/api';
import { guard } from '#lambda/api/common/guard';
import { noQuery, pathId } from '#lambda/api/common/parameters';
import { body, doneOnce, repeatable } from '#lambda/api/routes/command-parts';
import { accepted, maintenance, maintenanceAccepted } from '#lambda/api/schemas/commands';
import { BODY_PROBLEMS, json, PROBLEMS, WRITE_PROBLEMS } from '#lambda/api/schemas/common';
import { maintenanceWindows } from '#lambda/api/schemas/quiet';
import { commandView } from '#lambda/api/views/commands';
import { quietView } from '#lambda/api/views/quiet';
import { addMaintenance, endMaintenance } from '#pipeline/history/declare-maintenance';
import { readQuiet } from '#pipeline/history/read-quiet';

/**
 * Declared maintenance (점검): results are stored and labelled, but cause no downtime and no notice.
 */
export function addMaintenanceRoutes({ hono, ports }: Api): void {
  const writes = guard(ports, { scope: 'write' });

  const declareRoute = createRoute({
    method: 'post',
    path: '/v1/maintenance',
    operationId: 'declareMaintenance',
    tags: ['maintenance'],
    summary: 'Declare maintenance: once, every week, or on the nth weekday of a month',
    description:
      'Once: at most 31 days, beginning within a year. 50 windows a group. What begins in the past is ' +
      '`retroactive`: taken for months whose figures are not closed, back to the month before this one.',
    ...writes,
    request: { query: noQuery, headers: repeatable, body: body(maintenance) },
    responses: { 202: json(maintenanceAccepted, 'Recorded.'), ...WRITE_PROBLEMS, ...BODY_PROBLEMS },
  });
  hono.openapi(declareRoute, async (c) => {
    const { group, ...window } = c.req.valid('json');
    const answer = await doneOnce(c, ports, async (by) => {
      const done = await addMaintenance({ group, window }, by, ports);
      const { window: id, retroactive } = done;
      return { ...commandView(done.command), window: id, retroactive };
    });
    return c.json(answer, 202);
  });

  const withdrawRoute = createRoute({
    method: 'delete',
    path: '/v1/maintenance/{id}',
    operationId: 'withdrawMaintenance',
    tags: ['maintenance'],
    summary: 'Withdraw maintenance that was declared here',
    description:
      'What was `retroactive` gives its time back within two hours, while its month is open.',
    ...writes,
    request: {
      query: noQuery,
      params: z.object({ id: pathId('Window id', 'example-group.1f0c2b9e') }),
      headers: repeatable,
    },
    responses: { 202: json(accepted, 'Recorded.'), ...WRITE_PROBLEMS },
  });
  hono.openapi(withdrawRoute, async (c) => {
    const { id } = c.req.valid('param');
    const act = doneOnce(c, ports, async (by) => commandView(await endMaintenance(id, by, ports)));
    return c.json(await act, 202);
  });

  const listRoute = createRoute({
    method: 'get',
    path: '/v1/maintenance',
    operationId: 'listMaintenance',
    tags: ['maintenance'],
    summary: 'Maintenance configured and declared, with its next occurrence',
    ...guard(ports, { scope: 'read', cacheSeconds: 5 }),
    request: { query: noQuery },
    responses: { 200: json(maintenanceWindows, 'All windows.'), ...PROBLEMS },
  });
  hono.openapi(listRoute, async (c) =>
    c.json(quietView(await readQuiet(ports), ports.clock.now()).maintenance, 200),
  );
}
