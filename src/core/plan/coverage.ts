import { defined } from '#core/defined';
import { LAYERS, type Layer, layerDepth } from '#core/run/layer';
import type { Localised } from '#core/time/duration';
import { DAY, type Instant, SECOND } from '#core/time/time';
import { type Check, isByCode, type Target } from '#core/watch/catalogue';
import type { Configuration } from '#core/watch/configuration';
import { checkedWith, runningChecks } from '#core/watch/shared-checks';

/** How deep one check reaches today, and which parts of the service it does not check. */
export interface CheckCoverage {
  readonly check: string;
  readonly type: Check['type'];
  readonly intervalSeconds: number;
  /** Deepest layer with the permissions in force. */
  readonly depth: Layer;
  /** Layers up to `depth` without a page of the service. */
  readonly skipped: readonly Layer[];
  /** Documents it opens per run. Other requests of a page are not counted. */
  readonly pagesPerRun: number;
  /** Check whose runs count for this one. */
  readonly sharedWith?: string;
}

export interface ServiceCoverage {
  readonly service: string;
  readonly host: string;
  /** Service whose screens are checked instead. This service has no runs of its own. */
  readonly checkedWith?: string;
  readonly checks: readonly CheckCoverage[];
  /** For people. */
  readonly unseen: readonly Localised[];
}

export interface HostLoad {
  readonly host: string;
  /** Documents a day at normal cadence, all services and vantages together. */
  readonly pagesPerDay: number;
  readonly runsPerDay: number;
}

/** Coverage of the configuration at `now`. */
export function coverage(
  configuration: Pick<Configuration, 'catalogue' | 'permissions'>,
  now: Instant,
): readonly ServiceCoverage[] {
  const { services, targets, checks } = configuration.catalogue;
  return services.flatMap(({ id }) => {
    const target = targets.find(({ service }) => service === id);
    if (!target) return [];
    const own = checks
      .filter(({ service }) => service === id)
      .map((check) => checkCoverage(check, target, isPermitted(configuration, check, now)));
    const known = { service: id, host: hostOf(target), checks: own, unseen: unseen(target, own) };
    return [{ ...known, ...defined({ checkedWith: checkedWith(configuration.catalogue, id) }) }];
  });
}

/** Requests on each host, controls included, for judging politeness. */
export function hostLoads(configuration: Configuration, now: Instant): readonly HostLoad[] {
  const { targets, controls } = configuration.catalogue;
  const loads = new Map<string, HostLoad>();
  for (const check of runningChecks(configuration.catalogue)) {
    const target = [...targets, ...controls].find(({ service }) => service === check.service);
    if (!target) continue;
    const host = hostOf(target);
    const permitted = isPermitted(configuration, check, now);
    const { pagesPerRun } = checkCoverage(check, target, permitted);
    const runs = DAY / SECOND / check.intervalSeconds;
    const before = loads.get(host) ?? { host, pagesPerDay: 0, runsPerDay: 0 };
    loads.set(host, {
      host,
      pagesPerDay: before.pagesPerDay + runs * pagesPerRun,
      runsPerDay: before.runsPerDay + runs,
    });
  }
  return [...loads.values()];
}

/** A shared check may log in if the check that runs for it may. */
function isPermitted(
  { permissions, catalogue }: Pick<Configuration, 'permissions' | 'catalogue'>,
  { service: own, sharedWith }: Check,
  now: Instant,
): boolean {
  const service = catalogue.checks.find(({ id }) => id === sharedWith)?.service ?? own;
  return permissions.some((one) => one.service === service && now < one.validUntil);
}

function checkCoverage(check: Check, target: Target, permitted: boolean): CheckCoverage {
  const allowed = permitted || layerDepth(check.depth) < layerDepth('session');
  const wanted: Layer = allowed ? check.depth : 'login-page';
  const reached = LAYERS.filter(
    (layer) => layerDepth(layer) <= layerDepth(wanted) && isReached(layer, check, target),
  );
  const depth = reached.at(-1) ?? 'host';
  return {
    check: check.id,
    type: check.type,
    intervalSeconds: check.intervalSeconds,
    depth,
    skipped: LAYERS.filter(
      (layer) => layerDepth(layer) < layerDepth(depth) && !isReached(layer, check, target),
    ),
    pagesPerRun: pagesOf(reached, target),
    ...defined({ sharedWith: check.sharedWith }),
  };
}

function isReached(layer: Layer, check: Check, { pages, login }: Target): boolean {
  if (isByCode(check)) return true;
  if (layer === 'data') return pages.data !== undefined;
  if (layer === 'login-page') return pages.login !== undefined;
  if (layer === 'session') return pages.login !== undefined && login !== 'none';
  return true;
}

/** One document each for main, search and login page. Login and logout add two. */
function pagesOf(reached: readonly Layer[], { pages }: Target): number {
  const paths = new Set([
    pages.main,
    ...(reached.includes('data') && pages.data ? [pages.data] : []),
    ...(reached.includes('login-page') && pages.login ? [pages.login] : []),
  ]);
  return paths.size + (reached.includes('session') ? 2 : 0);
}

function hostOf({ baseUrl }: Target): string {
  return /^https?:\/\/([^/:]+)/.exec(baseUrl)?.[1] ?? baseUrl;
}

const PROBES_ONLY: Localised = {
  ko: '브라우저 화면 전체(간이 접속 확인만 수행)',
  en: 'everything in a browser (probes only)',
};
const NO_LOGIN: Localised = {
  ko: '로그인 이후 화면(로그인 허가 없음)',
  en: 'what lies behind the login (no permission)',
};
const NO_DATA: Localised = {
  ko: '로그인 없이 볼 수 있는 데이터 조회 화면',
  en: 'a data search without login (the site has none)',
};

/** An error page also shows the name of the page. Only the result of a query proves an answer. */
const DATA_UNPROVEN: Localised = {
  ko: 'DB 조회 성공 여부(화면 이름만 확인)',
  en: 'whether the database answered (only names on the page are looked for)',
};

/** A pattern matches the scripts of a page too, which contain the result of the query. */
function provesData({ markers }: Target): boolean {
  return /^\/.*\/$/s.test(markers.data ?? '');
}

function unseen(target: Target, checks: readonly CheckCoverage[]): readonly Localised[] {
  const journeys = checks.filter(({ type }) => type === 'journey');
  const isLoggedIn = journeys.some(({ depth }) => depth === 'session');
  const login = journeys.length === 0 ? [PROBES_ONLY] : isLoggedIn ? [] : [NO_LOGIN];
  const proof = provesData(target) ? [] : [DATA_UNPROVEN];
  const isSearched = journeys.some(
    ({ depth, skipped }) => layerDepth(depth) >= layerDepth('data') && !skipped.includes('data'),
  );
  const none = isSearched ? [] : [NO_DATA];
  const data = target.pages.data === undefined ? none : proof;
  return [...login, ...data, ...target.unseen];
}
