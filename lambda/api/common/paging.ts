import type { Context } from 'hono';
import type { Instant } from '#core/time/time';

/**
 * Sets `Link: <…>; rel="next"`, relative, with the parameters of this request and the new cursor. `window`
 * stands for what was left out: later pages are of the first one's window, however late they are asked for.
 */
export function linkNext(
  context: Context,
  next: string | undefined,
  window: { readonly from?: Instant; readonly to?: Instant } = {},
): void {
  if (next === undefined) return;
  const url = new URL(context.req.url);
  for (const [name, at] of Object.entries(window)) {
    url.searchParams.set(name, new Date(at).toISOString());
  }
  url.searchParams.set('cursor', next);
  context.header('Link', `<${url.pathname}${url.search}>; rel="next"`);
}
