/** One behaviour of a server. The page behind it works. */
export interface Behaviour {
  readonly name: string;
  /** Returns the address to open. */
  readonly start: () => Promise<string>;
  /** The resolver's answer for a name of `names.ts`. */
  readonly lookup?: (host: string) => Promise<readonly string[]>;
  /** Only a browser can judge it, and a probe must say so. */
  readonly script?: true;
  /** Why prober and browser differ here on purpose. */
  readonly differs?: string;
}
