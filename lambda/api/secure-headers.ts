import type { MiddlewareHandler } from 'hono';

/** Answers are data: nothing in them is to be run, framed or guessed at. */
export const secureHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers } = context.res;
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'");
  headers.set('Referrer-Policy', 'no-referrer');
};
