import { Stack } from 'aws-cdk-lib';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { CfnSubscriptionFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { ENVIRONMENT } from '#contract/environment';
import { TABLE } from '#contract/table';
import type { DeployContext } from '#lib/context';
import { Home } from '#lib/home';
import { NodeFunction } from '#lib/node-function';
import { onlyPartitions } from '#lib/partitions';

/**
 * Reads the carriers' answers to SMS in the region of the topics, and reports them to the
 * evaluator.
 */
export class LogReader extends Construct {
  constructor(scope: Construct, id: string, context: DeployContext) {
    super(scope, id);
    const { deployment } = context;
    const stack = Stack.of(this);
    const home = new Home(stack, deployment);
    const lambda = new NodeFunction(this, 'LogReader', {
      context,
      name: 'log-reader',
      description: "Reads SNS's log of deliveries to phones, tells the evaluator",
      memoryMb: 256,
      vantage: deployment.alertRegion,
      environment: {
        ...home.storageEnvironment,
        [ENVIRONMENT.evaluationsQueue]: home.evaluationsUrl,
      },
    });
    lambda.allow(['dynamodb:GetItem'], [home.table], onlyPartitions(`${TABLE.messagePrefix}*`));
    lambda.allow(['sqs:SendMessage'], [home.evaluationsQueue]);
    for (const [index, logGroupName] of deployment.smsDeliveryLogs.entries()) {
      const permission = new CfnPermission(this, `Invoke${index}`, {
        action: 'lambda:InvokeFunction',
        functionName: lambda.function.functionName,
        principal: 'logs.amazonaws.com',
        sourceAccount: stack.account,
        sourceArn: `arn:${stack.partition}:logs:${stack.region}:${stack.account}:log-group:${logGroupName}:*`,
      });
      const subscription = new CfnSubscriptionFilter(this, `Log${index}`, {
        destinationArn: lambda.function.functionArn,
        filterName: lambda.function.functionName,
        filterPattern: '',
        logGroupName,
      });
      // CloudWatch Logs invokes the function at once as a test.
      subscription.addResourceDependency(permission);
    }
  }
}
