import { resourceNames } from '#contract/names';
import type { Subscriber } from '#core/notice/subscriber';
import { concurrencyNeeded, concurrencyOf } from '#core/plan/concurrency';
import type { Deployment } from '#core/plan/deployment';
import type { Placed } from '#core/plan/diagnosis/account-facts';
import type { Configuration } from '#core/watch/configuration';

/** A topic and everybody whom the stacks subscribe to it. */
export interface ExpectedTopic extends Placed {
  readonly subscribers: readonly Subscriber[];
}

export interface AccountQuestion {
  readonly stage: string;
  readonly homeRegion: string;
  readonly alertRegion: string;
  readonly topics: readonly ExpectedTopic[];
  /** Secrets that must have a value. */
  readonly secrets: readonly Placed[];
  /** Regions with functions, and the invocations at once that they need. */
  readonly concurrency: readonly { readonly region: string; readonly needed: number }[];
}

/** What the doctor has to know of the account, in every region of the deployment. */
export function accountQuestion(
  configuration: Configuration,
  deployment: Deployment,
): AccountQuestion {
  const { stage, homeRegion, alertRegion } = deployment;
  return {
    stage,
    homeRegion,
    alertRegion,
    topics: expectedTopics(configuration, deployment),
    secrets: expectedSecrets(configuration, deployment),
    concurrency: concurrencyByRegion(configuration),
  };
}

function expectedTopics(
  { vantages }: Configuration,
  { stage, homeRegion, alertRegion, subscribers, operators }: Deployment,
): readonly ExpectedTopic[] {
  const { topic, fallbackTopic, watchdogTopic, alarmPhonesTopic } = resourceNames(stage);
  const phones = operators.filter(({ protocol }) => protocol === 'sms');
  const others = operators.filter(({ protocol }) => protocol !== 'sms');
  const relayed = phones.length > 0 && homeRegion !== alertRegion;
  const watched = [...new Set([homeRegion, alertRegion, ...vantages])];
  return [
    { region: alertRegion, name: topic, subscribers },
    { region: alertRegion, name: fallbackTopic, subscribers },
    ...watched.map((region) => ({
      region,
      name: watchdogTopic,
      subscribers: region === alertRegion ? operators : others,
    })),
    ...(relayed ? [{ region: alertRegion, name: alarmPhonesTopic, subscribers: phones }] : []),
  ];
}

function expectedSecrets(
  { permissions, vantages, webhooks }: Configuration,
  { stage, homeRegion }: Deployment,
): readonly Placed[] {
  const { loginSecret, apiTokensSecret, webhookSecret } = resourceNames(stage);
  const home = [apiTokensSecret, ...webhooks.map(({ secret }) => webhookSecret(secret))];
  return [
    ...home.map((name) => ({ region: homeRegion, name })),
    ...vantages.flatMap((region) =>
      permissions.map(({ service }) => ({ region, name: loginSecret(service) })),
    ),
  ];
}

function concurrencyByRegion({ catalogue, vantages }: Configuration) {
  const { journeys, probes } = concurrencyOf(catalogue);
  return vantages.map((region, index) => ({
    region,
    needed: index === 0 ? concurrencyNeeded(catalogue) : 2 * journeys + probes,
  }));
}
