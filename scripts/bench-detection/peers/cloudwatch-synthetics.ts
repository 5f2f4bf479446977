import { type PeerModel, seconds } from './peer.ts';

/**
 * `rate(5 minutes)`, a run that fails after 60 s without a page, no automatic retry. The
 * documentation names no default of the alarm. The model uses two periods of five minutes below the
 * threshold for an alarm, and one above it for OK. Each period is evaluated at its end.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_Create.html
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
 */
export const cloudwatchSynthetics: PeerModel = {
  name: 'CloudWatch Synthetics',
  intervalMs: seconds(300),
  timeoutMs: seconds(60),
  retryAfterMs: [],
  failures: 2,
  passes: 1,
  periodMs: seconds(300),
};
