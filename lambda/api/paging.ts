import type { Context } from 'hono';

/** Sets `Link: <…>; rel="next"`, relative, with the parameters of this request and the new cursor. */
export function linkNext(context: Context, next: string | undefined): void {
  if (next === undefined) return;
  const url = new URL(context.req.url);
  url.searchParams.set('cursor', next);
  context.header('Link', `<${url.pathname}${url.search}>; rel="next"`);
}
