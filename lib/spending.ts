import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';
import { resourceNames } from '#contract/names';
import type { DeployContext } from '#lib/context';
import { STAGE_TAG } from '#lib/tags';

/** Tells the operators before the month is dear. Sees only tagged costs: docs/deploy.md. */
export class Spending extends Construct {
  constructor(scope: Construct, id: string, { deployment }: DeployContext) {
    super(scope, id);
    const subscribers = deployment.operators
      .filter(({ protocol }) => protocol === 'email')
      .map(({ endpoint }) => ({ subscriptionType: 'EMAIL', address: endpoint }));
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
      ...(subscribers.length > 0
        ? { notificationsWithSubscribers: [notify('ACTUAL', 80), notify('FORECASTED', 100)] }
        : {}),
    });
  }
}
