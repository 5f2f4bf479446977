import { type PeerModel, seconds } from './peer.ts';

/**
 * A workflow every five minutes (GitHub may start it later; it is taken as punctual) that asks site
 * after site, each up to three times, 2 s and 10 s apart, and opens or closes an issue at once. Of
 * the three tries of one request inside each, only the whole limit of 60 s is taken.
 * https://upptime.js.org/docs/configuration and
 * https://github.com/upptime/uptime-monitor/blob/master/src/update.ts
 */
export const upptime: PeerModel = {
  name: 'Upptime',
  intervalMs: seconds(300),
  timeoutMs: seconds(60),
  retryAfterMs: [seconds(2), seconds(10)],
  failures: 1,
  passes: 1,
  serial: true,
};
