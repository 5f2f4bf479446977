import { type PeerModel, seconds } from './peer.ts';

/**
 * A workflow every five minutes (GitHub may start it later; the model is punctual) requests one
 * site after the other, each up to three times, 2 s and 10 s apart, and opens or closes an issue at
 * once. Each of these has three tries of one request, of which the model uses only the total limit
 * of 60 s. https://upptime.js.org/docs/configuration and
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
