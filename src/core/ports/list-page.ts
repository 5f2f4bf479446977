export interface ListPage<T> {
  readonly items: readonly T[];
  /** Opaque to callers; absent on the last page. */
  readonly next?: string;
}
