import type { Api } from './api.ts';
import { cacheFor } from './caching.ts';

const DESCRIPTION = `Results, outages and availability of the watched services.

Times are RFC 3339 in UTC. Lists are paged: follow \`Link: rel="next"\` or pass \`next\` as \`cursor\`.
Errors are \`application/problem+json\` with a stable \`type\`. Unknown parameters are refused by name.
Limits: 200 items a page, 744 hours, 400 days or 120 months an answer (93 days or 3 months in another
time zone than Asia/Seoul), bodies of 16 KiB.`;

/** `GET /openapi.json`, open to everybody: what the API can do is no secret. */
export function addDocumentRoute({ hono }: Api): void {
  hono.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description: 'Made by npx bonghwa token create, with the scopes read and write.',
  });
  let document: unknown;
  hono.get('/openapi.json', cacheFor(300, true), (context) => {
    document ??= hono.getOpenAPI31Document({
      openapi: '3.1.0',
      info: { title: 'Bonghwa history API', version: '1', description: DESCRIPTION },
      servers: [{ url: '/' }],
    });
    return context.json(document);
  });
}
