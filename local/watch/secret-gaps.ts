import type { Localised } from '#core/time/duration';
import { logsIn } from '#core/watch/catalogue';
import type { Configuration } from '#core/watch/configuration';
import type { OwnSettings } from '#core/watch/watch-settings';
import { isUsableAccount, isUsableAddress } from '#local/watch/channels';
import type { WatchSecrets } from '#local/watch/secrets-file';

export interface Named {
  readonly configuration: Pick<Configuration, 'catalogue' | 'permissions' | 'webhooks'>;
  readonly own: Pick<OwnSettings, 'smtp'>;
}

/**
 * Secrets that the configuration names and the file lacks, and the other way round. Told at the
 * start, because a channel without its secret would only fail at the first outage.
 */
export function secretGaps(named: Named, { logins, channels }: WatchSecrets): readonly Localised[] {
  const { catalogue, permissions, webhooks } = named.configuration;
  const permitted = new Set(permissions.map(({ service }) => service));
  const accounts = catalogue.targets
    .filter(({ service }) => permitted.has(service))
    .filter((target) =>
      catalogue.checks.some((check) => check.service === target.service && logsIn(check, target)),
    )
    .map(({ service }) => service);
  const addresses = webhooks.map(({ secret }) => secret);
  const mailers = named.own.smtp.flatMap(({ secret }) => secret ?? []);
  return [
    ...accounts.filter((id) => !logins[id]).map((id) => lacking(`logins.${id}`)),
    ...addresses.filter((name) => !isUsableAddress(channels[name])).map(lackingChannel),
    ...mailers.filter((name) => !isUsableAccount(channels[name])).map(lackingChannel),
    ...Object.keys(logins)
      .filter((id) => !catalogue.targets.some(({ service }) => service === id))
      .map((id) => unused(`logins.${id}`)),
    ...Object.keys(channels)
      .filter((name) => ![...addresses, ...mailers].includes(name))
      .map((name) => unused(`channels.${name}`)),
  ];
}

const lackingChannel = (name: string) => lacking(`channels.${name}`);

function lacking(field: string): Localised {
  return {
    en: `the secrets have no usable ${field}`,
    ko: `인증 정보에 ${field} 항목이 없거나 쓸 수 없습니다`,
  };
}

function unused(field: string): Localised {
  return {
    en: `nothing uses ${field} of the secrets: check its spelling`,
    ko: `인증 정보의 ${field} 항목은 쓰이지 않습니다. 이름을 확인하십시오`,
  };
}
