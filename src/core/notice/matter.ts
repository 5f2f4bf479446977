import type { Kind } from '#core/run/verdict';

/** What engineers are told about by email; never an outage. */
export type AttentionKind = Kind | 'network-in-doubt' | 'certificate' | 'no-data';

export interface Matter {
  readonly kind: AttentionKind;
  readonly reason: string;
  /** Until a certificate expires. */
  readonly days?: number;
}
