export interface ListPage<T> {
  readonly items: readonly T[];
  /** Opaque to callers. Absent on the last page. */
  readonly next?: string;
}
