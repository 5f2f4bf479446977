import type { MiddlewareHandler } from 'hono';

/** Sets how long and by whom a good answer may be reused. Problems are never cached. */
export function cacheFor(seconds: number | undefined, open: boolean): MiddlewareHandler {
  const reuse = open ? 'public' : 'private';
  const control = seconds === undefined ? 'no-store' : `${reuse}, max-age=${seconds}`;
  return async (context, next) => {
    await next();
    if (context.res.status >= 400) return;
    context.res.headers.set('Cache-Control', control);
    // Also of answers that are not packed: one that has not changed says the same.
    context.res.headers.append('Vary', open ? 'Accept-Encoding' : 'Authorization, Accept-Encoding');
  };
}
