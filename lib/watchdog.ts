import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmRule,
  AlarmState,
  CompositeAlarm,
  Metric,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { METRICS } from '#contract/metrics';
import { resourceNames } from '#contract/names';
import { VALID_FOR } from '#core/page/freshness';
import { quietSeconds } from '#core/plan/quiet';
import { SECOND } from '#core/time/time';
import { runningServices } from '#core/watch/shared-checks';
import { Alarms } from '#lib/alarms';
import { type CheckerParts, watchAge, watchCheckers, watchThrottles } from '#lib/checker-alarms';
import type { DeployContext } from '#lib/context';
import type { Dispatcher } from '#lib/dispatcher';
import type { NoticeBus } from '#lib/event-bus';
import type { NodeFunction } from '#lib/node-function';
import type { EvaluationsQueue } from '#lib/queues';
import { smsAlarms } from '#lib/sms-alarms';
import { alarmDescription, alarmName } from '#lib/watched';

export interface WatchdogProps extends CheckerParts {
  readonly context: DeployContext;
  readonly topic: ITopic;
  readonly dispatcher: Dispatcher;
  readonly evaluator: NodeFunction;
  readonly evaluations: EvaluationsQueue;
  readonly bus: NoticeBus;
  readonly apiServerErrors: Metric;
}

const MINUTE = Duration.minutes(1);
const FIVE_MINUTES = Duration.minutes(5);

/** The end-to-end check comes once a day, and its metric a little later. */
const DAILY_HOURS = 26;

/** For periods below an hour, CloudWatch looks back at most a day. */
const LONGEST_IN_MINUTES = Duration.days(1);

/**
 * Groups and services that the alarm "blind" asks about. A composite alarm has 100 alarms and 10,240
 * characters at most. So many services never lack results by chance, and each further group still
 * has its own alarm. Source: CloudWatch's API, PutCompositeAlarm.
 */
const MOST_ASKED = { groups: 30, services: 30 };

/**
 * Alarms about the monitor itself. They watch effects: when a function fails, something is missing.
 * A dead monitor is silent, and silence looks like good news.
 */
export class Watchdog extends Construct {
  readonly #props: WatchdogProps;
  readonly #alarms: Alarms;

  constructor(scope: Construct, id: string, props: WatchdogProps) {
    super(scope, id);
    const { context, topic } = props;
    this.#props = props;
    this.#alarms = new Alarms(this, context, topic);
    const silent = this.#evaluatorSilent().slice(0, MOST_ASKED.groups);
    this.#blind([this.#notRunning(), ...silent], this.#resultsMissing());
    this.#dispatching();
    this.#evaluatorFailing();
    this.#notices();
    watchCheckers(this.#alarms, props, [
      props.evaluations.deadLetters,
      props.dispatcher.deadLetters,
      ...props.bus.deadLetters,
    ]);
    this.#held();
    this.#webhooks();
    this.#alarms.add('ApiErrors', { metric: props.apiServerErrors, threshold: 5, periods: 2 });
    this.#endToEnd();
    if (props.context.configuration.page) this.#pageStale();
    this.#table();
    if (context.deployment.alertRegion === context.deployment.homeRegion) {
      smsAlarms(this, context, topic);
    }
  }

  get alarms(): readonly Alarm[] {
    return this.#alarms.made;
  }

  #notRunning(): Alarm {
    return this.#alarms.add('NotRunning', {
      metric: this.#props.dispatcher.lambda.function.metricInvocations({ period: MINUTE }),
      threshold: 1,
      periods: 3,
      when: 'below',
    });
  }

  #dispatching(): void {
    this.#alarms.add('TicksDropped', {
      metric: this.#alarms.ours(METRICS.runsDropped, {}, FIVE_MINUTES),
      threshold: 1,
      periods: 1,
    });
    this.#alarms.add('FunctionFailing', {
      of: 'dispatcher',
      metric: this.#props.dispatcher.lambda.function.metricErrors({ period: MINUTE }),
      threshold: 1,
      periods: 5,
      breaching: 3,
    });
  }

  /** The page's writer and the API show it by their effect: a stale page, and server errors. */
  #held(): void {
    const { dispatcher, evaluator, evaluations } = this.#props;
    watchThrottles(this.#alarms, 'dispatcher', dispatcher.lambda.function);
    watchThrottles(this.#alarms, 'evaluator', evaluator.function);
    watchAge(this.#alarms, 'evaluations', evaluations.queue);
  }

  /** What was refused for two hours is a dead letter, which is late for a pager. */
  #webhooks(): void {
    const { bus, deliveries } = this.#props.bus;
    for (const { webhook, rule } of deliveries) {
      this.#alarms.add('WebhookRefused', {
        of: webhook,
        metric: new Metric({
          namespace: 'AWS/Events',
          metricName: 'RetryInvocationAttempts',
          dimensionsMap: { EventBusName: bus.eventBusName, RuleName: rule },
          statistic: 'Sum',
          period: FIVE_MINUTES,
        }),
        threshold: 1,
        periods: 3,
        breaching: 2,
      });
    }
  }

  #endToEnd(): void {
    const { timeToLedger } = METRICS;
    this.#alarms.add('EndToEndSlow', {
      metric: this.#alarms.ours(timeToLedger, {}, FIVE_MINUTES, 'Maximum'),
      threshold: 120,
      periods: 1,
    });
    // A check that never arrives leaves no time to compare.
    this.#alarms.add('EndToEndMissing', {
      metric: this.#alarms.ours(timeToLedger, {}, Duration.hours(1), 'SampleCount'),
      threshold: 1,
      periods: DAILY_HOURS,
      when: 'below',
    });
  }

  /** Each group separately, because a sum hides one stuck group. */
  #evaluatorSilent(): readonly Alarm[] {
    return this.#groups().map((group) =>
      this.#alarms.add('EvaluatorSilent', {
        of: group,
        metric: this.#alarms.ours(METRICS.evaluationDone, { group }, MINUTE),
        threshold: 1,
        periods: 5,
        when: 'below',
      }),
    );
  }

  #evaluatorFailing(): void {
    const often = { threshold: 1, periods: 5, breaching: 3 };
    for (const group of this.#groups()) {
      const metric = this.#alarms.ours(METRICS.evaluationFailed, { group }, MINUTE);
      this.#alarms.add('EvaluatorFailing', { of: group, metric, ...often });
    }
    // Timed out or out of memory: our code writes no line in that case.
    const metric = this.#props.evaluator.function.metricErrors({ period: MINUTE });
    this.#alarms.add('EvaluatorFailing', { metric, ...often });
  }

  #resultsMissing(): readonly Alarm[] {
    const { configuration } = this.#props.context;
    return runningServices(configuration.catalogue).flatMap((id) => {
      const seconds = quietSeconds(id, configuration);
      if (seconds === undefined) return [];
      const within = Duration.seconds(seconds);
      const period =
        within.toSeconds() <= LONGEST_IN_MINUTES.toSeconds() ? FIVE_MINUTES : Duration.hours(1);
      return this.#alarms.add('ResultsMissing', {
        of: id,
        metric: this.#alarms.ours(METRICS.resultStored, { service: id }, period),
        threshold: 1,
        periods: Math.ceil(within.toSeconds() / period.toSeconds()),
        when: 'below',
      });
    });
  }

  #notices(): void {
    for (const group of this.#groups()) {
      this.#alarms.add('NoticesUnsent', {
        of: group,
        metric: this.#alarms.ours(METRICS.noticesUnsent, { group }, MINUTE),
        threshold: 1,
        periods: 5,
      });
      this.#alarms.add('NoticeFellBack', {
        of: group,
        metric: this.#alarms.ours(METRICS.noticeFellBack, { group }, FIVE_MINUTES),
        threshold: 1,
        periods: 1,
      });
    }
  }

  /**
   * Measured at its public address. Missing data: the page is unreadable, or the writer does not
   * run.
   */
  #pageStale(): void {
    this.#alarms.add('PageStale', {
      metric: this.#alarms.ours(METRICS.pageAge, {}, MINUTE, 'Maximum'),
      threshold: VALID_FOR / SECOND,
      periods: 3,
      silence: 'fault',
    });
  }

  #table(): void {
    const { table } = resourceNames(this.#props.context.deployment.stage);
    this.#alarms.add('TableThrottled', {
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
    this.#alarms.add('ItemsUnreadable', {
      metric: this.#alarms.ours(METRICS.itemUnreadable, {}, FIVE_MINUTES),
      threshold: 1,
      periods: 1,
    });
  }

  /** Pages when outages could not be seen, whichever part fails. */
  #blind(any: readonly Alarm[], all: readonly Alarm[]): void {
    const { context, topic } = this.#props;
    const some = all.slice(0, MOST_ASKED.services);
    const inAlarm = (alarm: Alarm) => AlarmRule.fromAlarm(alarm, AlarmState.ALARM);
    const blind = new CompositeAlarm(this, 'Blind', {
      compositeAlarmName: alarmName(context, 'Blind'),
      alarmDescription: alarmDescription(context, 'Blind'),
      alarmRule: AlarmRule.anyOf(...any.map(inAlarm), AlarmRule.allOf(...some.map(inAlarm))),
    });
    blind.addAlarmAction(new SnsAction(topic));
    blind.addOkAction(new SnsAction(topic));
  }

  /** Groups with at least one check. The others are not evaluated. */
  #groups(): readonly string[] {
    const { groups, checks } = this.#props.context.configuration.catalogue;
    return groups.map(({ id }) => id).filter((id) => checks.some(({ group }) => group === id));
  }
}
