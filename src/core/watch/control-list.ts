import type { Check, Target } from '#core/watch/catalogue';

/** Group of the controls. Their results are stored under `control`, `control-2`, `control-3` … */
export const CONTROL = 'control';

export function isControlId(id: string): boolean {
  return id === CONTROL || id.startsWith(`${CONTROL}-`);
}

/** The control at a position of the list: one page with a text that identifies it. */
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
