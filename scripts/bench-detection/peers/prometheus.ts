import { type PeerModel, seconds } from './peer.ts';

/**
 * Prometheus with its blackbox exporter and Alertmanager: scrapes and rules every minute, a scrape
 * fails after 10 s, groups wait 30 s and then five minutes. The rule has no default. The model uses
 * `for: 5m`, as the rule `InstanceDown` of the documentation does.
 * https://prometheus.io/docs/prometheus/latest/configuration/configuration/
 * https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/
 * https://prometheus.io/docs/alerting/latest/configuration/. `npm run bench:peers` runs the three
 * beside this model.
 */
export const prometheus: PeerModel = {
  name: 'Prometheus',
  intervalMs: seconds(60),
  timeoutMs: seconds(10),
  retryAfterMs: [],
  failures: 1,
  passes: 1,
  joins: {
    evaluationMs: seconds(60),
    lastsMs: seconds(300),
    waitMs: seconds(30),
    intervalMs: seconds(300),
  },
};
