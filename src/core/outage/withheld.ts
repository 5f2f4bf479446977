import type { WithheldReason } from '#core/outage/telling';
import type { Layer } from '#core/run/layer';
import type { Kind } from '#core/run/verdict';
import type { Between, Instant } from '#core/time/time';

/**
 * Why no notice is sent from `at` on about a service that fails without an outage. Kept for 90
 * days.
 */
export interface WithheldService {
  readonly schema: 1;
  readonly group: string;
  readonly service: string;
  readonly at: Instant;
  readonly reason: WithheldReason;
  /** The latest failure that counts, if any. */
  readonly run?: string;
  readonly layer?: Layer;
  readonly kind?: Kind;
  /** For a blip: when it began and ended. */
  readonly startedBetween?: Between;
  readonly endedBetween?: Between;
}
