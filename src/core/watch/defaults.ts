import type { Limits, Rules } from '#core/watch/configuration';

/** Default rules. `bonghwa plan` prints the detection bounds that follow. */
export const DEFAULT_RULES: Rules = {
  openAt: { k: 2, n: 3 },
  lastsSeconds: { together: 20, alone: 60 },
  partial: { share: 0.2, surplus: 2.5, windowSeconds: 300 },
  closeAfterPasses: 3,
  closeSpanSeconds: { together: 60, alone: 90 },
  reopenWithinSeconds: 900,
  groupWaitSeconds: 30,
  groupIntervalSeconds: 300,
  reminderSeconds: { first: 1800, next: 3600 },
  unknownAfterIntervals: 2,
  resendAfterSeconds: 30,
  maxAttempts: 5,
  confirmBudgetPerHost: 6,
  outageCadence: { probeSeconds: 300, journeySeconds: 3600 },
};

/** Default time limits. The runner's Lambda time-out is 120 s. */
export const DEFAULT_LIMITS: Limits = {
  stepMs: 20_000,
  journeyMs: 90_000,
  queueBudgetMs: 30_000,
  slowAfterMs: 8_000,
  probe: {
    dnsMs: 3_000,
    connectMs: 4_000,
    tlsMs: 4_000,
    firstByteMs: 10_000,
    bodyMs: 10_000,
    maxBytes: 2_000_000,
  },
};
