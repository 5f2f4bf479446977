/** As it would come back from a store: what the caller does to the one does not touch the other. */
export function copied<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
