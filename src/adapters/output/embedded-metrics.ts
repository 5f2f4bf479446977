import type { Write } from '#adapters/output/json-log';
import { METRICS } from '#contract/metrics';
import type { Clock, Metrics } from '#core/ports';

/** CloudWatch embedded metric format: a metric is a log line, no API call and no permission. */
export function createMetrics(write: Write, clock: Clock): Metrics {
  return {
    count(name, value, dimensions) {
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
