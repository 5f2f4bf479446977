/**
 * Whole days until the certificate of each host expires, by host (with its port unless standard).
 */
export type Certificates = Readonly<Record<string, number>>;

/** Machines of one host may show different certificates. The first to expire counts. */
export function noteCertificate(
  certificates: Record<string, number>,
  host: string,
  days: number,
): void {
  certificates[host] = Math.min(days, certificates[host] ?? days);
}

/** Days until the first of them expires. */
export function soonest(certificates: Certificates = {}): number | undefined {
  const days = Object.values(certificates);
  return days.length === 0 ? undefined : Math.min(...days);
}
