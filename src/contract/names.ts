/**
 * Names of the resources of one stage. They are fixed, so that stacks in other regions, `doctor`,
 * `secret` and `drill` find them without look-ups or custom resources.
 */
export interface ResourceNames {
  readonly table: string;
  /** Bucket names are global. The account and region make it unique. */
  readonly evidenceBucket: (account: string, region: string) => string;
  readonly pageBucket: (account: string, region: string) => string;
  /** Tells the page writer about changes. */
  readonly pageTopic: string;
  readonly journeysQueue: string;
  readonly probesQueue: string;
  readonly evaluationsQueue: string;
  /** Notices as events, for other programs. */
  readonly eventBus: string;
  /** Undelivered messages of webhooks. */
  readonly webhooksDeadLetters: string;
  /** One topic for each chat channel: this name, `-` and its id. */
  readonly chatTopics: string;
  readonly chatTopic: (chat: string) => string;
  /** Contains the address and the key of a webhook. */
  readonly webhookSecret: (name: string) => string;
  readonly topic: string;
  readonly fallbackTopic: string;
  /** Topic for alarms about the monitor itself, in each region with such alarms. */
  readonly watchdogTopic: string;
  /** Event bus and topic that pass alarms of other regions to operators' phones. Alert region. */
  readonly alarmBus: string;
  readonly alarmPhonesTopic: string;
  /** Prefix of the accounts for journeys. The runner may read nothing else. */
  readonly loginSecretPrefix: string;
  readonly loginSecret: (service: string) => string;
  readonly apiTokensSecret: string;
  readonly function: (name: string) => string;
}

/** `stage` is at most 16 characters of a-z, 0-9 and `-`; the configuration checks it. */
export function resourceNames(stage: string): ResourceNames {
  const base = `bonghwa-${stage}`;
  return {
    table: base,
    evidenceBucket: (account, region) => `${base}-evidence-${account}-${region}`,
    pageBucket: (account, region) => `${base}-page-${account}-${region}`,
    pageTopic: `${base}-page-changes`,
    journeysQueue: `${base}-journeys`,
    probesQueue: `${base}-probes`,
    evaluationsQueue: `${base}-evaluations.fifo`,
    eventBus: base,
    webhooksDeadLetters: `${base}-webhooks-dead`,
    chatTopics: `${base}-chat`,
    chatTopic: (chat) => `${base}-chat-${chat}`,
    webhookSecret: (name) => `bonghwa/${stage}/webhook/${name}`,
    topic: `${base}-notices`,
    fallbackTopic: `${base}-notices-fallback`,
    watchdogTopic: `${base}-watchdog`,
    alarmBus: `${base}-alarms`,
    alarmPhonesTopic: `${base}-alarm-phones`,
    loginSecretPrefix: `bonghwa/${stage}/login`,
    loginSecret: (service) => `bonghwa/${stage}/login/${service}`,
    apiTokensSecret: `bonghwa/${stage}/api-tokens`,
    function: (name) => `${base}-${name}`,
  };
}

/** Queue for messages that failed too often. A FIFO queue needs a FIFO one. */
export function deadLetterQueue(queue: string): string {
  return queue.endsWith('.fifo') ? queue.replace(/\.fifo$/, '-dead.fifo') : `${queue}-dead`;
}

/** Deliveries of one message before it goes to the dead-letter queue. */
export const MAX_RECEIVES = 3;
