import type { Deployment } from '#core/plan/deployment';
import { SMS_REGIONS } from '#core/plan/regions';
import { DAY, type Instant } from '#core/time/time';
import type { Catalogue } from '#core/watch/catalogue';
import type { Configuration, Permission } from '#core/watch/configuration';

/** `bad` stops people from being reached or the truth from being told; `unknown` was not looked at. */
export type FindingState = 'good' | 'warning' | 'bad' | 'unknown';

export interface Finding {
  readonly about: string;
  readonly state: FindingState;
  readonly says: string;
  readonly remedy?: string;
}

/** Facts of the AWS account from an adapter; absent without credentials. */
export interface AccountFacts {
  /** This machine's clock minus AWS's, ms. */
  readonly clockAheadMs: number;
  readonly subscriptions: readonly {
    readonly protocol: string;
    readonly endpoint: string;
    readonly confirmed: boolean;
  }[];
  /** Undefined where the alert region does not answer for SMS. */
  readonly sms: SmsFacts | undefined;
  /** Secret names that are missing or hold no value. */
  readonly unsetSecrets: readonly string[];
}

export interface SmsFacts {
  readonly inSandbox: boolean;
  readonly verifiedNumbers: readonly string[];
  readonly monthlyLimitUsd: number;
  readonly spentUsd: number;
  /** Delivery status logging of the region: what carriers answer. Undefined fields are not set. */
  readonly deliveryLogs: {
    /** ARN of the role with which SNS writes them. */
    readonly role: string | undefined;
    /** Percentage of successes that are logged; failures always are. */
    readonly successRate: number | undefined;
  };
}

const SOON_DAYS = 30;
const CLOCK_TOLERANCE_MS = 5_000;
const NEARLY_SPENT = 0.8;

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
  const { account } = input;
  const looked = account
    ? [
        clock(account),
        ...subscriptions(account),
        ...smsAccount(input, account),
        ...smsDelivery(input, account),
        ...secrets(account),
      ]
    : notLooked();
  return [
    ...recipients(input),
    addresses(input),
    ...permissions(input),
    ...overrides(input),
    region(input),
    ...looked,
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

function clock({ clockAheadMs }: AccountFacts): Finding {
  return Math.abs(clockAheadMs) <= CLOCK_TOLERANCE_MS
    ? good('clock', `within ${CLOCK_TOLERANCE_MS / 1000} s of AWS`)
    : warning('clock', `${Math.round(clockAheadMs / 1000)} s ahead of AWS`, 'set it by NTP');
}

function subscriptions({ subscriptions: found }: AccountFacts): readonly Finding[] {
  if (found.length === 0) {
    return [warning('subscriptions', 'none found: not deployed yet?', 'npx cdk deploy --all')];
  }
  const waiting = found.filter(({ confirmed }) => !confirmed);
  return waiting.length === 0
    ? [good('subscriptions', `${found.length} confirmed`)]
    : waiting.map(({ protocol, endpoint }) =>
        bad(
          'subscriptions',
          `${protocol} ${endpoint} is not confirmed and hears nothing`,
          'click the link in the mail from AWS; after two days, deploy again for a new one',
        ),
      );
}

function smsAccount({ deployment }: DiagnosisInput, { sms }: AccountFacts): readonly Finding[] {
  const phones = deployment.subscribers.filter(({ protocol }) => protocol === 'sms');
  if (!sms) {
    const says = `${deployment.alertRegion} does not answer for SMS`;
    return [phones.length > 0 ? bad('SMS', says, 'set regions.alert') : warning('SMS', says, '')];
  }
  const unverified = phones.filter(({ endpoint }) => !sms.verifiedNumbers.includes(endpoint));
  return [
    sms.inSandbox && unverified.length > 0
      ? bad(
          'SMS sandbox',
          `the account is in it, and ${unverified.length} numbers are not verified`,
          'verify them in the SNS console, or ask AWS to leave the sandbox',
        )
      : good('SMS sandbox', sms.inSandbox ? 'every number is verified' : 'not in it'),
    sms.spentUsd >= sms.monthlyLimitUsd * NEARLY_SPENT
      ? bad(
          'SMS spending',
          `$${sms.spentUsd} of $${sms.monthlyLimitUsd} spent: SNS stops at the limit`,
          'ask AWS for a higher limit',
        )
      : good('SMS spending', `$${sms.spentUsd} of $${sms.monthlyLimitUsd} this month`),
  ];
}

/** SNS reports what it accepts. Only the delivery logs hold what a carrier answers. */
function smsDelivery({ deployment }: DiagnosisInput, { sms }: AccountFacts): readonly Finding[] {
  const { alertRegion, subscribers, operators } = deployment;
  const phones = [...subscribers, ...operators].some(({ protocol }) => protocol === 'sms');
  if (!phones || !sms) return [];
  const { role, successRate } = sms.deliveryLogs;
  const about = 'SMS delivery';
  if (role && successRate === 100) {
    const says = `carriers' answers are logged in ${alertRegion}; a drill shows whether a phone rings`;
    return [good(about, says)];
  }
  const missing = [
    ...(role ? [] : ['DeliveryStatusIAMRole is not set']),
    ...(successRate === 100
      ? []
      : [`DeliveryStatusSuccessSamplingRate is ${successRate ?? 'not set'}`]),
  ].join(', ');
  const known = role ? 'only partly logged' : 'unknown';
  const setRole = role ? '' : 'DeliveryStatusIAMRole=ROLE_ARN,';
  return [
    warning(
      about,
      `"sent" means accepted by SNS; carrier delivery is ${known} in ${alertRegion}: ${missing}`,
      `aws sns set-sms-attributes --region ${alertRegion} --attributes ` +
        `${setRole}DeliveryStatusSuccessSamplingRate=100 ` +
        '(role and log retention: "SMS delivery logs" in docs/deploy.md)',
    ),
  ];
}

function secrets({ unsetSecrets }: AccountFacts): readonly Finding[] {
  return unsetSecrets.length === 0
    ? [good('secrets', 'all set')]
    : unsetSecrets.map((name) =>
        bad('secrets', `${name} is unset`, `npx bonghwa secret set ${nameOf(name)}`),
      );
}

/** As `secret set` takes it: `bonghwa/<stage>/login/<service>`, `bonghwa/<stage>/webhook/<secret>`. */
function nameOf(secret: string): string {
  return secret.replace(/^bonghwa\/[^/]+\/(?:login\/)?/, '');
}

function notLooked(): readonly Finding[] {
  const remedy = 'run again with AWS credentials for the account';
  const says = 'not looked at: no AWS credentials here';
  return ['clock', 'subscriptions', 'SMS sandbox', 'SMS spending', 'SMS delivery', 'secrets'].map(
    (about) => ({ about, state: 'unknown', says, remedy }),
  );
}

function good(about: string, says: string): Finding {
  return { about, state: 'good', says };
}

function warning(about: string, says: string, remedy: string): Finding {
  return { about, state: 'warning', says, remedy };
}

function bad(about: string, says: string, remedy: string): Finding {
  return { about, state: 'bad', says, remedy };
}
