import type { Between, Instant } from '#core/time/time';

/** RFC 3339 in UTC, milliseconds included. */
export function iso(at: Instant): string {
  return new Date(at).toISOString();
}

export function isoOrNull(at: Instant | null | undefined): string | null {
  return at === null || at === undefined ? null : iso(at);
}

export function betweenView({ after, by }: Between) {
  return { after: isoOrNull(after), by: iso(by) };
}
