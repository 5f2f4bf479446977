import type { Context } from 'hono';
import { InvalidCursorError } from '#core/errors';
import type { Instant } from '#core/time/time';

export interface Window {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * A cursor with the window of its first page, so that later pages use the same window whenever they
 * are requested.
 */
export function cursorWith(next: string | undefined, { from, to }: Window): string | undefined {
  return next && `${from.toString(36)}_${to.toString(36)}_${next}`;
}

/** The window and the store's own cursor. Throws InvalidCursorError. */
export function windowIn(cursor: string): Window & { readonly cursor: string } {
  const [, from = '', to = '', own = ''] =
    /^([0-9a-z]{1,9})_([0-9a-z]{1,9})_(.+)$/.exec(cursor) ?? [];
  const window = { from: Number.parseInt(from, 36), to: Number.parseInt(to, 36) };
  if (own !== '' && cursorWith(own, window) === cursor) return { ...window, cursor: own };
  throw new InvalidCursorError(
    'This API gave out no such cursor.',
    'Start again without a cursor, then follow the Link header with rel="next".',
  );
}

/**
 * Sets a relative `Link: <…>; rel="next"` with the request's parameters, the answer's window and
 * the new cursor.
 */
export function linkNext(
  context: Context,
  next: string | undefined,
  window: Partial<Window> = {},
): void {
  if (next === undefined) return;
  const url = new URL(context.req.url);
  for (const [name, at] of Object.entries({ from: window.from, to: window.to })) {
    if (at !== undefined) url.searchParams.set(name, new Date(at).toISOString());
  }
  url.searchParams.set('cursor', next);
  context.header('Link', `<${url.pathname}${url.search}>; rel="next"`);
}
