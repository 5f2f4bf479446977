import type { Limits } from '#core/watch/configuration';
import { DEFAULT_LIMITS } from '#core/watch/defaults';

/** The virtual clock runs this much faster than real time while something runs. */
export const PACE = 50;

/**
 * Simulated portals on loopback answer in milliseconds, so a hang is recognised much sooner than on
 * the open web. `PACE` times a probe's limits is about DEFAULT_LIMITS. Journeys get several times
 * that, because a busy machine slows the browser first.
 */
export const REPLAY_LIMITS: Limits = {
  ...DEFAULT_LIMITS,
  stepMs: 2_200,
  journeyMs: 9_000,
  queueBudgetMs: 1_000,
  slowAfterMs: 1_800,
  probe: {
    dnsMs: 300,
    connectMs: 300,
    tlsMs: 300,
    firstByteMs: 220,
    bodyMs: 300,
    maxBytes: DEFAULT_LIMITS.probe.maxBytes,
  },
};
