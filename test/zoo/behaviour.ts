/** One thing that a server may do. The page behind it is well. */
export interface Behaviour {
  readonly name: string;
  /** Returns the address to open. */
  readonly start: () => Promise<string>;
  /** What a resolver says of the name, where it is one of `names.ts`. */
  readonly lookup?: (host: string) => Promise<readonly string[]>;
  /** Without a browser nobody can tell: a probe is to say so. */
  readonly script?: true;
  /** Why the two differ there, on purpose. */
  readonly differs?: string;
}
