import type { MiddlewareHandler } from 'hono';

/** Says how long a good answer may be reused, and by whom. Problems are never kept. */
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
