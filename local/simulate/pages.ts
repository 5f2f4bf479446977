import type { Layer } from '#core/run/layer';
import type { CheckType, Target } from '#core/watch/catalogue';
import type { Asked } from '#portals/simulated/fault-scope';

/** One page that a check requests. */
export interface PageVisit {
  readonly asked: readonly Asked[];
  /** Layer of its content. */
  readonly layer: Layer;
  /** Layer of its connection. */
  readonly connects: Layer;
}

export interface Walk {
  readonly visits: readonly PageVisit[];
  /** Every layer that the check reaches when all is well, outermost first. */
  readonly layers: readonly Layer[];
}

const PROBE_DEPTH: readonly Layer[] = ['host', 'static', 'data'];

/** The pages of a check in order, as journeys and prober visit them. */
export function walkOf(target: Target, type: CheckType, depth: Layer): Walk {
  const { main, data, login } = target.pages;
  const browser = type === 'journey';
  const loginOnMain = browser && login !== undefined && login === main;
  const visits: PageVisit[] = [
    { asked: loginOnMain ? ['main', 'login'] : ['main'], layer: 'static', connects: 'host' },
  ];
  const layers: Layer[] = ['host', 'static'];
  if (data !== undefined && type !== 'control') {
    visits.push({ asked: ['data'], layer: 'data', connects: 'data' });
    layers.push('data');
  }
  if (!browser || !reaches(depth, 'login-page')) return { visits, layers };
  if (login !== undefined) {
    layers.push('login-page');
    if (!loginOnMain) {
      visits.push({ asked: ['login'], layer: 'login-page', connects: 'login-page' });
    }
  }
  if (depth === 'session' && target.login !== 'none') {
    layers.push('session');
    visits.push({ asked: ['login-submit'], layer: 'session', connects: 'session' });
  }
  return { visits, layers };
}

function reaches(depth: Layer, layer: Layer): boolean {
  return !PROBE_DEPTH.includes(depth) || depth === layer;
}
