import { type AccountFacts, accountFindings } from '#core/plan/account-findings';
import type { Deployment } from '#core/plan/deployment';
import { bad, type Finding, good, warning } from '#core/plan/doctor-finding';
import { SMS_REGIONS } from '#core/plan/regions';
import { DAY, type Instant } from '#core/time/time';
import type { Catalogue } from '#core/watch/catalogue';
import type { Configuration, Permission } from '#core/watch/configuration';

const SOON_DAYS = 30;

export interface DiagnosisInput {
  readonly configuration: Configuration;
  readonly deployment: Deployment;
  /** As the project ships it; differences are overrides. */
  readonly defaults: Catalogue;
  readonly now: Instant;
  readonly account: AccountFacts | undefined;
}

/** Is this configuration ready to deploy and to reach people? */
export function diagnose(input: DiagnosisInput): readonly Finding[] {
  return [
    ...recipients(input),
    addresses(input),
    ...permissions(input),
    ...overrides(input),
    region(input),
    ...accountFindings(input, input.account),
  ];
}

function recipients({ deployment }: DiagnosisInput): readonly Finding[] {
  const { subscribers, operators } = deployment;
  const phones = subscribers.filter(({ protocol }) => protocol === 'sms').length;
  const others = subscribers.length - phones;
  return [
    subscribers.length === 0
      ? bad('subscribers', 'nobody is told of an outage', 'add `subscribers`')
      : good('subscribers', `${phones} by SMS, ${others} by email or https`),
    operators.length === 0
      ? bad('operators', 'nobody is told when the monitor is blind', 'add `operators`')
      : good('operators', `${operators.length} told when the monitor is blind`),
    ...(phones > 0 && others === 0
      ? [warning('subscribers', 'SMS only: one carrier is one way to fail', 'add an email')]
      : []),
  ];
}

function addresses({ configuration }: DiagnosisInput): Finding {
  const { statusUrl, runbookUrl } = configuration.texts;
  const about = 'addresses';
  const missing = [...(statusUrl ? [] : ['statusUrl']), ...(runbookUrl ? [] : ['runbookUrl'])].join(
    ' and ',
  );
  return missing === ''
    ? good(about, 'emails lead to status page and runbook')
    : warning(about, `emails lack ${missing}`, `set ${missing}`);
}

function permissions({ configuration, now }: DiagnosisInput): readonly Finding[] {
  const { services } = configuration.catalogue;
  return services.map(({ id }) => {
    const permission = configuration.permissions.find(({ service }) => service === id);
    const about = `permission ${id}`;
    return permission
      ? granted(about, permission, now)
      : good(about, 'none recorded: journeys stop at the rendered login page');
  });
}

function granted(about: string, { validUntil, reference }: Permission, now: Instant): Finding {
  const days = Math.floor((validUntil - now) / DAY);
  const remedy = 'renew it with the operator and correct `validUntil`';
  if (days < 0) return bad(about, `${reference} has expired`, remedy);
  if (days < SOON_DAYS) return warning(about, `${reference} ends in ${days} days`, remedy);
  return good(about, `${reference}, ${days} days left`);
}

function overrides({ configuration, defaults }: DiagnosisInput): readonly Finding[] {
  return configuration.catalogue.targets.flatMap((target) => {
    const shipped = defaults.targets.find(({ service }) => service === target.service);
    if (!shipped) return [];
    const selectors = Object.keys(target.selectors).filter(
      (role) => target.selectors[role] !== shipped.selectors[role],
    );
    const parts = [
      ...(target.baseUrl === shipped.baseUrl ? [] : [`base URL ${target.baseUrl}`]),
      ...(selectors.length > 0 ? [`selectors ${selectors.join(', ')}`] : []),
    ];
    return parts.length === 0
      ? []
      : [
          warning(
            `target ${target.service}`,
            `overridden: ${parts.join('; ')}`,
            'drop the override once the catalogue has caught up',
          ),
        ];
  });
}

function region({ deployment }: DiagnosisInput): Finding {
  const { alertRegion } = deployment;
  const about = 'alert region';
  if (!SMS_REGIONS.includes(alertRegion)) {
    return bad(about, `${alertRegion} is not known to sell SMS`, 'set regions.alert');
  }
  return alertRegion === 'ap-northeast-2'
    ? warning(about, 'sources differ on SMS from Seoul', 'send a drill, or use ap-northeast-1')
    : good(about, `${alertRegion} sells SMS`);
}
