import type { Instant } from '#core/time/time';
import type { Catalogue } from '#core/watch/catalogue';
import type { Spans } from '#core/watch/spans';
import type { Chat, Webhook } from '#core/watch/webhooks';

/** How evidence becomes an outage and an outage becomes messages. Times in seconds. */
export interface Rules {
  /** Opens at `k` failures in a row; a suspicion is over after 2 `n` passes (journeys: `n` − 1). */
  readonly openAt: { readonly k: number; readonly n: number };
  /** How long failures must span, from start to start; see `Spans`. */
  readonly lastsSeconds: Spans;
  /** Where some requests fail: opens when failures within the window are `surplus` more than `share` of its runs. */
  readonly partial: {
    readonly share: number;
    readonly surplus: number;
    readonly windowSeconds: number;
  };
  /** Closes after this many passes in a row … */
  readonly closeAfterPasses: number;
  /** … that span at least this long; see `Spans`. */
  readonly closeSpanSeconds: Spans;
  /** Failing again this soon after closing is the same outage (재발). */
  readonly reopenWithinSeconds: number;
  /** The opening notice waits this long at most for siblings being confirmed. */
  readonly groupWaitSeconds: number;
  /** At most one `updated` notice per this. */
  readonly groupIntervalSeconds: number;
  /** Reminder after `first`, then every `next`. */
  readonly reminderSeconds: { readonly first: number; readonly next: number };
  /** No usable result for this many intervals: `unknown`. */
  readonly unknownAfterIntervals: number;
  /** A pending ledger row older than this is sent again. */
  readonly resendAfterSeconds: number;
  /** After this many failed sends the fallback topic is used. */
  readonly maxAttempts: number;
  /** Most extra (confirming and sibling) runs one host gets per minute. */
  readonly confirmBudgetPerHost: number;
  /** During a confirmed outage: seconds between probes, and between journeys while probes can see the failing layer. */
  readonly outageCadence: { readonly probeSeconds: number; readonly journeySeconds: number };
}

/** What a subscriber asked for, without the way to reach them. */
export interface Subscription {
  /** Empty: all. */
  readonly services: readonly string[];
  /** A phone that rings again each time nobody has acknowledged for so long. */
  readonly remindAfterSeconds?: number;
  /** What the recipient is called where one says that a drill arrived. */
  readonly label?: string;
}

/** An operator's written consent to log in. */
export interface Permission {
  readonly service: string;
  readonly grantedBy: string;
  readonly reference: string;
  /** Epoch ms; after it journeys stop at the rendered login page. */
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
  /** Whole journey, all attempts; below the runner's time-out. */
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
  /** Display name of the topic: SNS puts "<NAME>> " before an SMS. Empty: none. */
  readonly displayName: string;
  readonly statusUrl: string;
  readonly runbookUrl: string;
  /** In the User-Agent, so that an operator can reach us. */
  readonly contactUrl: string;
  /** What all services together are called on page, badges and feed, e.g. 고용 서비스. */
  readonly servicesName: { readonly ko: string; readonly en: string };
  /** Advice for citizens meanwhile. Empty: nothing is said. */
  readonly citizenAdvice: { readonly ko: string; readonly en: string };
}

/** Operator and contact of the public page. Without them there is no page. */
export interface PageSettings {
  /** The operator of the page, as people know it. */
  readonly operator: string;
  /** How to reach them: an email address, a phone number or an https:// address. */
  readonly contact: string;
  /** Where people reach it, without a slash at its end. Empty: where it was deployed to. */
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
  /** Home vantage first. Confirmation may ask another. */
  readonly vantages: readonly string[];
  readonly api: {
    /** Where people reach it, without a slash at its end. Empty: where it was deployed to. */
    readonly url: string;
    /** Routes open without a token. */
    readonly public: readonly ('status' | 'badges' | 'feed')[];
    readonly corsOrigins: readonly string[];
  };
  /** The public page; absent: none is published. */
  readonly page?: PageSettings;
  /** Services that take notices over HTTPS. */
  readonly webhooks: readonly Webhook[];
  /** Channels of chat services. */
  readonly chat: readonly Chat[];
  /** Hosts whose requests are blocked inside journeys (analytics, ads). */
  readonly blockedHosts: readonly string[];
  /** Whether runs that confirm a failure record a Playwright trace. */
  readonly browserTraces: boolean;
}
