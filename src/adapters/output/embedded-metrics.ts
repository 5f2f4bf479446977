import type { Write } from '#adapters/output/json-log';
import { METRICS } from '#contract/metrics';
import type { Clock, Metrics } from '#core/ports/ambient';

/**
 * CloudWatch embedded metric format: a metric is a log line and needs no API call and no
 * permission. The stage is a dimension of each metric, so that two stages in one account do not mix
 * their alarms.
 */
export function createMetrics(write: Write, clock: Clock, stage: string): Metrics {
  return {
    count(name, value, own) {
      const dimensions = { ...own, stage };
      write(
        JSON.stringify({
          _aws: {
            Timestamp: clock.now(),
            CloudWatchMetrics: [
              {
                Namespace: METRICS.namespace,
                Dimensions: [Object.keys(dimensions)],
                Metrics: [{ Name: name, Unit: 'Count' }],
              },
            ],
          },
          ...dimensions,
          [name]: value,
        }),
      );
    },
  };
}
