import type { Instant } from '#core/time/time';

/** An answer of AWS, or the name of the error with which it refused the question. */
export type Answer<T> = T | Unanswered;

export interface Unanswered {
  readonly error: string;
}

export function isUnanswered(answer: object): answer is Unanswered {
  return 'error' in answer;
}

/** A resource with a name of its own in one region. */
export interface Placed {
  readonly region: string;
  readonly name: string;
}

/** Facts about the AWS account from an adapter. Absent without credentials. */
export interface AccountFacts {
  /** This machine's clock minus AWS's, ms. Undefined if no answer told the time. */
  readonly clockAheadMs: number | undefined;
  /** Every topic that was asked for, also where it does not exist. */
  readonly topics: readonly TopicFacts[];
  readonly sms: Answer<SmsFacts>;
  /** Labels of recipients whom a drill has reached; undefined where the table could not be read. */
  readonly arrived: readonly string[] | undefined;
  readonly secrets: readonly SecretFacts[];
  readonly concurrency: readonly ConcurrencyFacts[];
  readonly kept: Answer<KeptFacts>;
  /** Undefined where no dispatcher is deployed or ran in the last day. */
  readonly ticks: Answer<TickFacts> | undefined;
}

export interface TopicFacts extends Placed {
  /** Undefined if there is no such topic. */
  readonly subscriptions: Answer<readonly SubscriptionFacts[]> | undefined;
}

export interface SubscriptionFacts {
  readonly protocol: string;
  readonly endpoint: string;
  readonly confirmed: boolean;
  /** Only somebody with AWS credentials can end it. Undefined: nobody asked. */
  readonly authenticated?: boolean;
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

export type SecretState = 'set' | 'empty' | 'missing';

export interface SecretFacts extends Placed {
  readonly found: Answer<{ readonly state: SecretState }>;
}

export interface ConcurrencyFacts {
  readonly region: string;
  /** Invocations at once that no other function has reserved. */
  readonly limit: Answer<{ readonly invocations: number }>;
}

/** What an earlier deployment of the stage left behind. */
export interface KeptFacts {
  /** A stack of this stage owns these resources. */
  readonly deployed: boolean;
  readonly names: readonly string[];
}

/** Ticks of the last day, as CloudWatch counted them. */
export interface TickFacts {
  /** First and last minute with a tick. */
  readonly first: Instant;
  readonly last: Instant;
  readonly count: number;
  /** Runs that were left out because their tick came too late. */
  readonly runsDropped: number;
}
