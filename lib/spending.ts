import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';
import { resourceNames } from '#contract/names';
import type { DeployContext } from '#lib/context';
import { STAGE_TAG } from '#lib/tags';
import type { NotifyingTopic } from '#lib/topic';

export interface SpendingProps {
  readonly context: DeployContext;
  readonly topic: NotifyingTopic;
}

/**
 * Tells the operators before the month becomes expensive. Sees only tagged costs: docs/deploy.md.
 */
export class Spending extends Construct {
  constructor(scope: Construct, id: string, { context: { deployment }, topic }: SpendingProps) {
    super(scope, id);
    topic.allowBudgets();
    // Through the topic, because a budget accepts at most ten addresses.
    const subscribers = [{ subscriptionType: 'SNS', address: topic.topic.topicArn }];
    const notify = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
      notification: {
        notificationType,
        comparisonOperator: 'GREATER_THAN',
        threshold,
        thresholdType: 'PERCENTAGE',
      },
      subscribers,
    });
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetName: resourceNames(deployment.stage).table,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: deployment.budget.monthlyUsd, unit: 'USD' },
        costFilters: { TagKeyValue: [`user:${STAGE_TAG}$${deployment.stage}`] },
      },
      notificationsWithSubscribers: [notify('ACTUAL', 80), notify('FORECASTED', 100)],
    });
  }
}
