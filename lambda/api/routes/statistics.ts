import { createRoute, z } from '@hono/zod-openapi';
import { InvalidRequestError } from '#core/errors';
import { DAY } from '#core/time/time';
import type { Api } from '#lambda/api/common/api';
import { guard } from '#lambda/api/common/guard';
import { checkWindow, instant } from '#lambda/api/common/parameters';
import { uptimeParameters, uptimeQuery } from '#lambda/api/common/uptime-query';
import { json, PROBLEMS } from '#lambda/api/schemas/common';
import { statistics, uptimes } from '#lambda/api/schemas/statistics';
import { statisticsView } from '#lambda/api/views/statistics';
import { uptimeView } from '#lambda/api/views/uptime';
import { readingStatesOnce } from '#pipeline/history/check-history';
import { readStatistics, type StatisticsQuery } from '#pipeline/history/read-statistics';
import { readUptime } from '#pipeline/history/read-uptime';

/** The number of reads grows with the services. */
const MOST_SERVICES = 20;

/** Figures over many services or a long time, for dashboards and yearly reports. */
export function addStatisticsRoutes(api: Api): void {
  addUptimesRoute(api);
  addStatisticsRoute(api);
}

function addUptimesRoute({ hono, ports }: Api): void {
  const route = createRoute({
    method: 'get',
    path: '/v1/uptime',
    operationId: 'listUptime',
    tags: ['uptime'],
    summary: 'Availability of several services, or of a group, in one answer',
    description: `At most ${MOST_SERVICES} services. Without \`services\` and \`group\`: all of them.`,
    ...guard(ports, { scope: 'read', cacheSeconds: 60 }),
    request: {
      query: uptimeParameters.omit({ check: true }).extend({
        group: z.string().max(100).optional().openapi({ example: 'example-group' }),
        services: z.string().max(2_000).optional().openapi({
          example: 'example-service,other-service',
          description: 'Ids with commas between them.',
        }),
      }),
    },
    responses: { 200: json(uptimes, 'In the order asked for.'), ...PROBLEMS },
  });
  hono.openapi(route, async (c) => {
    const { group, services: named, ...asked } = c.req.valid('query');
    const { services } = ports.configuration.catalogue;
    const ofGroup = services.filter((service) => group === undefined || service.group === group);
    const ids = [...new Set(named?.split(',') ?? ofGroup.map(({ id }) => id))];
    if (ids.length === 0 || ids.length > MOST_SERVICES) {
      throw new InvalidRequestError(
        `That is ${ids.length} services.`,
        `Name 1 to ${MOST_SERVICES} in services, or a group that exists.`,
      );
    }
    const now = ports.clock.now();
    const once = readingStatesOnce(ports);
    const items = await Promise.all(
      ids.map(async (id) => {
        const query = uptimeQuery(id, asked, now);
        return uptimeView(query, await readUptime(query, once));
      }),
    );
    return c.json({ items }, 200);
  });
}

function addStatisticsRoute({ hono, ports }: Api): void {
  const route = createRoute({
    method: 'get',
    path: '/v1/statistics',
    operationId: 'getStatistics',
    tags: ['uptime'],
    summary: 'Outages, MTTD, MTTA, MTTR, availability and error budget of a service or group',
    description: 'Whole months of KST around the window, each with its figures; drills left out.',
    ...guard(ports, { scope: 'read', cacheSeconds: 300 }),
    request: {
      query: z.strictObject({
        service: z.string().max(100).optional().openapi({ example: 'example-service' }),
        group: z
          .string()
          .max(100)
          .optional()
          .openapi({ description: 'Instead of `service`; without both: of all groups.' }),
        from: instant('Default: 365 days before `to`.').optional(),
        to: instant('Default now.').optional(),
        target: z
          .string()
          .regex(/^0\.\d{1,6}$/, 'Must be a share below 1, such as 0.999.')
          .transform(Number)
          .default(0.999)
          .openapi({ type: 'number', minimum: 0, maximum: 0.999_999, example: 0.999 }),
      }),
    },
    responses: { 200: json(statistics, 'The whole window and its months.'), ...PROBLEMS },
  });
  hono.openapi(route, async (c) => {
    const { service, group, from, to = ports.clock.now(), target } = c.req.valid('query');
    const query = { of: oneOf(service, group), to, target, from: from ?? to - 365 * DAY };
    checkWindow(query);
    return c.json(statisticsView(query.of, await readStatistics(query, ports)), 200);
  });
}

function oneOf(service: string | undefined, group: string | undefined): StatisticsQuery['of'] {
  if (service === undefined) return { group: group ?? null };
  if (group === undefined) return { service };
  throw new InvalidRequestError('It asks for a service and for a group.', 'Give one of the two.');
}
