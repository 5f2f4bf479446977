import type { Catalogue } from '#core/watch/catalogue';
import type { Api } from './common/api.ts';
import { cacheFor } from './common/caching.ts';
import { withCommonAnswers } from './common-answers.ts';

const DESCRIPTION = `Results, outages and availability of the watched services.

Times are RFC 3339 in UTC. Lists are paged: follow \`Link: rel="next"\` or pass \`next\` as \`cursor\`.
Errors are \`application/problem+json\` with a stable \`type\`. Unknown parameters are refused by name.
Limits: 200 items a page, 744 hours, 400 days or 120 months an answer (93 days or 3 months in another
time zone than Asia/Seoul), bodies of 16 KiB, 30 commands a group and minute.`;

const TAGS = [
  { name: 'status', description: 'What is going on now.' },
  { name: 'services', description: 'What is watched, and every run of it.' },
  { name: 'uptime', description: 'Availability, latency and statistics over time.' },
  { name: 'outages', description: 'What failed, who was told, what people wrote about it.' },
  { name: 'silences', description: 'No notices for a while.' },
  { name: 'maintenance', description: 'Planned work: downtime is not counted.' },
  { name: 'commands', description: 'The outcome of each command.' },
  { name: 'exports', description: 'The same facts for feed readers, spreadsheets and Prometheus.' },
];

/** Examples name this deployment's services, so that they work unchanged. */
function withOwnNames(document: unknown, { services }: Catalogue): unknown {
  const [first, other = first] = services;
  if (!first || !other) return document;
  const text = JSON.stringify(document)
    .replaceAll('example-service', first.id)
    .replaceAll('other-service', other.id)
    .replaceAll('example-group', first.group);
  return JSON.parse(text);
}

/** `GET /openapi.json`, without a token: the description of the API is public. */
export function addDocumentRoute({ hono, ports }: Api): void {
  hono.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description: 'Made by npx bonghwa token create, with the scopes read and write.',
  });
  let document: unknown;
  hono.get('/openapi.json', cacheFor(300, true), (context) => {
    document ??= withOwnNames(
      withCommonAnswers(
        hono.getOpenAPI31Document({
          openapi: '3.1.0',
          info: {
            title: 'Bonghwa history API',
            version: '1',
            description: DESCRIPTION,
            license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
            contact: { name: 'Bonghwa' },
          },
          servers: [{ url: '/' }],
          tags: TAGS,
        }),
      ),
      ports.configuration.catalogue,
    );
    return context.json(document);
  });
}
