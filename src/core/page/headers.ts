/** Allows the page's own files only: no inline script or style, nothing from other hosts. */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Sent with every file of the page, by the CDN and by the local server. */
export const PAGE_HEADERS = {
  contentSecurityPolicy: `${CONTENT_POLICY}; frame-ancestors 'none'`,
  /** Two years, s. */
  strictTransportSeconds: 63_072_000,
  referrerPolicy: 'no-referrer',
  permissionsPolicy: 'camera=(), geolocation=(), microphone=()',
} as const;
