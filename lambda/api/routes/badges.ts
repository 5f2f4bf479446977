import { createRoute, z } from '@hono/zod-openapi';
import { InvalidRequestError, UnknownNameError } from '#core/errors';
import { type Badge, stateBadge, toShields, toSvg, uptimeBadge } from '#core/formats/badge';
import { HOME_ZONE } from '#core/time/calendar';
import { DAY } from '#core/time/time';
import type { Api } from '#lambda/api/common/api';
import { guard } from '#lambda/api/common/guard';
import { language, wholeDays } from '#lambda/api/common/parameters';
import { json, PROBLEMS, text } from '#lambda/api/schemas/common';
import type { HistoryPorts } from '#pipeline/history/history-ports';
import { readService, readStatus } from '#pipeline/history/read-status';
import { readUptime } from '#pipeline/history/read-uptime';

const SVG = 'image/svg+xml';

/** The number of reads grows with the days. */
const MOST_DAYS = 90;

const shieldsBadge = z
  .object({
    schemaVersion: z.literal(1),
    label: z.string(),
    message: z.string(),
    color: z.string(),
  })
  .openapi('ShieldsBadge');

const query = z.strictObject({
  show: z.enum(['state', 'uptime']).default('state').openapi({
    description: 'Availability is of one service; its unknown share stands beside it.',
  }),
  days: wholeDays(MOST_DAYS)
    .default(30)
    .openapi({ default: 30, description: 'Of availability: so many Korean days, with today.' }),
  lang: language,
});

type Query = z.output<typeof query>;

export function addBadgeRoutes({ hono, ports }: Api): void {
  const access = guard(ports, { scope: 'read', area: 'badges', cacheSeconds: 60 });
  const { middleware, security } = access;
  const shared = {
    method: 'get',
    summary: 'A badge for a page; the id `all` is the worst of all services',
    security,
    responses: { 200: text(SVG, 'The badge.'), ...PROBLEMS },
  } as const;
  // Hono treats a whole segment as one parameter, OpenAPI a part of it.
  hono.openAPIRegistry.registerPath({
    ...shared,
    operationId: 'getBadge',
    tags: ['exports'],
    path: '/v1/badges/{id}.svg',
    request: {
      query,
      params: z.object({ id: z.string().openapi({ example: 'example-service' }) }),
    },
  });
  hono.openAPIRegistry.registerPath({
    ...shared,
    operationId: 'getShieldsBadge',
    tags: ['exports'],
    summary: 'The same badge for the endpoint badge of shields.io',
    path: '/v1/badges/{id}.json',
    request: {
      query,
      params: z.object({ id: z.string().openapi({ example: 'example-service' }) }),
    },
    responses: { ...shared.responses, 200: json(shieldsBadge, 'The badge as data.') },
  });
  const route = createRoute({
    ...shared,
    middleware,
    path: '/v1/badges/{file}',
    hide: true,
    request: { query, params: z.object({ file: z.string() }) },
  });
  hono.openapi(route, async (c) => {
    const { file } = c.req.valid('param');
    const [, id = '', type] = /^(.+)\.(svg|json)$/.exec(file) ?? [];
    if (!type) {
      throw new UnknownNameError('There is no such badge.', 'GET /v1/badges/all.svg is one.');
    }
    const badge = await badgeOf(id, c.req.valid('query'), ports);
    if (type === 'json') return c.json(toShields(badge), 200);
    return c.body(toSvg(badge), 200, { 'Content-Type': `${SVG}; charset=utf-8` });
  });
}

const DAYS = { ko: '일', en: ' days' } as const;

async function badgeOf(id: string, asked: Query, ports: HistoryPorts): Promise<Badge> {
  const { show, lang, days } = asked;
  if (id === 'all') {
    const all = ports.configuration.texts.servicesName[lang];
    if (show === 'state') return stateBadge(all, (await readStatus(ports)).state, lang);
    throw new InvalidRequestError(
      'Availability is of one service.',
      'Ask for the badge of a service, or of all with show=state.',
    );
  }
  const { service, state } = await readService(id, ports);
  const name = lang === 'ko' ? service.shortName : service.nameEn;
  if (show === 'state') return stateBadge(name, state, lang);
  const to = ports.clock.now();
  const window = { interval: 'day', zone: HOME_ZONE, from: to - (days - 1) * DAY, to } as const;
  const uptime = await readUptime({ service: id, ...window }, ports);
  return uptimeBadge(`${name} ${days}${DAYS[lang]}`, uptime, lang);
}
