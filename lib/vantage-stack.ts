import { Stack, type StackProps } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { defined } from '#core/defined';
import { relayAlarms } from '#lib/alarm-relay';
import { Alarms } from '#lib/alarms';
import { Browser } from '#lib/browser';
import { watchCheckers } from '#lib/checker-alarms';
import type { DeployContext } from '#lib/context';
import { FixedEgress, ZONES } from '#lib/fixed-egress';
import { Home } from '#lib/home';
import { Prober } from '#lib/prober';
import { CheckQueues } from '#lib/queues';
import { Runner } from '#lib/runner';
import { Secrets } from '#lib/secrets';
import { vantageWatchdogTopic } from '#lib/watchdog-topic';

/** Runner and prober in a further region. They store at home and have their own secrets. */
export class VantageStack extends Stack {
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
    const checks = new CheckQueues(this, 'Checks', context.deployment);
    const egress = context.deployment.fixedEgress
      ? new FixedEgress(this, 'Egress', context)
      : undefined;
    const checker = {
      context,
      checks,
      vantage: this.region,
      evaluationsUrl: new Home(this, context.deployment).evaluationsUrl,
      ...defined({ egress }),
    };
    new Secrets(this, 'Secrets', context);
    const browser = new Browser(this, 'Browser', checker);
    const runner = new Runner(this, 'Runner', { ...checker, browser: browser.lambda });
    const prober = new Prober(this, 'Prober', checker);
    const topic = vantageWatchdogTopic(this, context);
    watchCheckers(new Alarms(new Construct(this, 'Watchdog'), context, topic), {
      runner: runner.lambda,
      prober: prober.lambda,
      browser: browser.lambda,
      checks,
    });
    relayAlarms(this, context, topic);
  }
}
