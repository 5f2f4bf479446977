import type { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { METRICS } from '#contract/metrics';
import { defined } from '#core/defined';
import type { AlarmName } from '#lib/alarm-book';
import type { DeployContext } from '#lib/context';
import { watch } from '#lib/watched';

export interface Condition {
  readonly metric: IMetric;
  readonly threshold: number;
  /** Number of periods to look at, and how many of them must breach. Default: all. */
  readonly periods: number;
  readonly breaching?: number;
  /** `below`: a low value is the fault, and missing data counts as low. */
  readonly when?: 'below' | 'reached';
  /** Missing data is a fault too. Always so for `below`. */
  readonly silence?: 'fault';
  readonly of?: string;
}

/** Creates alarms of the book on one topic and remembers them. */
export class Alarms {
  readonly made: Alarm[] = [];
  readonly #scope: Construct;
  readonly #context: DeployContext;
  readonly #topic: ITopic;

  constructor(scope: Construct, context: DeployContext, topic: ITopic) {
    this.#scope = scope;
    this.#context = context;
    this.#topic = topic;
  }

  add(name: AlarmName, condition: Condition): Alarm {
    const { metric, threshold, periods, breaching, when = 'reached', silence, of } = condition;
    const below = when === 'below';
    const alarm = watch(this.#scope, {
      context: this.#context,
      topic: this.#topic,
      alarm: name,
      ...defined({ of }),
      metric,
      threshold,
      evaluationPeriods: periods,
      datapointsToAlarm: breaching ?? periods,
      comparisonOperator: below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData:
        below || silence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    this.made.push(alarm);
    return alarm;
  }

  /** A metric of our code for this stage. */
  ours(
    metricName: string,
    dimensions: Readonly<Record<string, string>>,
    period: Duration,
    statistic = 'Sum',
  ): Metric {
    return new Metric({
      namespace: METRICS.namespace,
      metricName,
      dimensionsMap: { ...dimensions, stage: this.#context.deployment.stage },
      statistic,
      period,
    });
  }
}

/** Sum of metrics. A metric without data counts as 0 and does not hide the others. */
export function sum(metrics: readonly Metric[], period: Duration): MathExpression {
  const named = Object.fromEntries(metrics.map((metric, index) => [`m${index}`, metric]));
  return new MathExpression({
    expression: Object.keys(named)
      .map((name) => `FILL(${name},0)`)
      .join('+'),
    usingMetrics: named,
    period,
    label: 'sum',
  });
}
