import type { MiddlewareHandler } from 'hono';

/** Says how long a good answer may be reused, and by whom. Problems are never kept. */
export function cacheFor(seconds: number | undefined, open: boolean): MiddlewareHandler {
  const reuse = open ? 'public' : 'private';
  const control = seconds === undefined ? 'no-store' : `${reuse}, max-age=${seconds}`;
  return async (context, next) => {
    await next();
    if (!context.res.ok) return;
    context.res.headers.set('Cache-Control', control);
    if (!open) context.res.headers.append('Vary', 'Authorization');
  };
}
