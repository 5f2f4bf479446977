import { createRoute, z } from '@hono/zod-openapi';
import { VERSION } from '#contract/version';
import { SCOPES } from '#core/history/access';
import { requireAnyToken } from '#lambda/api/common/access';
import type { Api } from '#lambda/api/common/api';
import { cacheFor } from '#lambda/api/common/caching';
import { noQuery } from '#lambda/api/common/parameters';
import { json, PROBLEMS, time } from '#lambda/api/schemas/common';
import { iso } from '#lambda/api/views/time';
import { readHealth } from '#pipeline/history/read-health';

const health = z
  .object({
    healthy: z.boolean(),
    version: z.string(),
    parts: z.array(
      z.object({ name: z.string(), healthy: z.boolean(), reason: z.string().nullable() }),
    ),
  })
  .openapi('Health');

const whoami = z
  .object({
    name: z.string(),
    scopes: z.array(z.enum(SCOPES)),
    createdAt: time,
    expiresAt: time,
  })
  .openapi('Whoami');

/** About the API itself. */
export function addAboutRoutes({ hono, ports }: Api): void {
  const healthRoute = createRoute({
    method: 'get',
    path: '/healthz',
    operationId: 'getHealth',
    tags: ['status'],
    summary: 'Whether the parts behind the API work, with reasons; open to everybody',
    security: [],
    middleware: [cacheFor(10, true)],
    request: { query: noQuery },
    responses: {
      200: json(health, 'All of it works.'),
      503: json(health, 'Some of it does not.'),
      400: PROBLEMS[400],
      405: PROBLEMS[405],
    },
  });
  hono.openapi(healthRoute, async (c) => {
    const parts = await readHealth(ports);
    const healthy = parts.every((part) => part.healthy);
    const body = { healthy, version: VERSION, parts: [...parts] };
    return healthy ? c.json(body, 200) : c.json(body, 503, { 'Cache-Control': 'no-store' });
  });

  const whoamiRoute = createRoute({
    method: 'get',
    path: '/v1/whoami',
    operationId: 'getWhoami',
    tags: ['status'],
    summary: 'What this token may do, and until when',
    security: [{ bearer: [] }],
    middleware: [requireAnyToken(ports), cacheFor(undefined, false)],
    request: { query: noQuery },
    responses: { 200: json(whoami, 'The token.'), 400: PROBLEMS[400], 401: PROBLEMS[401] },
  });
  hono.openapi(whoamiRoute, (c) => {
    const { name, scopes, createdAt, expiresAt } = c.get('token');
    return c.json(
      { name, scopes: [...scopes], createdAt: iso(createdAt), expiresAt: iso(expiresAt) },
      200,
    );
  });
}
