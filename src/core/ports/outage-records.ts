import type { Outage } from '#core/outage/outage';
import type { WithheldService } from '#core/outage/withheld';
import type { Instant } from '#core/time/time';
import type { ListPage } from './list-page.ts';

export interface OutageQuery {
  readonly from?: Instant;
  readonly to?: Instant;
  readonly state?: Outage['state'];
  readonly service?: string;
  readonly limit: number;
  readonly cursor?: string;
}

export interface OutageStore {
  /**
   * Replaces the stored record unless its revision is higher, because a slow evaluator may write
   * late.
   */
  put(outage: Outage): Promise<void>;
  get(id: string): Promise<Outage | undefined>;
  /** Newest first. Throws InvalidCursorError. */
  list(query: OutageQuery): Promise<ListPage<Outage>>;
}

/** Why no notice was sent about services that failed without an outage. Kept for 90 days. */
export interface WithheldStore {
  /** Idempotent by service and time. */
  put(withheld: WithheldService): Promise<void>;
  /** From inclusive, to exclusive, oldest first. */
  range(service: string, from: Instant, to: Instant): Promise<readonly WithheldService[]>;
}
