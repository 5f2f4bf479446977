import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { resourceNames } from '#contract/names';
import { defined } from '#core/defined';
import { relayAlarms } from '#lib/alarm-relay';
import { Browser } from '#lib/browser';
import { ChatChannels } from '#lib/chat';
import type { DeployContext } from '#lib/context';
import { Dashboard } from '#lib/dashboard';
import { Dispatcher } from '#lib/dispatcher';
import { Evaluator } from '#lib/evaluator';
import { NoticeBus } from '#lib/event-bus';
import { FixedEgress, ZONES } from '#lib/fixed-egress';
import { HistoryApi } from '#lib/history-api';
import { Page } from '#lib/page';
import { Prober } from '#lib/prober';
import { CheckQueues, EvaluationsQueue } from '#lib/queues';
import { Runner } from '#lib/runner';
import { Secrets } from '#lib/secrets';
import { Spending } from '#lib/spending';
import { Watchdog } from '#lib/watchdog';
import { watchdogTopic } from '#lib/watchdog-topic';

/** The flow: schedule → dispatcher → queues → runner, prober → evaluator → topic. And the API. */
export class MonitoringStack extends Stack {
  override get availabilityZones(): string[] {
    return [...ZONES];
  }

  constructor(
    scope: Construct,
    id: string,
    props: StackProps & { readonly context: DeployContext },
  ) {
    super(scope, id, props);
    const { context } = props;
    const { deployment } = context;
    const checks = new CheckQueues(this, 'Checks', deployment);
    const evaluations = new EvaluationsQueue(this, 'Evaluations', deployment);
    new Secrets(this, 'Secrets', context).apiTokens(
      resourceNames(deployment.stage).apiTokensSecret,
    );
    const egress = deployment.fixedEgress ? new FixedEgress(this, 'Egress', context) : undefined;
    const checker = {
      context,
      checks,
      vantage: deployment.homeRegion,
      evaluationsUrl: evaluations.queue.queueUrl,
      ...defined({ egress }),
    };

    const dispatcher = new Dispatcher(this, 'Dispatcher', { context, checks, evaluations });
    const browser = new Browser(this, 'Browser', checker);
    const runner = new Runner(this, 'Runner', { ...checker, browser: browser.lambda });
    const prober = new Prober(this, 'Prober', checker);
    const page = context.configuration.page ? new Page(this, 'Page', { context }) : undefined;
    const pageUrl = page?.url;
    const historyApi = new HistoryApi(this, 'HistoryApi', { context, evaluations, pageUrl });
    const bus = new NoticeBus(this, 'Notices', context);
    const chat = new ChatChannels(this, 'Chat', context);
    const evaluator = new Evaluator(this, 'Evaluator', {
      context,
      checks,
      evaluations,
      notices: { bus, chat },
      apiUrl: historyApi.api.apiEndpoint,
      ...defined({ page }),
    });

    const topic = watchdogTopic(this, context);
    const watchdog = new Watchdog(this, 'Watchdog', {
      context,
      topic: topic.topic,
      dispatcher,
      runner: runner.lambda,
      prober: prober.lambda,
      browser: browser.lambda,
      evaluator: evaluator.lambda,
      checks,
      evaluations,
      bus,
      apiServerErrors: historyApi.serverErrors,
    });
    const parts = [dispatcher, runner, browser, prober, evaluator, historyApi];
    new Dashboard(this, 'Dashboard', {
      context,
      alarms: watchdog.alarms,
      functions: [...parts, ...(page ? [page] : [])].map(({ lambda }) => lambda),
    });
    new Spending(this, 'Spending', { context, topic });
    relayAlarms(this, context, topic.topic);
    this.#tell(deployment.stage, {
      ApiUrl: historyApi.api.apiEndpoint,
      EventBus: bus.bus.eventBusArn,
      ...defined({ PageUrl: pageUrl, ApiTarget: historyApi.domain, PageTarget: page?.domain }),
    });
  }

  /** Values for other stacks, as outputs and as parameters. */
  #tell(stage: string, outputs: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(outputs)) {
      new CfnOutput(this, name, { value });
      const parameterName = `/bonghwa/${stage}/${name}`;
      new StringParameter(this, `Parameter${name}`, { parameterName, stringValue: value });
    }
  }
}
