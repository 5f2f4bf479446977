import type { LoadedConfiguration } from '#adapters/configuration/load';
import { type DetectionBounds, detectionBounds } from '#core/plan/bounds';
import { type Concurrency, concurrencyNeeded, concurrencyOf } from '#core/plan/concurrency';
import { type MonthlyCost, monthlyCost } from '#core/plan/cost';
import { coverage, type HostLoad, hostLoads, type ServiceCoverage } from '#core/plan/coverage';
import { type OwnSettings, ownSettings } from '#core/plan/own-settings';
import { SEOUL_PRICES } from '#core/plan/prices';
import { DEFAULT_USAGE, type Usage } from '#core/plan/usage';
import type { Instant } from '#core/time/time';
import { channelsOfWatch } from '#core/watch/watch-settings';

/** Bounds, load and cost of a configuration: the document of `bonghwa plan --json`. */
export interface Plan {
  readonly stage: string;
  readonly services: readonly ServiceCoverage[];
  readonly hosts: readonly HostLoad[];
  readonly bounds: DetectionBounds;
  /** Services with their own rules. */
  readonly ownSettings: readonly OwnSettings[];
  readonly told: Told;
  /** Maximum number of simultaneous Lambda functions, which the account's limit must allow. */
  readonly concurrency: Concurrency & { readonly needed: number };
  readonly cost: MonthlyCost & {
    readonly prices: { readonly region: string; readonly date: string; readonly source: string };
    readonly usage: Usage;
  };
  readonly warnings: readonly string[];
}

/** Recipients of an outage's notices. */
interface Told {
  readonly phones: number;
  readonly others: number;
  /** Phones that ring again each time nobody has acknowledged for this many seconds. */
  readonly again: readonly { readonly remindAfterSeconds: number; readonly phones: number }[];
  /** Names of the channels of webhooks and chat. */
  readonly channels: readonly string[];
  /** Names of the channels that only `watch` has. */
  readonly watchChannels: readonly string[];
}

function toldOf({ configuration, deployment, watch }: LoadedConfiguration): Told {
  const { subscribers } = deployment;
  const phones = subscribers.filter(({ protocol }) => protocol === 'sms');
  const again = Map.groupBy(phones, ({ remindAfterSeconds }) => remindAfterSeconds);
  return {
    phones: phones.length,
    others: subscribers.length - phones.length,
    again: [...again].flatMap(([remindAfterSeconds, own]) =>
      remindAfterSeconds === undefined ? [] : [{ remindAfterSeconds, phones: own.length }],
    ),
    channels: [
      ...configuration.webhooks.map(({ id }) => `webhook-${id}`),
      ...configuration.chat.map(({ id }) => `chat-${id}`),
    ],
    watchChannels: channelsOfWatch(watch),
  };
}

export function makePlan(loaded: LoadedConfiguration, now: Instant): Plan {
  const { configuration, deployment, warnings, deploymentWarnings } = loaded;
  const { region, date, source } = SEOUL_PRICES;
  const usage = DEFAULT_USAGE;
  return {
    stage: deployment.stage,
    services: coverage(configuration, now),
    hosts: hostLoads(configuration, now),
    bounds: detectionBounds(configuration),
    ownSettings: ownSettings(configuration),
    told: toldOf(loaded),
    concurrency: {
      ...concurrencyOf(configuration.catalogue),
      needed: concurrencyNeeded(configuration.catalogue),
    },
    cost: {
      ...monthlyCost({ configuration, deployment, usage, table: SEOUL_PRICES }),
      prices: { region, date, source },
      usage,
    },
    warnings: [...warnings, ...deploymentWarnings].map(({ en }) => en),
  };
}
