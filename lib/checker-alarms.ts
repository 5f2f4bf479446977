import { Duration } from 'aws-cdk-lib';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { FUNCTIONS, type FunctionName } from '#contract/functions';
import { METRICS } from '#contract/metrics';
import { type Alarms, sum } from '#lib/alarms';
import type { NodeFunction } from '#lib/node-function';

export interface CheckerParts {
  readonly runner: NodeFunction;
  readonly prober: NodeFunction;
  readonly browser: NodeFunction;
  readonly deadLetters: readonly Queue[];
}

const MINUTE = Duration.minutes(1);
const FIVE_MINUTES = Duration.minutes(5);

/** Alarms for each place that runs checks: home and each further vantage. */
export function watchCheckers(alarms: Alarms, parts: CheckerParts): void {
  const visible = parts.deadLetters.map((queue) =>
    queue.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES }),
  );
  alarms.add('DeadLetters', { metric: sum(visible, FIVE_MINUTES), threshold: 1, periods: 1 });
  watchMessages(alarms, 'runner', parts.runner);
  watchMessages(alarms, 'prober', parts.prober);
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
