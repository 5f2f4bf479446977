/** Cookies of one probe, by host: some portals redirect in a circle without them. */
export class Cookies {
  readonly #byHost = new Map<string, Map<string, string>>();

  remember(host: string, setCookie: readonly string[]): void {
    const jar = this.#byHost.get(host) ?? new Map<string, string>();
    for (const line of setCookie) {
      const [pair = '', ...rest] = line.split(';');
      const at = pair.indexOf('=');
      if (at <= 0) continue;
      const name = pair.slice(0, at).trim();
      if (rest.some(isExpired)) jar.delete(name);
      else jar.set(name, pair.slice(at + 1).trim());
    }
    this.#byHost.set(host, jar);
  }

  headerFor(host: string): Readonly<Record<string, string>> {
    const pairs = [...(this.#byHost.get(host) ?? [])].map(([name, value]) => `${name}=${value}`);
    return pairs.length > 0 ? { cookie: pairs.join('; ') } : {};
  }
}

/** How servers take a cookie back: a date long past is read without a clock. */
function isExpired(attribute: string): boolean {
  return /^\s*(max-age\s*=\s*(0|-\d+)\s*$|expires\s*=.*\b(19\d\d|200\d)\b)/i.test(attribute);
}
