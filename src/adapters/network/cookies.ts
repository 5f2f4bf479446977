/** Cookies of one probe, by host: some portals redirect in a circle without them. */
export class Cookies {
  readonly #jars = new Map<string, Map<string, string>>();

  /** `host` without a port: cookies know none. */
  remember(host: string, setCookie: readonly string[]): void {
    for (const line of setCookie) {
      const [pair = '', ...attributes] = line.split(';');
      const at = pair.indexOf('=');
      if (at <= 0) continue;
      const name = pair.slice(0, at).trim();
      const jar = this.#jarOf(ownerOf(host, attributes));
      if (attributes.some(isExpired)) jar.delete(name);
      else jar.set(name, pair.slice(at + 1).trim());
    }
  }

  headerFor(host: string): Readonly<Record<string, string>> {
    const pairs = [...this.#jars]
      .filter(([owner]) => owner === host || (owner.startsWith('.') && `.${host}`.endsWith(owner)))
      .flatMap(([, jar]) => [...jar].map(([name, value]) => `${name}=${value}`));
    return pairs.length > 0 ? { cookie: pairs.join('; ') } : {};
  }

  #jarOf(owner: string): Map<string, string> {
    const jar = this.#jars.get(owner) ?? new Map<string, string>();
    this.#jars.set(owner, jar);
    return jar;
  }
}

/** The host itself, or `.domain` where it gives the cookie to its neighbours too. */
function ownerOf(host: string, attributes: readonly string[]): string {
  const domains = attributes.map((text) => /^\s*domain\s*=\s*\.?([^\s]+)/i.exec(text)?.[1]);
  const domain = domains.find((found) => found !== undefined)?.toLowerCase();
  return domain !== undefined && `.${host}`.endsWith(`.${domain}`) ? `.${domain}` : host;
}

/** How servers take a cookie back: a date long past is read without a clock. */
function isExpired(attribute: string): boolean {
  return /^\s*(max-age\s*=\s*(0|-\d+)\s*$|expires\s*=.*\b(19\d\d|200\d)\b)/i.test(attribute);
}
