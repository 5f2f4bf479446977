/** Cookies of one probe, by host: some portals redirect in a circle without them. */
export class Cookies {
  readonly #byHost = new Map<string, Map<string, string>>();

  remember(host: string, setCookie: readonly string[]): void {
    const jar = this.#byHost.get(host) ?? new Map<string, string>();
    for (const line of setCookie) {
      const [pair = ''] = line.split(';', 1);
      const at = pair.indexOf('=');
      if (at > 0) jar.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
    }
    this.#byHost.set(host, jar);
  }

  headerFor(host: string): Readonly<Record<string, string>> {
    const pairs = [...(this.#byHost.get(host) ?? [])].map(([name, value]) => `${name}=${value}`);
    return pairs.length > 0 ? { cookie: pairs.join('; ') } : {};
  }
}
