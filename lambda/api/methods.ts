import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnvironment } from './common/api.ts';
import { problem } from './common/problem.ts';

/** After the routes: OPTIONS lists the methods of a path. Any other method gets 405 with Allow. */
export function answerOtherMethods(hono: OpenAPIHono<ApiEnvironment>): void {
  const known = new Map<string, string[]>();
  for (const { method, path } of hono.routes) {
    if (method === 'ALL') continue;
    known.set(path, [
      ...(known.get(path) ?? []),
      ...(method === 'GET' ? ['GET', 'HEAD'] : [method]),
    ]);
  }
  for (const [path, methods] of known) {
    const allow = [...new Set([...methods, 'OPTIONS'])].join(', ');
    hono.all(path, (context) =>
      context.req.method === 'OPTIONS'
        ? context.body(null, 204, { Allow: allow })
        : problem(context, 'method-not-allowed', {
            detail: `It knows ${allow}.`,
            headers: { Allow: allow },
          }),
    );
  }
}
