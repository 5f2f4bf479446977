import type { Layer } from '#core/run/layer';
import type { Kind } from '#core/run/verdict';
import type { Between } from '#core/time/time';

/**
 * Failures of a check that ended before they lasted long enough. Counted and shown, but without a
 * notice.
 */
export interface Blip {
  readonly service: string;
  readonly check: string;
  readonly startedBetween: Between;
  /** From the start of the last failed run to the end of the first good one. */
  readonly endedBetween: Between;
  readonly layer: Layer;
  readonly kind: Kind;
  /** The latest failed run. */
  readonly run: string;
}
