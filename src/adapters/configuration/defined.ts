/** A partial whose absent fields are truly absent, so that spreading keeps the defaults. */
export function defined<T extends object>(
  partial: T,
): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(partial).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
