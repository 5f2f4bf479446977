import type { Evidence, Result } from '#core/run/result';
import type { Artefact } from '#core/run/run-record';
import type { Instant } from '#core/time/time';
import type { ListPage } from './list-page.ts';

export interface ResultQuery {
  readonly service: string;
  /** Scheduled time, inclusive. */
  readonly from: Instant;
  /** Exclusive. */
  readonly to: Instant;
  readonly check?: string;
  readonly result?: Result['result'];
  readonly kind?: string;
  readonly limit: number;
  readonly cursor?: string;
}

export interface ResultStore {
  /** Idempotent by run id. */
  put(result: Result): Promise<'stored' | 'duplicate'>;
  /** Results of one service scheduled at or after `since`, oldest first. A consistent read. */
  since(service: string, since: Instant): Promise<readonly Result[]>;
  /** Newest first. Throws InvalidCursorError. */
  list(query: ResultQuery): Promise<ListPage<Result>>;
  get(service: string, run: string): Promise<Result | undefined>;
}

export interface EvidenceStore {
  /** Content-addressed: the same bytes stored twice are one object. */
  put(artefact: Artefact, retention: 'passed' | 'failed'): Promise<Evidence>;
}

export interface EvidenceLinks {
  /** A link that is valid for `seconds`. */
  link(key: string, seconds: number): Promise<string>;
}
