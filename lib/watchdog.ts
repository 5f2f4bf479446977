import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmRule,
  AlarmState,
  ComparisonOperator,
  CompositeAlarm,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { FUNCTIONS } from '#contract/functions';
import { METRICS } from '#contract/metrics';
import { resourceNames } from '#contract/names';
import type { AlarmName } from '#lib/alarm-book';
import type { DeployContext } from '#lib/context';
import type { NodeFunction } from '#lib/node-function';
import { smsSpendAlarm } from '#lib/sms-spend-alarm';
import { alarmDescription, alarmName, watch } from '#lib/watched';

export interface WatchdogProps {
  readonly context: DeployContext;
  readonly topic: ITopic;
  readonly functions: {
    readonly dispatcher: NodeFunction;
    readonly runner: NodeFunction;
    readonly evaluator: NodeFunction;
  };
  readonly deadLetters: readonly Queue[];
  readonly apiServerErrors: Metric;
}

interface Condition {
  readonly metric: IMetric;
  readonly threshold: number;
  /** Periods looked at, and how many of them must breach. Default: all. */
  readonly periods: number;
  readonly breaching?: number;
  /** `below`: too little is the fault, and no data at all is too little. */
  readonly when?: 'below' | 'reached';
  readonly of?: string;
}

const MINUTE = Duration.minutes(1);
const FIVE_MINUTES = Duration.minutes(5);

/**
 * Alarms about the monitor itself, by their effect: a function that fails shows in what is missing.
 * A monitor that is silent because it is dead looks like good news.
 */
export class Watchdog extends Construct {
  readonly #props: WatchdogProps;
  readonly alarms: Alarm[] = [];

  constructor(scope: Construct, id: string, props: WatchdogProps) {
    super(scope, id);
    this.#props = props;
    this.#blind([this.#notRunning(), this.#evaluatorSilent()], this.#resultsMissing());
    this.#evaluatorFailing();
    this.#notices();
    this.#deadLetters();
    this.#runnerTimeouts();
    this.#apiErrors();
    this.#tableThrottled();
    const { context, topic } = props;
    if (context.deployment.alertRegion === context.deployment.homeRegion) {
      smsSpendAlarm(this, context, topic);
    }
  }

  #notRunning(): Alarm {
    const { dispatcher } = this.#props.functions;
    return this.#alarm('NotRunning', {
      metric: dispatcher.function.metricInvocations({ period: MINUTE }),
      threshold: 1,
      periods: 3,
      when: 'below',
    });
  }

  #evaluatorSilent(): Alarm {
    return this.#alarm('EvaluatorSilent', {
      metric: this.#ours(METRICS.evaluationDone, { group: this.#groups()[0] ?? '' }, MINUTE),
      threshold: 1,
      periods: 5,
      when: 'below',
    });
  }

  #resultsMissing(): readonly Alarm[] {
    return this.#props.context.configuration.catalogue.services.map(({ id }) =>
      this.#alarm('ResultsMissing', {
        of: id,
        metric: this.#ours(METRICS.resultStored, { service: id }, FIVE_MINUTES),
        threshold: 1,
        periods: 2,
        when: 'below',
      }),
    );
  }

  #evaluatorFailing(): void {
    const { evaluator } = this.#props.functions;
    this.#alarm('EvaluatorFailing', {
      metric: evaluator.function.metricErrors({ period: MINUTE }),
      threshold: 1,
      periods: 5,
      breaching: 3,
    });
  }

  #notices(): void {
    for (const group of this.#groups()) {
      this.#alarm('NoticesUnsent', {
        of: group,
        metric: this.#ours(METRICS.noticesUnsent, { group }, MINUTE),
        threshold: 1,
        periods: 5,
      });
      this.#alarm('NoticeFellBack', {
        of: group,
        metric: this.#ours(METRICS.noticeFellBack, { group }, FIVE_MINUTES),
        threshold: 1,
        periods: 1,
      });
    }
  }

  #deadLetters(): void {
    const visible = this.#props.deadLetters.map((queue) =>
      queue.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES }),
    );
    this.#alarm('DeadLetters', { metric: sum(visible), threshold: 1, periods: 1 });
  }

  #runnerTimeouts(): void {
    const { runner } = this.#props.functions;
    this.#alarm('RunnerTimeouts', {
      metric: runner.function.metricDuration({ period: FIVE_MINUTES, statistic: 'Maximum' }),
      threshold: FUNCTIONS.runner.timeoutSeconds * 1000 - 1000,
      periods: 3,
      breaching: 2,
    });
  }

  #apiErrors(): void {
    this.#alarm('ApiErrors', {
      metric: this.#props.apiServerErrors,
      threshold: 5,
      periods: 2,
    });
  }

  #tableThrottled(): void {
    const { table } = resourceNames(this.#props.context.deployment.stage);
    this.#alarm('TableThrottled', {
      metric: new Metric({
        namespace: 'AWS/DynamoDB',
        metricName: 'WriteThrottleEvents',
        dimensionsMap: { TableName: table },
        statistic: 'Sum',
        period: FIVE_MINUTES,
      }),
      threshold: 1,
      periods: 1,
    });
  }

  /** Pages when outages could not be seen, whichever part is at fault. */
  #blind(any: readonly Alarm[], all: readonly Alarm[]): void {
    const { context, topic } = this.#props;
    const inAlarm = (alarm: Alarm) => AlarmRule.fromAlarm(alarm, AlarmState.ALARM);
    const blind = new CompositeAlarm(this, 'Blind', {
      compositeAlarmName: alarmName(context, 'Blind'),
      alarmDescription: alarmDescription(context, 'Blind'),
      alarmRule: AlarmRule.anyOf(...any.map(inAlarm), AlarmRule.allOf(...all.map(inAlarm))),
    });
    blind.addAlarmAction(new SnsAction(topic));
    blind.addOkAction(new SnsAction(topic));
  }

  #alarm(name: AlarmName, condition: Condition): Alarm {
    const { metric, threshold, periods, breaching, when = 'reached', of } = condition;
    const { context, topic } = this.#props;
    const alarm = watch(this, {
      context,
      topic,
      alarm: name,
      ...(of ? { of } : {}),
      metric,
      threshold,
      evaluationPeriods: periods,
      datapointsToAlarm: breaching ?? periods,
      comparisonOperator:
        when === 'below'
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData:
        when === 'below' ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    this.alarms.push(alarm);
    return alarm;
  }

  #ours(
    metricName: string,
    dimensions: Readonly<Record<string, string>>,
    period: Duration,
  ): Metric {
    return new Metric({
      namespace: METRICS.namespace,
      metricName,
      dimensionsMap: { ...dimensions, stage: this.#props.context.deployment.stage },
      statistic: 'Sum',
      period,
    });
  }

  #groups(): readonly string[] {
    return this.#props.context.configuration.catalogue.groups.map(({ id }) => id);
  }
}

function sum(metrics: readonly Metric[]): MathExpression {
  const named = Object.fromEntries(metrics.map((metric, index) => [`m${index}`, metric]));
  return new MathExpression({
    expression: Object.keys(named).join('+'),
    usingMetrics: named,
    period: FIVE_MINUTES,
    label: 'sum',
  });
}
