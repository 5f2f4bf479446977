import type { MiddlewareHandler } from 'hono';

/** Sets how long and by whom a good answer may be reused. Problems are never cached. */
export function cacheFor(seconds: number | undefined, open: boolean): MiddlewareHandler {
  const reuse = open ? 'public' : 'private';
  const control = seconds === undefined ? 'no-store' : `${reuse}, max-age=${seconds}`;
  return async (context, next) => {
    await next();
    if (context.res.status >= 400) return;
    context.res.headers.set('Cache-Control', control);
    // Also for answers without compression, because a 304 carries the same header.
    context.res.headers.append('Vary', open ? 'Accept-Encoding' : 'Authorization, Accept-Encoding');
  };
}
