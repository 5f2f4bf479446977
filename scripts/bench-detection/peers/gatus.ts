import { type PeerModel, seconds } from './peer.ts';

/**
 * Every 60 s, client timeout 10 s, failure-threshold 3, success-threshold 2. `send-on-resolved` is
 * off by default. The model has it on, because otherwise nobody would be told the end.
 * https://github.com/TwiN/gatus#configuration and https://github.com/TwiN/gatus#alerting
 */
export const gatus: PeerModel = {
  name: 'Gatus',
  intervalMs: seconds(60),
  timeoutMs: seconds(10),
  retryAfterMs: [],
  failures: 3,
  passes: 2,
};
