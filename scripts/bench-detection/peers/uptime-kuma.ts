import { type PeerModel, seconds } from './peer.ts';

/**
 * Heartbeat every 60 s, request timeout 48 s, no retries: it reports the first failure and the
 * first pass. These are the values in the form of a new monitor:
 * https://github.com/louislam/uptime-kuma/blob/master/src/pages/EditMonitor.vue
 */
export const uptimeKuma: PeerModel = {
  name: 'Uptime Kuma',
  intervalMs: seconds(60),
  timeoutMs: seconds(48),
  retryAfterMs: [],
  failures: 1,
  passes: 1,
};
