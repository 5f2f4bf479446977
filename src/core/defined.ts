type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The same object without undefined fields, so that a spread overwrites nothing. */
export function defined<T extends object>(partial: T): Partial<Defined<T>> {
  const result: Partial<Defined<T>> = {};
  for (const key in partial) {
    if (partial[key] !== undefined) result[key] = partial[key] as Defined<T>[typeof key];
  }
  return result;
}
