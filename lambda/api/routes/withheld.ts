import { createRoute, z } from '@hono/zod-openapi';
import { DAY } from '#core/time/time';
import type { Api } from '#lambda/api/common/api';
import { guard } from '#lambda/api/common/guard';
import { checkWindow, instant, pathId } from '#lambda/api/common/parameters';
import { json, PROBLEMS } from '#lambda/api/schemas/common';
import { withheldServices } from '#lambda/api/schemas/withheld';
import { withheldView } from '#lambda/api/views/withheld';
import { readWithheld } from '#pipeline/history/read-withheld';

const query = z.strictObject({
  from: instant('At or after; default a day before `to`.').optional(),
  to: instant('Before; default now.').optional(),
});

export function addWithheldRoutes({ hono, ports }: Api): void {
  const route = createRoute({
    method: 'get',
    path: '/v1/services/{id}/withheld',
    operationId: 'listWithheld',
    tags: ['services'],
    summary: 'Why nobody was told of a service that failed without an outage',
    description:
      'One item for each change of the reason, oldest first, of the last 90 days. Reasons that belong ' +
      'to an outage stand in its timeline.',
    ...guard(ports, { scope: 'read', cacheSeconds: 15 }),
    request: { query, params: z.object({ id: pathId('Service id', 'example-service') }) },
    responses: { 200: json(withheldServices, 'The reasons.'), ...PROBLEMS },
  });
  hono.openapi(route, async (c) => {
    const asked = c.req.valid('query');
    const to = asked.to ?? ports.clock.now();
    const span = { from: asked.from ?? to - DAY, to };
    checkWindow(span);
    return c.json(withheldView(await readWithheld(c.req.valid('param').id, span, ports)), 200);
  });
}
