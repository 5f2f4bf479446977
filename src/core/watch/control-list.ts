import type { Check, Target } from '#core/watch/catalogue';

/** Their group. Under `control` and `control-2`, `control-3` … their results are kept. */
export const CONTROL = 'control';

export function isControlId(id: string): boolean {
  return id === CONTROL || id.startsWith(`${CONTROL}-`);
}

/** The control at a place of the list: one page with a text that it is known by. */
export function controlTarget(index: number, url: string, marker: string): Target {
  const begin = url.indexOf('/', url.indexOf('://') + 3);
  return {
    service: index === 0 ? CONTROL : `${CONTROL}-${index + 1}`,
    baseUrl: begin < 0 ? url : url.slice(0, begin),
    alsoHosts: [],
    pages: { main: begin < 0 ? '/' : url.slice(begin) },
    selectors: {},
    markers: { main: marker },
    login: 'none',
    unseen: [],
  };
}

export function controlCheck({ service }: Target): Check {
  return {
    id: `${service}/probe`,
    service,
    group: CONTROL,
    type: 'control',
    intervalSeconds: 60,
    depth: 'static',
  };
}
