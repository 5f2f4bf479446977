import type { Subscriber } from '#core/notice/subscriber';

/**
 * Where the system is deployed and who gets notices. Read by `lib/` and the commands, never by a
 * handler.
 */
export interface Deployment {
  /** Part of every resource name, so that two stages live side by side in one account. */
  readonly stage: string;
  /** 12 digits. Absent: the account of the caller who deploys. */
  readonly account?: string;
  readonly homeRegion: string;
  /** Region of the topics: SNS does not sell SMS everywhere. */
  readonly alertRegion: string;
  readonly subscribers: readonly Subscriber[];
  /** Addresses to page when the monitor itself fails, on topics that need none of our code. */
  readonly operators: readonly Subscriber[];
  /** Log groups of the alert region with what carriers answer to SMS. Empty: nobody reads it. */
  readonly smsDeliveryLogs: readonly string[];
  /** Runner and prober leave through one fixed address, which an operator can put on a list. */
  readonly fixedEgress: boolean;
  /** Elastic IP allocations to leave through, by region; where absent a new one is made. */
  readonly egressAddresses: Readonly<Record<string, string>>;
  /** Stacks refuse to be deleted until this is lifted. */
  readonly terminationProtection: boolean;
  readonly logRetentionDays: number;
  /** US dollars a month. */
  readonly budget: { readonly monthlyUsd: number; readonly smsUsd: number };
  /** Requests a second the history API lets through, and its burst. */
  readonly apiThrottle: { readonly rate: number; readonly burst: number };
  /** ARNs of certificates for domains of one's own: those of `api.url` and `page.url`. */
  readonly certificates: { readonly api?: string; readonly page?: string };
  /** X-Ray traces of the functions. */
  readonly tracing: boolean;
  readonly tags: Readonly<Record<string, string>>;
}
