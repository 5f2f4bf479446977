import { ENVIRONMENT } from '#contract/environment';
import type { Configuration } from '#core/watch/configuration';

/** Adds the deployed addresses of API and page, unless the configuration names others. */
export function reachable(
  configuration: Configuration,
  environment: Readonly<Record<string, string | undefined>>,
): Configuration {
  const { api, texts, page } = configuration;
  const pageUrl = page?.url || (environment[ENVIRONMENT.pageUrl] ?? '');
  return {
    ...configuration,
    api: { ...api, url: api.url || (environment[ENVIRONMENT.apiUrl] ?? '') },
    texts: { ...texts, statusUrl: texts.statusUrl || pageUrl },
    ...(page ? { page: { ...page, url: pageUrl } } : {}),
  };
}
