import { type PeerModel, seconds } from './peer.ts';

/**
 * An API check every 10 min that fails after 30 s, told after one failed run (`RUN_BASED`,
 * threshold 1). A failed run is tried again twice, 60 s apart (the fixed strategy's defaults).
 * https://developers.checklyhq.com (POST /v1/checks) and
 * https://www.checklyhq.com/docs/constructs/retry-strategy
 */
export const checkly: PeerModel = {
  name: 'Checkly',
  intervalMs: seconds(600),
  timeoutMs: seconds(30),
  retryAfterMs: [seconds(60), seconds(60)],
  failures: 1,
  passes: 1,
};
