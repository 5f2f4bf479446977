import { HOUR, type Instant } from '#core/time/time';

/** Somebody said that a drill reached them. */
export interface Arrival {
  /** As the configuration calls the recipient; never a number. */
  readonly label: string;
  readonly at: Instant;
}

/** For how long the link of a drill works. */
export const LINK_LASTS_MS = HOUR;

/** Where a recipient says that a drill arrived. The code is the only secret in it. */
export function arrivalLink(apiUrl: string, code: string): string {
  return `${apiUrl}/d/${code}`;
}
