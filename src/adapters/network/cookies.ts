import type { Instant } from '#core/time/time';

interface Cookie {
  readonly name: string;
  readonly value: string;
  /** The host itself, or `.domain` if other hosts of the domain get the cookie too. */
  readonly owner: string;
  readonly path: string;
}

/**
 * Cookies of one probe, because some portals redirect in a circle without them. Source: RFC 6265.
 */
export class Cookies {
  #jar: readonly Cookie[] = [];
  readonly #now: Instant;

  /** `now`: for recognising deleted cookies. */
  constructor(now: Instant) {
    this.#now = now;
  }

  remember(from: URL, setCookie: readonly string[]): void {
    for (const line of setCookie) {
      const [pair = '', ...attributes] = line.split(';');
      const at = pair.indexOf('=');
      const owner = ownerOf(from.hostname, attributes);
      if (at <= 0 || owner === undefined) continue;
      const cookie = {
        name: pair.slice(0, at).trim(),
        value: pair.slice(at + 1).trim(),
        owner,
        path: pathOf(from, attributes),
      };
      this.#jar = this.#jar.filter(
        (known) =>
          known.name !== cookie.name || known.owner !== owner || known.path !== cookie.path,
      );
      if (!this.#isOver(attributes)) this.#jar = [...this.#jar, cookie];
    }
  }

  headerFor({ hostname, pathname }: URL): Readonly<Record<string, string>> {
    const pairs = this.#jar
      .filter(({ owner, path }) => owns(owner, hostname) && covers(path, pathname))
      .map(({ name, value }) => `${name}=${value}`);
    return pairs.length > 0 ? { cookie: pairs.join('; ') } : {};
  }

  /** How servers delete a cookie. `Max-Age` has priority over `Expires`. */
  #isOver(attributes: readonly string[]): boolean {
    const seconds = attributeOf('max-age', attributes);
    if (seconds !== undefined && /^-?\d+$/.test(seconds)) return Number(seconds) <= 0;
    const date = Date.parse(fullYear(attributeOf('expires', attributes) ?? ''));
    return date <= this.#now;
  }
}

function owns(owner: string, host: string): boolean {
  return owner === host || (owner.startsWith('.') && `.${host}`.endsWith(owner));
}

function covers(path: string, asked: string): boolean {
  return path === asked || asked.startsWith(path.endsWith('/') ? path : `${path}/`);
}

/** Undefined: the cookie is for another host and is ignored. */
function ownerOf(host: string, attributes: readonly string[]): string | undefined {
  const domain = attributeOf('domain', attributes)?.replace(/^\./, '').toLowerCase() ?? '';
  if (domain === '') return host;
  return `.${host}`.endsWith(`.${domain}`) ? `.${domain}` : undefined;
}

/** The attribute, or the folder of the page. */
function pathOf({ pathname }: URL, attributes: readonly string[]): string {
  const path = attributeOf('path', attributes) ?? '';
  if (path.startsWith('/')) return path;
  return pathname.slice(0, Math.max(1, pathname.lastIndexOf('/')));
}

/** If there are several, the last one counts. */
function attributeOf(name: string, attributes: readonly string[]): string | undefined {
  const values = attributes.flatMap((attribute) => {
    const [key = '', ...rest] = attribute.split('=');
    return key.trim().toLowerCase() === name ? [rest.join('=').trim()] : [];
  });
  return values.at(-1);
}

/** `01-Jan-70` is 1970, `01-Jan-37` is 2037. Dashes count as spaces. */
function fullYear(date: string): string {
  return date
    .replaceAll(/(\d)-([a-z]{3})-(\d)/gi, '$1 $2 $3')
    .replace(/(\d [a-z]{3}) (\d\d)(?=\s)/i, (_, day, year) => {
      return `${day} ${Number(year) < 70 ? 20 : 19}${year}`;
    });
}
