import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import { defined } from '#core/defined';
import type { Log } from '#core/ports/ambient';
import type { ApiEnvironment } from './common/api.ts';

/** One line per request: the route's pattern instead of the address, and never a header. */
export function recordRequests(log: Log) {
  return createMiddleware<ApiEnvironment>(async (context, next) => {
    const began = performance.now();
    await next();
    const who: string | undefined = context.get('who');
    log.info('request', {
      method: context.req.method,
      route: routePath(context, -1),
      status: context.res.status,
      ms: Math.round(performance.now() - began),
      ...defined({ who }),
    });
  });
}
