import type { Deployment } from '#core/plan/deployment';
import { DIAGNOSIS_WORDS } from '#core/plan/diagnosis/diagnosis-words';
import { SMS_REGIONS } from '#core/plan/regions';
import type { Language } from '#core/time/duration';
import { DAY, type Instant } from '#core/time/time';
import type { Catalogue } from '#core/watch/catalogue';
import type { Configuration, Permission } from '#core/watch/configuration';

/** `bad` keeps notices from people or makes a statement false. `unknown` was not checked. */
export type FindingState = 'good' | 'warning' | 'bad' | 'unknown';

export interface Finding {
  readonly about: string;
  readonly state: FindingState;
  readonly says: string;
  readonly remedy?: string;
}

/** Facts about the AWS account from an adapter. Absent without credentials. */
export interface AccountFacts {
  /** This machine's clock minus AWS's, ms. */
  readonly clockAheadMs: number;
  readonly subscriptions: readonly {
    readonly protocol: string;
    readonly endpoint: string;
    readonly confirmed: boolean;
  }[];
  readonly sms: SmsFacts | SmsUnanswered;
  /** Labels of recipients whom a drill has reached; undefined where the table could not be read. */
  readonly arrived: readonly string[] | undefined;
  /** Names of secrets that are missing or empty. */
  readonly unsetSecrets: readonly string[];
}

/** Name of the error with which the alert region refused the question about SMS. */
export interface SmsUnanswered {
  readonly error: string;
}

export interface SmsFacts {
  readonly inSandbox: boolean;
  readonly verifiedNumbers: readonly string[];
  readonly monthlyLimitUsd: number;
  readonly spentUsd: number;
  /** Delivery status logging of the region: the carriers' answers. Undefined fields are not set. */
  readonly deliveryLogs: {
    /** ARN of the role that SNS uses to write the logs. */
    readonly role: string | undefined;
    /** Percentage of successes in the log. Failures are always logged. */
    readonly successRate: number | undefined;
  };
}

const SOON_DAYS = 30;
const CLOCK_TOLERANCE_MS = 5_000;
const NEARLY_SPENT = 0.8;

export interface DiagnosisInput {
  readonly configuration: Configuration;
  readonly deployment: Deployment;
  /** Defaults of the project. Differences are overrides. */
  readonly defaults: Catalogue;
  readonly now: Instant;
  readonly account: AccountFacts | undefined;
  readonly language: Language;
}

type Say = (typeof DIAGNOSIS_WORDS)[Language];

/** Checks whether this configuration is ready to deploy and to reach people. */
export function diagnose(input: DiagnosisInput): readonly Finding[] {
  const { account } = input;
  const say = DIAGNOSIS_WORDS[input.language];
  const looked = account
    ? [
        clock(account, say),
        ...subscriptions(account, say),
        ...smsAccount(input, account, say),
        ...smsDelivery(input, account, say),
        ...arrivals(input, account, say),
        ...secrets(account, say),
      ]
    : notLooked(say);
  return [
    ...recipients(input, say),
    addresses(input, say),
    ...permissions(input, say),
    ...overrides(input, say),
    region(input, say),
    ...looked,
  ];
}

function recipients({ deployment }: DiagnosisInput, say: Say): readonly Finding[] {
  const { subscribers, operators } = deployment;
  const phones = subscribers.filter(({ protocol }) => protocol === 'sms').length;
  const others = subscribers.length - phones;
  return [
    subscribers.length === 0
      ? bad(say.subscribers, say.nobodyTold, say.addSubscribers)
      : good(say.subscribers, say.told(phones, others)),
    operators.length === 0
      ? bad(say.operators, say.nobodyTends, say.addOperators)
      : good(say.operators, say.tended(operators.length)),
    ...(phones > 0 && others === 0 ? [warning(say.subscribers, say.smsOnly, say.addEmail)] : []),
  ];
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

function clock({ clockAheadMs }: AccountFacts, say: Say): Finding {
  return Math.abs(clockAheadMs) <= CLOCK_TOLERANCE_MS
    ? good(say.clock, say.clockGood(CLOCK_TOLERANCE_MS / 1000))
    : warning(say.clock, say.clockAhead(Math.round(clockAheadMs / 1000)), say.setClock);
}

function subscriptions({ subscriptions: found }: AccountFacts, say: Say): readonly Finding[] {
  const about = say.subscriptions;
  if (found.length === 0) return [warning(about, say.noSubscriptions, 'npx cdk deploy --all')];
  const waiting = found.filter(({ confirmed }) => !confirmed);
  return waiting.length === 0
    ? [good(about, say.confirmed(found.length))]
    : waiting.map(({ protocol, endpoint }) =>
        bad(about, say.unconfirmed(protocol, endpoint), say.confirm),
      );
}

function smsAccount(
  { deployment }: DiagnosisInput,
  { sms }: AccountFacts,
  say: Say,
): readonly Finding[] {
  const phones = deployment.subscribers.filter(({ protocol }) => protocol === 'sms');
  if ('error' in sms) return [smsUnanswered(deployment, sms, say)];
  const { spentUsd, monthlyLimitUsd } = sms;
  const unverified = phones.filter(({ endpoint }) => !sms.verifiedNumbers.includes(endpoint));
  return [
    sms.inSandbox && unverified.length > 0
      ? bad(say.sandbox, say.unverified(unverified.length), say.verify)
      : good(say.sandbox, sms.inSandbox ? say.allVerified : say.notInSandbox),
    spentUsd >= monthlyLimitUsd * NEARLY_SPENT
      ? bad(say.spending, say.nearlySpent(spentUsd, monthlyLimitUsd), say.raiseLimit)
      : good(say.spending, say.spent(spentUsd, monthlyLimitUsd)),
  ];
}

/** A region without SMS does not know the call. Any other error is not an answer. */
const NOT_SOLD = ['InvalidAction', 'UnknownOperation', 'UnknownOperationException'];

function smsUnanswered({ alertRegion }: Deployment, { error }: SmsUnanswered, say: Say): Finding {
  if (NOT_SOLD.includes(error)) {
    return bad(say.sms, say.noAnswerForSms(alertRegion), say.setAlertRegion);
  }
  const says = say.smsNotLooked(alertRegion, error);
  return { about: say.sms, state: 'unknown', says, remedy: say.allowSms };
}

/** SNS reports what it accepted. Only the delivery logs contain the carriers' answers. */
function smsDelivery(
  { deployment }: DiagnosisInput,
  { sms }: AccountFacts,
  say: Say,
): readonly Finding[] {
  const { alertRegion, subscribers, operators, smsDeliveryLogs } = deployment;
  const phones = [...subscribers, ...operators].some(({ protocol }) => protocol === 'sms');
  if (!phones || 'error' in sms) return [];
  const { role, successRate } = sms.deliveryLogs;
  if (role && successRate === 100) {
    return smsDeliveryLogs.length > 0
      ? [good(say.delivery, say.logged(alertRegion))]
      : [warning(say.delivery, say.loggedUnread(alertRegion), say.nameLogs)];
  }
  const rate = successRate === undefined ? say.unset : String(successRate);
  const missing = [
    ...(role ? [] : [say.notSet('DeliveryStatusIAMRole')]),
    ...(successRate === 100 ? [] : [say.setTo('DeliveryStatusSuccessSamplingRate', rate)]),
  ].join(', ');
  const setRole = role ? '' : 'DeliveryStatusIAMRole=ROLE_ARN,';
  return [
    warning(
      say.delivery,
      say.notLogged(alertRegion, role !== undefined, missing),
      `aws sns set-sms-attributes --region ${alertRegion} --attributes ` +
        `${setRole}DeliveryStatusSuccessSamplingRate=100 (${say.seeDeliveryLogs})`,
    ),
  ];
}

/** Only the owner of a phone knows that it rang. */
function arrivals(
  { deployment }: DiagnosisInput,
  { arrived }: AccountFacts,
  say: Say,
): readonly Finding[] {
  const labels = deployment.subscribers.flatMap(({ label }) => label ?? []);
  if (labels.length === 0) return [];
  const about = say.arrivals;
  if (!arrived) {
    return [{ about, state: 'unknown', says: say.arrivalsUnread, remedy: say.allowTable }];
  }
  const missing = labels.filter((label) => !arrived.includes(label));
  return missing.length === 0
    ? [good(about, say.allArrived)]
    : [warning(about, say.neverArrived(missing.join(', ')), 'npx bonghwa drill')];
}

function secrets({ unsetSecrets }: AccountFacts, say: Say): readonly Finding[] {
  return unsetSecrets.length === 0
    ? [good(say.secrets, say.allSet)]
    : unsetSecrets.map((name) =>
        bad(say.secrets, say.secretUnset(name), `npx bonghwa secret set ${nameOf(name)}`),
      );
}

/** Name for `secret set`: `bonghwa/<stage>/login/<service>`, `bonghwa/<stage>/webhook/<secret>`. */
function nameOf(secret: string): string {
  return secret.replace(/^bonghwa\/[^/]+\/(?:login\/)?/, '');
}

function notLooked(say: Say): readonly Finding[] {
  const { clock, subscriptions, sandbox, spending, delivery, secrets } = say;
  return [clock, subscriptions, sandbox, spending, delivery, secrets].map((about) => ({
    about,
    state: 'unknown',
    says: say.notLooked,
    remedy: say.runAgain,
  }));
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
