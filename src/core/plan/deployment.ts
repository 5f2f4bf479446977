import type { Subscriber } from '#core/notice/subscriber';

/**
 * Where the system is deployed and who gets notices. `lib/` and the commands read it, handlers
 * never do.
 */
export interface Deployment {
  /** Part of every resource name, so that two stages fit into one account. */
  readonly stage: string;
  /** 12 digits. Absent: the account of the caller. */
  readonly account?: string;
  readonly homeRegion: string;
  /** Region of the topics, because SNS does not offer SMS everywhere. */
  readonly alertRegion: string;
  readonly subscribers: readonly Subscriber[];
  /** Addresses for failures of the monitor itself, on topics that need none of our code. */
  readonly operators: readonly Subscriber[];
  /** Log groups of the alert region with carriers' answers to SMS. Empty: answers are not read. */
  readonly smsDeliveryLogs: readonly string[];
  /** Runner and prober leave through one fixed address, so that an operator can allow it. */
  readonly fixedEgress: boolean;
  /** Elastic IP allocations for outgoing traffic, by region. A new one is made if absent. */
  readonly egressAddresses: Readonly<Record<string, string>>;
  /** Stacks refuse deletion until this is off. */
  readonly terminationProtection: boolean;
  readonly logRetentionDays: number;
  /** US dollars per month. */
  readonly budget: { readonly monthlyUsd: number; readonly smsUsd: number };
  /** Rate (requests per second) and burst of the history API. */
  readonly apiThrottle: { readonly rate: number; readonly burst: number };
  /** Certificate ARNs for own domains: those of `api.url` and `page.url`. */
  readonly certificates: { readonly api?: string; readonly page?: string };
  /** X-Ray traces of the functions. */
  readonly tracing: boolean;
  readonly tags: Readonly<Record<string, string>>;
}
