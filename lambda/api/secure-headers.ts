import { secureHeaders as honoSecureHeaders } from 'hono/secure-headers';

/** Answers are data: browsers must not run them, frame them or guess their type. */
export const secureHeaders = honoSecureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'unsafe-inline'"],
    frameAncestors: ["'none'"],
  },
});
