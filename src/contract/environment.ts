/**
 * Names of the environment variables that `lib/` sets on functions and `lambda/wiring.ts` reads.
 * One object, so that a test can compare both sides.
 */
export const ENVIRONMENT = {
  /** DynamoDB table that holds results, state, rollups, outages and the ledger. */
  table: 'BONGHWA_TABLE',
  /** S3 bucket for evidence. */
  evidenceBucket: 'BONGHWA_EVIDENCE_BUCKET',
  /** SQS queue of journey requests, read by the runner. */
  journeysQueue: 'BONGHWA_JOURNEYS_QUEUE_URL',
  /** SQS queue of probe requests, read by the prober. */
  probesQueue: 'BONGHWA_PROBES_QUEUE_URL',
  /** SQS FIFO queue of evaluation requests, read by the evaluator. */
  evaluationsQueue: 'BONGHWA_EVALUATIONS_QUEUE_URL',
  /** SNS topic that carries notices. */
  topic: 'BONGHWA_TOPIC_ARN',
  /** SNS topic used after repeated failures of the first. */
  fallbackTopic: 'BONGHWA_FALLBACK_TOPIC_ARN',
  /** EventBridge bus that carries notices as events. */
  eventBus: 'BONGHWA_EVENT_BUS',
  /** ARN of the topics for chat, without `-` and the id at its end. Unset: no chat. */
  chatTopics: 'BONGHWA_CHAT_TOPICS_ARN',
  /** Set if a log reader passes on the carriers' answers to SMS. */
  carriersAnswer: 'BONGHWA_CARRIERS_ANSWER',
  /** Region of both topics, because SNS does not offer SMS in every region. */
  alertRegion: 'BONGHWA_ALERT_REGION',
  /** S3 bucket of the public page. */
  pageBucket: 'BONGHWA_PAGE_BUCKET',
  /** SNS topic that tells the page writer about changes. Unset: no page. */
  pageTopic: 'BONGHWA_PAGE_TOPIC_ARN',
  /** Public address of the page, without a trailing slash. */
  pageUrl: 'BONGHWA_PAGE_URL',
  /** Address of the history API, without a trailing slash. Emails link to it. */
  apiUrl: 'BONGHWA_API_URL',
  /** Name of the function that runs journeys in a browser. */
  browserFunction: 'BONGHWA_BROWSER_FUNCTION',
  /** Prefix of the names of login secrets: `<prefix>/<service id>`. */
  secretPrefix: 'BONGHWA_SECRET_PREFIX',
  /** Name of the secret that holds the API's tokens. */
  apiTokensSecret: 'BONGHWA_API_TOKENS_SECRET',
  /** Limit of one token's requests to the API: per second, and at once, as `20,40`. Unset: none. */
  apiPace: 'BONGHWA_API_PACE',
  /** Path of the resolved configuration (JSON) beside the code. */
  configuration: 'BONGHWA_CONFIGURATION',
  /** Region of table, bucket and evaluations queue. Unset: the function's own region. */
  homeRegion: 'BONGHWA_HOME_REGION',
  /** Where this function checks from, e.g. `ap-northeast-2`. */
  vantage: 'BONGHWA_VANTAGE',
  /** Deployment stage, e.g. `dev`, `prod`; goes into metrics and notices outside prod. */
  stage: 'BONGHWA_STAGE',
} as const;

export type EnvironmentName = (typeof ENVIRONMENT)[keyof typeof ENVIRONMENT];
