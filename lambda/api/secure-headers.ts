import { secureHeaders as honoSecureHeaders } from 'hono/secure-headers';

/** Answers are data: nothing in them is to be run, framed or guessed at. */
export const secureHeaders = honoSecureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'unsafe-inline'"],
    frameAncestors: ["'none'"],
  },
});
