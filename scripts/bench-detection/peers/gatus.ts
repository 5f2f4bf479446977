import { type PeerModel, seconds } from './peer.ts';

/**
 * Every 60 s, client timeout 10 s, failure-threshold 3, success-threshold 2. `send-on-resolved` is
 * off by default; it is taken as on, since nobody could tell the end otherwise.
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
