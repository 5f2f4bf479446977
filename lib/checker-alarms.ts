import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { FUNCTIONS, type FunctionName } from '#contract/functions';
import { METRICS } from '#contract/metrics';
import { type Alarms, sum } from '#lib/alarms';
import type { NodeFunction } from '#lib/node-function';
import type { CheckQueues } from '#lib/queues';

export interface CheckerParts {
  readonly runner: NodeFunction;
  readonly prober: NodeFunction;
  readonly browser: NodeFunction;
  readonly checks: CheckQueues;
}

const MINUTE = Duration.minutes(1);
const FIVE_MINUTES = Duration.minutes(5);

/** Not for a single burst or a single message that came back: two of three periods of 5 minutes. */
const AGAIN = { periods: 3, breaching: 2 };

/**
 * Alarms for each place that runs checks: home and each further vantage. `others` are dead letters
 * besides those of its checks.
 */
export function watchCheckers(
  alarms: Alarms,
  parts: CheckerParts,
  others: readonly Queue[] = [],
): void {
  const visible = [...parts.checks.deadLetters, ...others].map((queue) =>
    queue.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES }),
  );
  alarms.add('DeadLetters', { metric: sum(visible, FIVE_MINUTES), threshold: 1, periods: 1 });
  watchMessages(alarms, 'runner', parts.runner);
  watchMessages(alarms, 'prober', parts.prober);
  for (const name of ['runner', 'prober', 'browser'] as const) {
    watchThrottles(alarms, name, parts[name].function);
  }
  watchAge(alarms, 'journeys', parts.checks.journeys);
  watchAge(alarms, 'probes', parts.checks.probes);
  alarms.add('FunctionFailing', {
    of: 'browser',
    metric: parts.browser.function.metricErrors({ period: MINUTE }),
    threshold: 1,
    periods: 5,
    breaching: 3,
  });
  alarms.add('BrowserTimeouts', {
    metric: parts.browser.function.metricDuration({ period: FIVE_MINUTES, statistic: 'Maximum' }),
    threshold: FUNCTIONS.browser.timeoutSeconds * 1000 - 1000,
    periods: 3,
    breaching: 2,
  });
}

/**
 * A failed message is reported, not thrown, so Lambda counts a success and our metric counts it.
 */
function watchMessages(alarms: Alarms, name: FunctionName, { function: own }: NodeFunction): void {
  const failed = alarms.ours(METRICS.messageFailed, { function: name }, MINUTE);
  alarms.add('FunctionFailing', {
    of: name,
    metric: sum([failed, own.metricErrors({ period: MINUTE })], MINUTE),
    threshold: 1,
    periods: 5,
    breaching: 3,
  });
}

/** A throttled call is no error of the function. A browser that is refused leaves only gaps. */
export function watchThrottles(alarms: Alarms, name: FunctionName, own: IFunction): void {
  alarms.add('Throttled', {
    of: name,
    metric: own.metricThrottles({ period: FIVE_MINUTES }),
    threshold: 1,
    ...AGAIN,
  });
}

/** Messages that wait expire unseen: they reach the dead letters only after three deliveries. */
export function watchAge(alarms: Alarms, name: string, queue: Queue): void {
  alarms.add('QueueSlow', {
    of: name,
    metric: queue.metricApproximateAgeOfOldestMessage({ period: FIVE_MINUTES }),
    threshold: FIVE_MINUTES.toSeconds(),
    ...AGAIN,
  });
}
