import { type PeerModel, seconds } from './peer.ts';

/**
 * Debian's monitrc looks every 120 s, at one service after the other, and rests so long after each
 * round. A connection fails after 5 s. An event is one failed or passed check.
 * https://mmonit.com/monit/documentation/monit.html. `npm run bench:peers` runs it beside this
 * model.
 */
export const monit: PeerModel = {
  name: 'Monit',
  intervalMs: seconds(120),
  timeoutMs: seconds(5),
  retryAfterMs: [],
  failures: 1,
  passes: 1,
  serial: true,
  rests: true,
};
