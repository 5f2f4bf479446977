import type { Localised } from '#core/time/duration';
import type { Catalogue, Target } from '#core/watch/catalogue';

/** Selectors for the form of an id and a password. */
const FORM = ['userId', 'password', 'submit', 'logout'] as const;

const NOTHING: Localised = {
  en: 'nothing is watched: add services under addServices',
  ko: '모니터링할 서비스가 없습니다. addServices에 추가하십시오',
};

/** Checks that could never pass, because nothing describes a healthy page. */
export function blindChecks({ targets, controls, services }: Catalogue): readonly Localised[] {
  const none = services.length === 0 ? [NOTHING] : [];
  return [...none, ...[...targets, ...controls].flatMap(blindTarget)];
}

function blindTarget(target: Target): readonly Localised[] {
  const { service, pages, markers, login, selectors } = target;
  const pageNames = Object.keys(pages) as (keyof Target['pages'])[];
  const unmarked = pageNames
    .filter((name) => (markers[name] ?? '').trim() === '')
    .map((name) => ({
      en: `the page ${name} of ${service} has no marker: set markers.${name}`,
      ko: `${service}의 ${name} 페이지에 확인 문구가 없습니다. markers.${name}에 적으십시오`,
    }));
  const asksForm = login === 'id-password' && pages.login !== undefined;
  const lacking = asksForm ? FORM.filter((role) => !selectors[role]) : [];
  return [
    ...unmarked,
    ...accounts(target),
    ...brokenPatterns(target),
    ...lostPaths(target),
    ...foreignPages(target),
    ...lacking.map((role) => ({
      en: `the login of ${service} has no selector ${role}: set selectors.${role}`,
      ko: `${service}의 로그인에 선택자(selector) ${role}이(가) 없습니다. selectors.${role}에 적으십시오`,
    })),
  ];
}

/** A page that starts with a slash leaves the path of its base URL, so another page is watched. */
function lostPaths({ service, baseUrl, pages }: Target): readonly Localised[] {
  const path = URL.parse(baseUrl)?.pathname.replace(/\/$/, '') ?? '';
  if (path === '') return [];
  return Object.entries(pages)
    .filter(([, page]) => page.startsWith('/') && !isBelow(page, path))
    .map(([name, page]) => ({
      en: `the page ${name} of ${service} is ${page}, without the path of baseUrl: write ${path}${page}`,
      ko: `${service}의 ${name} 페이지 ${page}에 baseUrl의 경로가 없습니다. ${path}${page}로 적으십시오`,
    }));
}

/** "/app2" is not below "/app". */
function isBelow(page: string, path: string): boolean {
  return page.startsWith(path) && /^($|[/?#])/.test(page.slice(path.length));
}

/** An account is a secret, and no check would use it. */
function accounts({ service, baseUrl }: Target): readonly Localised[] {
  const { password = '', username = '' } = URL.parse(baseUrl) ?? {};
  if (username + password === '') return [];
  return [
    {
      en: `the address of ${service} holds an account, which no check uses: remove it`,
      ko: `${service}의 주소에 계정이 있습니다. 확인에 쓰이지 않으니 지우십시오`,
    },
  ];
}

/** A marker between slashes is a pattern. One that cannot be read would be sought as text. */
function brokenPatterns({ service, markers }: Target): readonly Localised[] {
  return Object.entries(markers)
    .filter(([, marker]) => !isReadable(marker))
    .map(([name, marker]) => ({
      en: `the marker ${name} of ${service} is no pattern: correct ${marker} between the slashes`,
      ko: `${service}의 확인 문구 ${name}: ${marker}의 정규식이 잘못되었습니다. 빗금 사이를 고치십시오`,
    }));
}

function isReadable(marker: string): boolean {
  const source = /^\/(.*)\/$/s.exec(marker)?.[1];
  try {
    return source === undefined || new RegExp(source, 'u') !== undefined;
  } catch {
    return false;
  }
}

/** A page elsewhere counts as `changed` in every run, unless its host is known. */
function foreignPages({ service, baseUrl, alsoHosts, pages }: Target): readonly Localised[] {
  const known = [URL.parse(baseUrl)?.host, ...alsoHosts];
  return Object.entries(pages).flatMap(([name, page]) => {
    const host = URL.parse(page, baseUrl)?.host;
    if (host === undefined || known.includes(host) || known.includes(host.split(':')[0])) return [];
    return [
      {
        en: `the page ${name} of ${service} is on ${host}: add that host to alsoHosts`,
        ko: `${service}의 ${name} 페이지가 ${host}에 있습니다. 그 호스트를 alsoHosts에 추가하십시오`,
      },
    ];
  });
}
