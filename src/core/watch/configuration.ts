import type { Instant } from '#core/time/time';
import type { Catalogue } from '#core/watch/catalogue';
import type { Spans } from '#core/watch/spans';
import type { Chat, Webhook } from '#core/watch/webhooks';

/** How evidence becomes an outage, and an outage becomes notices. Times in seconds. */
export interface Rules {
  /** Opens at `k` failures in a row. A suspicion ends after 2 `n` passes (journeys: `n` − 1). */
  readonly openAt: { readonly k: number; readonly n: number };
  /** How long failures must span, from start to start. See `Spans`. */
  readonly lastsSeconds: Spans;
  /**
   * For faults of some requests: opens if the failures in the window exceed `share` of its runs by
   * `surplus`.
   */
  readonly partial: {
    readonly share: number;
    readonly surplus: number;
    readonly windowSeconds: number;
  };
  /** Closes after this many passes in a row … */
  readonly closeAfterPasses: number;
  /** … over at least this span. See `Spans`. */
  readonly closeSpanSeconds: Spans;
  /** A failure this soon after the closing is the same outage (재발). */
  readonly reopenWithinSeconds: number;
  /** Longest time that the opening notice waits for confirming siblings. */
  readonly groupWaitSeconds: number;
  /** Shortest time between two `updated` notices. */
  readonly groupIntervalSeconds: number;
  /** Reminder after `first`, then every `next`. */
  readonly reminderSeconds: { readonly first: number; readonly next: number };
  /** After this many intervals without a usable result: `unknown`. */
  readonly unknownAfterIntervals: number;
  /** A pending ledger row older than this is sent again. */
  readonly resendAfterSeconds: number;
  /** After this many failed tries the fallback topic is used. */
  readonly maxAttempts: number;
  /** Largest number of extra runs (confirming and siblings) per host and minute. */
  readonly confirmBudgetPerHost: number;
  /**
   * During a confirmed outage: seconds between probes, and between journeys while probes can see
   * the failing layer.
   */
  readonly outageCadence: { readonly probeSeconds: number; readonly journeySeconds: number };
}

/** A subscriber's choice, without their address. */
export interface Subscription {
  /** Empty: all. */
  readonly services: readonly string[];
  /** A phone that rings again each time nobody has acknowledged for this long. */
  readonly remindAfterSeconds?: number;
  /** What the recipient is called where one says that a drill arrived. */
  readonly label?: string;
}

/** An operator's written consent to log in. */
export interface Permission {
  readonly service: string;
  readonly grantedBy: string;
  readonly reference: string;
  /** Epoch ms. After it, journeys stop at the rendered login page. */
  readonly validUntil: Instant;
}

/** Declared maintenance (점검). Local wall-clock times are KST. */
export type MaintenanceWindow = {
  readonly id: string;
  /** Empty: every service of `group`. */
  readonly services: readonly string[];
  readonly reason: string;
} & (
  | { readonly type: 'once'; readonly from: Instant; readonly to: Instant }
  | {
      readonly type: 'weekly';
      /** 0 Sunday … 6 Saturday. */
      readonly weekday: number;
      /** `HH:MM` KST; `to` at or before `from` means the next day. */
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly type: 'monthly';
      /** 1 first … 4 fourth, 5 or -1 last `weekday` of the month. */
      readonly nth: number;
      readonly weekday: number;
      readonly from: string;
      readonly to: string;
    }
);

/** Time limits of runs, ms. */
export interface Limits {
  readonly stepMs: number;
  /** Whole journey with all attempts. Below the runner's time-out. */
  readonly journeyMs: number;
  readonly queueBudgetMs: number;
  readonly slowAfterMs: number;
  readonly probe: {
    readonly dnsMs: number;
    readonly connectMs: number;
    readonly tlsMs: number;
    readonly firstByteMs: number;
    readonly bodyMs: number;
    readonly maxBytes: number;
  };
}

export interface Texts {
  readonly language: 'ko' | 'en';
  /** Display name of the topic. SNS puts "<NAME>> " before an SMS. Empty: none. */
  readonly displayName: string;
  readonly statusUrl: string;
  readonly runbookUrl: string;
  /** Sent in the User-Agent, so that an operator can reach us. */
  readonly contactUrl: string;
  /** Common name of all services on page, badges and feed, e.g. 고용 서비스. */
  readonly servicesName: { readonly ko: string; readonly en: string };
  /** Advice for citizens during an outage. Empty: none. */
  readonly citizenAdvice: { readonly ko: string; readonly en: string };
}

/** Operator and contact of the public page. Without them no page is published. */
export interface PageSettings {
  /** The page's operator, by the name that people know. */
  readonly operator: string;
  /** How to reach them: an email address, a phone number or an https:// address. */
  readonly contact: string;
  /** Public address, without a trailing slash. Empty: the deployed address. */
  readonly url: string;
  /** True for simulated portals: the page says so. */
  readonly simulated: boolean;
}

/** Configuration of the handlers: `bonghwa.config.ts` resolved, stored as JSON beside the code. */
export interface Configuration {
  readonly catalogue: Catalogue;
  readonly rules: Rules;
  readonly limits: Limits;
  readonly permissions: readonly Permission[];
  readonly maintenance: readonly MaintenanceWindow[];
  readonly subscriptions: readonly Subscription[];
  readonly texts: Texts;
  readonly retentionDays: { readonly passed: number; readonly others: number };
  /** Home vantage first. Another one may confirm failures. */
  readonly vantages: readonly string[];
  readonly api: {
    /** Public address, without a trailing slash. Empty: the deployed address. */
    readonly url: string;
    /** Routes open without a token. */
    readonly public: readonly ('status' | 'badges' | 'feed')[];
    readonly corsOrigins: readonly string[];
  };
  /** The public page. Absent: not published. */
  readonly page?: PageSettings;
  /** Services that accept notices over HTTPS. */
  readonly webhooks: readonly Webhook[];
  /** Channels of chat services. */
  readonly chat: readonly Chat[];
  /** Hosts whose requests are blocked inside journeys (analytics, ads). */
  readonly blockedHosts: readonly string[];
  /** True if runs that confirm a failure record a Playwright trace. */
  readonly browserTraces: boolean;
}
