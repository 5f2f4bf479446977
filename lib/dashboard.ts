import { Duration, Stack } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard as CloudWatchDashboard,
  GraphWidget,
  type IAlarm,
  MathExpression,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { METRICS } from '#contract/metrics';
import { resourceNames } from '#contract/names';
import type { DeployContext } from '#lib/context';
import type { NodeFunction } from '#lib/node-function';

export interface DashboardProps {
  readonly context: DeployContext;
  readonly alarms: readonly IAlarm[];
  readonly functions: readonly NodeFunction[];
}

/** One page about the monitor itself. The history API shows the portals' state. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, { context, alarms, functions }: DashboardProps) {
    super(scope, id);
    const { stage } = context.deployment;
    const errors = functions.map((node) => node.function.metricErrors());
    const durations = functions.map((node) => node.function.metricDuration({ statistic: 'p95' }));
    new CloudWatchDashboard(this, 'Dashboard', {
      dashboardName: resourceNames(stage).table,
      defaultInterval: Duration.hours(12),
      widgets: [
        [new AlarmStatusWidget({ title: 'Alarms', width: 24, height: 4, alarms: [...alarms] })],
        [
          this.#graph('Results stored, by service', METRICS.resultStored, ['service'], stage),
          this.#graph("The monitor's own faults, by check", METRICS.monitorFault, ['check'], stage),
        ],
        [
          new GraphWidget({ title: 'Function errors', width: 12, left: errors }),
          new GraphWidget({ title: 'Function duration, p95', width: 12, left: durations }),
        ],
        [
          this.#graph('Evaluations, by group', METRICS.evaluationDone, ['group'], stage),
          this.#graph('Notices not yet sent, by group', METRICS.noticesUnsent, ['group'], stage),
        ],
      ],
    });
  }

  /** By search, so that a new service appears without a change here. */
  #graph(title: string, metric: string, by: readonly string[], stage: string): GraphWidget {
    const schema = `{${[METRICS.namespace, ...by, 'stage'].join(',')}}`;
    return new GraphWidget({
      title,
      width: 12,
      left: [
        new MathExpression({
          expression: `SEARCH('${schema} MetricName="${metric}" stage="${stage}"', 'Sum', 300)`,
          searchRegion: Stack.of(this).region,
          label: '',
          usingMetrics: {},
        }),
      ],
    });
  }
}
