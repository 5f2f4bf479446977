/**
 * Names of the resources of one stage. They are fixed, so that stacks in other regions, `doctor`,
 * `secret` and `drill` find them without look-ups or custom resources.
 */
export interface ResourceNames {
  readonly table: string;
  /** Bucket names are global: the account and region make it unique. */
  readonly evidenceBucket: (account: string, region: string) => string;
  readonly pageBucket: (account: string, region: string) => string;
  /** Tells the page writer of changes. */
  readonly pageTopic: string;
  readonly journeysQueue: string;
  readonly probesQueue: string;
  readonly evaluationsQueue: string;
  /** Notices as events, for anything that reacts to them. */
  readonly eventBus: string;
  /** Undelivered messages of webhooks. */
  readonly webhooksDeadLetters: string;
  /** One topic for each channel of a chat service: this, `-` and its id. */
  readonly chatTopics: string;
  readonly chatTopic: (chat: string) => string;
  /** Holds the address and the key of a webhook. */
  readonly webhookSecret: (name: string) => string;
  readonly topic: string;
  readonly fallbackTopic: string;
  /** Alarms about the monitor itself; in each region that has some. */
  readonly watchdogTopic: string;
  /** Event bus and topic that take alarms of other regions to operators' phones; alert region. */
  readonly alarmBus: string;
  readonly alarmPhonesTopic: string;
  /** Prefix of the accounts that journeys log in with; the runner may read nothing else. */
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

/** Where messages of a queue end that failed too often; FIFO queues need a FIFO one. */
export function deadLetterQueue(queue: string): string {
  return queue.endsWith('.fifo') ? queue.replace(/\.fifo$/, '-dead.fifo') : `${queue}-dead`;
}

/** Deliveries of one message before it goes to the dead-letter queue. */
export const MAX_RECEIVES = 3;
