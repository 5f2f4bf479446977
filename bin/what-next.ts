import type { Language } from '#core/time/duration';
import { UP_TEXTS } from './texts/up.ts';

/** A system that serves after its replay. */
export interface Serving {
  readonly url: string;
  /** True if other commands in this folder find this system by themselves. */
  readonly found: boolean;
  readonly token: string;
  /** The first of its services and outages. */
  readonly service: string | undefined;
  readonly outage: string | undefined;
  readonly folder: string;
}

/** Addresses to open and commands to copy. They work as printed. */
export function whatNext(serving: Serving, language: Language): string {
  const { url, found, token, service, outage, folder } = serving;
  const texts = UP_TEXTS[language];
  const at = found ? '' : ` --api ${url}`;
  const own = service === undefined ? [] : ['results', 'uptime'];
  const paths = ['services', 'outages', ...own.map((what) => `services/${service}/${what}`)];
  const commands = [
    ...(service === undefined ? [] : [`npx bonghwa why ${service}${at}`]),
    ...(outage === undefined ? [] : [`npx bonghwa report ${outage}${at}`]),
  ];
  return [
    texts.open,
    ...['/v1/status', '/v1/feed.atom', '/openapi.json'].map((path) => `  ${url}${path}`),
    texts.withToken,
    `  export BONGHWA_API_TOKEN=${token}`,
    ...commands.map((command) => `  ${command}`),
    ...paths.map(
      (path) => `  curl -H "Authorization: Bearer $BONGHWA_API_TOKEN" ${url}/v1/${path}`,
    ),
    '',
    ...texts.next,
    '',
    `${texts.log} ${folder}/handlers.log`,
    '',
  ].join('\n');
}
