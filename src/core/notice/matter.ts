import type { Certificates } from '#core/run/certificates';
import type { ATTENTION_KINDS } from '#core/run/verdict';

/** Kinds of attention: sent by email, never an outage. `monitor-fault`: a secret is missing. */
export type AttentionKind =
  | (typeof ATTENTION_KINDS)[number]
  | 'monitor-fault'
  | 'network-in-doubt'
  | 'control-failing'
  | 'certificate';

export interface Matter {
  readonly kind: AttentionKind;
  readonly reason: string;
  /** Those that expire soon. */
  readonly certificates?: Certificates;
}
