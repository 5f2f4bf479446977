import { createRoute, z } from '@hono/zod-openapi';
import { defined } from '#core/defined';
import { toAtom } from '#core/formats/feed';
import { publicUpdates } from '#core/outage/update';
import { DAY } from '#core/time/time';
import type { Api } from '#lambda/api/common/api';
import { guard } from '#lambda/api/common/guard';
import { language, wholeDays } from '#lambda/api/common/parameters';
import { PROBLEMS, text } from '#lambda/api/schemas/common';
import { readOutages } from '#pipeline/history/read-outages';

const ATOM = 'application/atom+xml';

/** Maximum number of outages in a feed, without and with a number of days. */
const LATEST = 20;
const MOST = 100;

export function addFeedRoute({ hono, ports }: Api): void {
  const route = createRoute({
    method: 'get',
    path: '/v1/feed.atom',
    operationId: 'getFeed',
    tags: ['exports'],
    summary: 'Outages and what people told about them as an Atom feed, drills left out',
    description: `The latest ${LATEST} records; with \`days\` those of so many days, ${MOST} at most.`,
    ...guard(ports, { scope: 'read', area: 'feed', cacheSeconds: 60 }),
    request: {
      query: z.strictObject({
        service: z.string().max(100).optional().openapi({ example: 'example-service' }),
        lang: language,
        days: wholeDays(366).optional().openapi({ description: 'Only so many days back.' }),
      }),
    },
    responses: { 200: text(ATOM, 'RFC 4287.'), ...PROBLEMS },
  });
  hono.openapi(route, async (c) => {
    const { service, lang, days } = c.req.valid('query');
    const { catalogue, texts } = ports.configuration;
    const now = ports.clock.now();
    const from = days === undefined ? undefined : now - days * DAY;
    const limit = days === undefined ? LATEST : MOST;
    const { items } = await readOutages({ limit, ...defined({ service, from }) }, ports);
    const outages = items.filter(({ drill }) => !drill);
    const oldest = Math.min(...outages.map(({ startedBetween }) => startedBetween.by));
    const updates = outages.length > 0 ? publicUpdates(await ports.updates.since(oldest)) : [];
    const names = catalogue.services.map(({ id, name, nameEn }) => [
      id,
      lang === 'ko' ? name : nameEn,
    ]);
    const { search } = new URL(c.req.url);
    const feed = toAtom({
      outages,
      language: lang,
      servicesName: texts.servicesName[lang],
      names: Object.fromEntries(names),
      statusUrl: texts.statusUrl,
      selfUrl: `/v1/feed.atom${search}`,
      addressesOf: (id) => ({ page: texts.statusUrl, data: `/v1/outages/${id}` }),
      toldOf: (id) =>
        updates
          .filter(({ outage }) => outage === id)
          .map(({ at, text: told }) => ({ at, text: told[lang] })),
      now,
    });
    return c.body(feed, 200, { 'Content-Type': `${ATOM}; charset=utf-8` });
  });
}
