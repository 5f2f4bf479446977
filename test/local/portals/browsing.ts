import { defined } from '#core/defined';
import type { Target } from '#core/watch/catalogue';
import { type Portals, startPortals } from '#local/portals/portals';
import { catalogue } from '#portals/catalogues';

/** A visitor without a browser: keeps cookies, follows no redirect, runs no script. */
export class Visitor {
  readonly #cookies = new Map<string, string>();
  readonly #base: string;

  constructor(base: string) {
    this.#base = base;
  }

  async open(path: string, form?: Readonly<Record<string, string>>) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, this.#base), {
      redirect: 'manual',
      headers: cookie ? { cookie } : {},
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';', 1)[0]?.split('=', 2) ?? [];
      this.#cookies.set(name, value);
    }
    return {
      status: response.status,
      location: response.headers.get('location'),
      text: await response.text(),
    };
  }
}

export function startCataloguePortals(now?: () => number): Promise<Portals> {
  return startPortals({ catalogue, ...defined({ now }) });
}

/** The target of a service, or of the control. */
export function targetOf(portals: Portals, service: string): Target {
  const { controls, targets } = portals.catalogue;
  const target = [...targets, ...controls].find((one) => one.service === service);
  if (!target) throw new Error(`no target for ${service}`);
  return target;
}
