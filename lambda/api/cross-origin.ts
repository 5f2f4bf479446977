import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { Configuration } from '#core/watch/configuration';

/**
 * Lets pages of the configured origins read the API. Without any, browsers refuse other origins.
 */
export function allowCrossOrigin({ api }: Configuration): readonly MiddlewareHandler[] {
  if (api.corsOrigins.length === 0) return [];
  const allow = cors({
    origin: [...api.corsOrigins],
    allowMethods: ['GET', 'HEAD', 'POST', 'DELETE'],
    allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-None-Match'],
    exposeHeaders: ['ETag', 'Link', 'Retry-After'],
    maxAge: 600,
  });
  // A plain OPTIONS request is not a preflight. It asks for the allowed methods.
  return [
    (context, next) =>
      context.req.method === 'OPTIONS' && !context.req.header('access-control-request-method')
        ? next()
        : allow(context, next),
  ];
}
