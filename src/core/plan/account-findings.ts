import { concurrencyNeeded } from '#core/plan/concurrency';
import type { Deployment } from '#core/plan/deployment';
import { bad, type Finding, good, warning } from '#core/plan/doctor-finding';
import type { Configuration } from '#core/watch/configuration';

/** What the AWS account says; looked up by an adapter, or absent without credentials. */
export interface AccountFacts {
  /** This machine's clock minus AWS's, ms. */
  readonly clockAheadMs: number;
  /** Of every topic of the stage, in every region that has one. */
  readonly subscriptions: readonly SubscriptionFacts[];
  /** Undefined where the alert region does not answer for SMS. */
  readonly sms: SmsFacts | undefined;
  /** Secrets that are missing or hold no value, as `<name> in <region>`. */
  readonly unsetSecrets: readonly string[];
  /** Functions at once that the account allows, by region. */
  readonly concurrency: Readonly<Record<string, number>>;
  /** Table and bucket that stand although nothing of the stage is deployed around them. */
  readonly leftovers: readonly string[];
  /** Runs that late ticks left out in the last day. */
  readonly runsDropped: number;
}

export interface SubscriptionFacts {
  readonly topic: string;
  readonly protocol: string;
  readonly endpoint: string;
  readonly confirmed: boolean;
  /** False: whoever has the mail can end it by its link. */
  readonly authenticated: boolean;
}

export interface SmsFacts {
  readonly inSandbox: boolean;
  readonly verifiedNumbers: readonly string[];
  readonly monthlyLimitUsd: number;
  readonly spentUsd: number;
}

const CLOCK_TOLERANCE_MS = 5_000;
const NEARLY_SPENT = 0.8;

interface AccountInput {
  readonly configuration: Configuration;
  readonly deployment: Deployment;
}

/** What the account has to say; without it, what was not looked at. */
export function accountFindings(
  input: AccountInput,
  account: AccountFacts | undefined,
): readonly Finding[] {
  if (!account) return notLooked();
  return [
    clock(account),
    ...subscriptions(account),
    ...smsAccount(input, account),
    ...secrets(account),
    ...concurrency(input, account),
    ...leftovers(account),
    ticks(account),
  ];
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
  const open = found.filter(
    ({ protocol, confirmed, authenticated }) =>
      protocol.startsWith('email') && confirmed && !authenticated,
  );
  return [
    ...(waiting.length === 0
      ? [good('subscriptions', `${found.length} confirmed`)]
      : waiting.map(({ topic, protocol, endpoint }) =>
          bad(
            'subscriptions',
            `${protocol} ${endpoint} of ${topic} is not confirmed and hears nothing`,
            'click the link in the mail from AWS; after two days, deploy again for a new one',
          ),
        )),
    ...(open.length === 0
      ? []
      : [
          warning(
            'subscriptions',
            `${open.length} emails can be unsubscribed by anybody who has one of their mails`,
            'confirm with `aws sns confirm-subscription --authenticate-on-unsubscribe true`: docs/deploy.md',
          ),
        ]),
  ];
}

function smsAccount({ deployment }: AccountInput, { sms }: AccountFacts): readonly Finding[] {
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

function secrets({ unsetSecrets }: AccountFacts): readonly Finding[] {
  return unsetSecrets.length === 0
    ? [good('secrets', 'all set')]
    : unsetSecrets.map((name) =>
        bad(
          'secrets',
          `${name} is unset`,
          `npx bonghwa secret set ${name.split(' ')[0]?.split('/').at(-1)}`,
        ),
      );
}

function concurrency(
  { configuration, deployment }: AccountInput,
  { concurrency: allowed }: AccountFacts,
): readonly Finding[] {
  const home = concurrencyNeeded(configuration.catalogue);
  return Object.entries(allowed).map(([region, limit]) => {
    const about = `concurrency in ${region}`;
    const needed = region === deployment.homeRegion ? home : VANTAGE_SHARE;
    return limit >= needed
      ? good(about, `${limit} functions at once, ${needed} needed`)
      : warning(
          about,
          `${limit} functions at once, ${needed} needed when everything is checked together`,
          'ask AWS for a higher "Concurrent executions" quota; until then checks may wait',
        );
  });
}

/** Confirmations of a failure, one of each kind, with room for a second service. */
const VANTAGE_SHARE = 6;

function leftovers({ leftovers: found }: AccountFacts): readonly Finding[] {
  return found.length === 0
    ? []
    : [
        warning(
          'retained',
          `${found.join(' and ')} stand from an earlier deployment, and a new one fails on their names`,
          'deploy with --import-existing-resources to go on with them, or delete them',
        ),
      ];
}

function ticks({ runsDropped }: AccountFacts): Finding {
  return runsDropped === 0
    ? good('ticks', 'none came too late in the last day')
    : warning(
        'ticks',
        `${runsDropped} runs were left out in the last day because ticks came too late`,
        'see TicksDropped in docs/runbook.md',
      );
}

function notLooked(): readonly Finding[] {
  const remedy = 'run again with AWS credentials for the account';
  return [
    'clock',
    'subscriptions',
    'SMS sandbox',
    'SMS spending',
    'secrets',
    'concurrency',
    'retained',
    'ticks',
  ].map((about) => ({
    about,
    state: 'unknown',
    says: 'not looked at: no AWS credentials here',
    remedy,
  }));
}
