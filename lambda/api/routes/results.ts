import { createRoute, z } from '@hono/zod-openapi';
import { defined } from '#core/defined';
import type { ResultQuery } from '#core/ports/results';
import { DAY, type Instant } from '#core/time/time';
import type { Api } from '#lambda/api/common/api';
import { guard } from '#lambda/api/common/guard';
import { cursorWith, linkNext, windowIn } from '#lambda/api/common/paging';
import {
  checkWindow,
  cursor,
  instant,
  limit,
  noQuery,
  pathId,
} from '#lambda/api/common/parameters';
import { json, kind, outcome, PROBLEMS } from '#lambda/api/schemas/common';
import { resultDetail, results } from '#lambda/api/schemas/results';
import { resultDetailView, resultView } from '#lambda/api/views/results';
import { linkEvidence } from '#pipeline/history/link-evidence';
import { readResult, readResults } from '#pipeline/history/read-results';

/** Parameters of a query for results, without the limit. */
export const resultParameters = z.strictObject({
  from: instant('Scheduled at or after; default a day before `to`.').optional(),
  to: instant('Scheduled before; default now.').optional(),
  result: outcome.optional(),
  kind: kind.optional(),
  check: z.string().max(100).optional().openapi({ example: 'login' }),
  cursor: cursor.optional(),
});

/** Later pages use the window of the first one. Throws InvalidCursorError, InvalidRequestError. */
export function resultQuery(
  service: string,
  asked: z.output<typeof resultParameters> & { readonly limit: number },
  now: Instant,
): ResultQuery {
  const first = asked.cursor === undefined ? undefined : windowIn(asked.cursor);
  const to = asked.to ?? first?.to ?? now;
  const from = asked.from ?? first?.from ?? to - DAY;
  checkWindow({ from, to });
  const { result, kind: wanted, check, limit: most } = asked;
  const more = defined({ result, kind: wanted, check, cursor: first?.cursor });
  return { service, from, to, limit: most, ...more };
}

const query = resultParameters.extend({ limit });

export function addResultRoutes({ hono, ports }: Api): void {
  const resultsRoute = createRoute({
    method: 'get',
    path: '/v1/services/{id}/results',
    operationId: 'listResults',
    tags: ['services'],
    summary: 'Raw results, newest first',
    description:
      'A filtered page may hold fewer items than `limit`, even none, and still have a `next`: ' +
      'one request looks at about 2,000 results.',
    ...guard(ports, { scope: 'read', cacheSeconds: 10 }),
    request: { query, params: z.object({ id: pathId('Service id', 'example-service') }) },
    responses: { 200: json(results, 'A page of results.'), ...PROBLEMS },
  });
  hono.openapi(resultsRoute, async (c) => {
    const asked = resultQuery(c.req.valid('param').id, c.req.valid('query'), ports.clock.now());
    const page = await readResults(asked, ports);
    const next = cursorWith(page.next, asked);
    linkNext(c, next, asked);
    return c.json({ items: page.items.map(resultView), next: next ?? null }, 200);
  });

  const resultRoute = createRoute({
    method: 'get',
    path: '/v1/services/{id}/results/{run}',
    operationId: 'getResult',
    tags: ['services'],
    summary: 'One run: steps, timings, evidence',
    ...guard(ports, { scope: 'read', cacheSeconds: 60 }),
    request: {
      query: noQuery,
      params: z.object({
        id: pathId('Service id', 'example-service'),
        run: pathId('Run id', 'example-service.login.20240718T001500Z.scheduled'),
      }),
    },
    responses: { 200: json(resultDetail, 'The run.'), ...PROBLEMS },
  });
  hono.openapi(resultRoute, async (c) => {
    const { id, run } = c.req.valid('param');
    return c.json(resultDetailView(await readResult(id, run, ports)), 200);
  });

  const evidenceRoute = createRoute({
    method: 'get',
    path: '/v1/evidence/{retention}/{file}',
    operationId: 'getEvidence',
    tags: ['services'],
    summary: 'A picture, page text or list of requests of a run',
    ...guard(ports, { scope: 'read' }),
    request: {
      query: noQuery,
      params: z.object({
        retention: z.enum(['passed', 'failed']).openapi({ example: 'failed' }),
        file: pathId('Name, as a run or an outage gives it', `${'0f'.repeat(32)}.png`),
      }),
    },
    responses: {
      302: { description: 'A signed link in `Location`: it works for 15 minutes.' },
      ...PROBLEMS,
    },
  });
  hono.openapi(evidenceRoute, async (c) => {
    const { retention, file } = c.req.valid('param');
    return c.redirect(await linkEvidence(`${retention}/${file}`, ports), 302);
  });
}
