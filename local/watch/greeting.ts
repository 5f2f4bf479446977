import type { LoadedConfiguration } from '#adapters/configuration/load';
import { isThisMachine } from '#core/classify/reaching';
import type { Language } from '#core/time/duration';
import { fitted, padTo } from '#local/terminal';

const en = {
  warning: 'warning',
  watching: 'watching',
  checks: (count: number) => `${count} checks`,
  status: 'status',
  inbox: 'inbox',
  channels: 'channels',
  none: 'none: nobody is told (set webhooks, watch.smtp or watch.commands)',
  links: 'links',
  ownLinks: (url: string) =>
    `lead to ${url}, which only this machine opens: set api.url and page.url`,
  health: 'health',
  page: 'page',
  noPage: 'off: no page in the configuration',
  browser: 'browser',
  token: 'token',
  end: 'Ctrl-C ends it.',
};

const ko: typeof en = {
  warning: '주의',
  watching: '모니터링',
  checks: (count) => `확인 ${count}종`,
  status: '현황',
  inbox: '받은 알림',
  channels: '알림 채널',
  none: '없음: 아무에게도 알리지 않습니다(webhooks, watch.smtp, watch.commands를 설정)',
  links: '알림 링크',
  ownLinks: (url) => `${url}: 이 컴퓨터에서만 열립니다. api.url과 page.url을 설정하십시오`,
  health: '동작 확인',
  page: '상황판',
  noPage: '꺼짐: 설정에 page가 없습니다',
  browser: '브라우저',
  token: '토큰',
  end: 'Ctrl-C를 누르면 끝납니다.',
};

const TEXTS = { ko, en } satisfies Readonly<Record<Language, typeof en>>;

/** Columns of a label. */
const LABEL = 10;

export interface Greeted extends Pick<LoadedConfiguration, 'configuration' | 'warnings'> {
  readonly apiUrl: string;
  readonly pageUrl: string | undefined;
  /** Names of the channels for notices. */
  readonly channels: readonly string[];
  /** Path of the browser that replaces the packed one. */
  readonly browser: string | undefined;
  readonly language: Language;
}

/** The watched services, and all addresses. */
export function greeting(greeted: Greeted): string {
  const { configuration, warnings, apiUrl, pageUrl, channels, browser, language } = greeted;
  const { services, checks } = configuration.catalogue;
  const say = TEXTS[language];
  const linked = configuration.api.url || apiUrl;
  const names = services.map(({ name, nameEn }) => (language === 'ko' ? name : nameEn));
  const rows = [
    [say.watching, `${names.join(', ')} (${say.checks(checks.length)})`],
    [say.status, `${apiUrl}/v1/status`],
    [say.inbox, `${apiUrl}/inbox`],
    [say.channels, channels.join(', ') || say.none],
    ...(channels.length > 0 && isThisMachine(linked) ? [[say.links, say.ownLinks(linked)]] : []),
    [say.health, `${apiUrl}/healthz`],
    [say.page, pageUrl === undefined ? say.noPage : `${pageUrl}/`],
    ...(browser === undefined ? [] : [[say.browser, `${browser} (BONGHWA_BROWSER)`]]),
    [say.token, 'npx bonghwa token create NAME'],
  ];
  return [
    ...warnings.map((warning) => fitted(`${say.warning}: ${warning[language]}`)),
    ...rows.map(([label = '', text]) => fitted(`${padTo(label, LABEL)}${text}`, LABEL)),
    say.end,
    '',
  ].join('\n');
}
