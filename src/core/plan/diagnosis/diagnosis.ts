import { type AccountInput, accountFindings } from '#core/plan/diagnosis/account-findings';
import { bad, type Finding, good, warning } from '#core/plan/diagnosis/diagnosis-finding';
import { DIAGNOSIS_WORDS, type Say } from '#core/plan/diagnosis/diagnosis-words';
import { SMS_REGIONS } from '#core/plan/regions';
import type { Language } from '#core/time/duration';
import { DAY, type Instant } from '#core/time/time';
import type { Catalogue } from '#core/watch/catalogue';
import type { Permission } from '#core/watch/configuration';

const SOON_DAYS = 30;

export interface DiagnosisInput extends AccountInput {
  /** Defaults of the project. Differences are overrides. */
  readonly defaults: Catalogue;
  readonly language: Language;
  /** Names of the channels that only `watch` has. */
  readonly watchChannels: readonly string[];
}

/** Checks whether this configuration is ready to deploy and to reach people. */
export function diagnose(input: DiagnosisInput): readonly Finding[] {
  const say = DIAGNOSIS_WORDS[input.language];
  return [
    ...recipients(input, say),
    addresses(input, say),
    ...permissions(input, say),
    ...overrides(input, say),
    region(input, say),
    ...accountFindings(input, say),
  ];
}

function recipients(input: DiagnosisInput, say: Say): readonly Finding[] {
  const { subscribers, operators } = input.deployment;
  const phones = subscribers.filter(({ protocol }) => protocol === 'sms').length;
  const others = subscribers.length - phones;
  return [
    subscribers.length === 0
      ? unsubscribed(input, say)
      : good(say.subscribers, say.told(phones, others)),
    operators.length === 0
      ? bad(say.operators, say.nobodyTends, say.addOperators)
      : good(say.operators, say.tended(operators.length)),
    ...(phones > 0 && others === 0 ? [warning(say.subscribers, say.smsOnly, say.addEmail)] : []),
  ];
}

/** Webhooks and chat hear of outages too, but no phone rings. */
function unsubscribed({ configuration, watchChannels }: DiagnosisInput, say: Say): Finding {
  const { webhooks, chat } = configuration;
  const count = webhooks.length + chat.length;
  if (count > 0) return warning(say.subscribers, say.channelsOnly(count), say.addSubscribers);
  const what = watchChannels.length > 0 ? say.watchOnly(watchChannels) : say.nobodyTold;
  return bad(say.subscribers, what, say.addSubscribers);
}

function addresses({ configuration }: DiagnosisInput, say: Say): Finding {
  const { statusUrl, runbookUrl } = configuration.texts;
  const missing = [...(statusUrl ? [] : ['statusUrl']), ...(runbookUrl ? [] : ['runbookUrl'])];
  return missing.length === 0
    ? good(say.addresses, say.addressesSet)
    : warning(say.addresses, say.addressesLack(missing), say.setAddresses(missing));
}

function permissions({ configuration, now }: DiagnosisInput, say: Say): readonly Finding[] {
  const { services } = configuration.catalogue;
  return services.map(({ id }) => {
    const permission = configuration.permissions.find(({ service }) => service === id);
    return permission ? granted(permission, now, say) : good(say.permission(id), say.noPermission);
  });
}

function granted({ service, validUntil, reference }: Permission, now: Instant, say: Say): Finding {
  const days = Math.floor((validUntil - now) / DAY);
  const about = say.permission(service);
  if (days < 0) return bad(about, say.expired(reference), say.renew);
  if (days < SOON_DAYS) return warning(about, say.ends(reference, days), say.renew);
  return good(about, say.permitted(reference, days));
}

function overrides({ configuration, defaults }: DiagnosisInput, say: Say): readonly Finding[] {
  return configuration.catalogue.targets.flatMap((target) => {
    const shipped = defaults.targets.find(({ service }) => service === target.service);
    if (!shipped) return [];
    const selectors = Object.keys(target.selectors).filter(
      (role) => target.selectors[role] !== shipped.selectors[role],
    );
    const parts = [
      ...(target.baseUrl === shipped.baseUrl ? [] : [say.baseUrl(target.baseUrl)]),
      ...(selectors.length > 0 ? [say.selectors(selectors)] : []),
    ];
    return parts.length === 0
      ? []
      : [warning(say.target(target.service), say.overridden(parts), say.dropOverride)];
  });
}

function region({ deployment }: DiagnosisInput, say: Say): Finding {
  const { alertRegion } = deployment;
  const about = say.alertRegion;
  if (!SMS_REGIONS.includes(alertRegion)) {
    return bad(about, say.noSmsThere(alertRegion), say.setAlertRegion);
  }
  return alertRegion === 'ap-northeast-2'
    ? warning(about, say.seoulDiffers, say.drillOrTokyo)
    : good(about, say.sellsSms(alertRegion));
}
