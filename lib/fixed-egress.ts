import { Arn, ArnFormat, CfnOutput, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  CfnEIP,
  FlowLogDestination,
  FlowLogTrafficType,
  GatewayVpcEndpointAwsService,
  type IVpc,
  NatProvider,
  type SubnetSelection,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { Effect, type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Deployment } from '#core/plan/deployment';
import type { DeployContext } from '#lib/context';

/**
 * One public address for every check, so that an operator can allow it. One NAT gateway on purpose,
 * because a second would be a second address.
 */
export class FixedEgress extends Construct {
  readonly vpc: IVpc;
  readonly subnets: SubnetSelection = { subnetType: SubnetType.PRIVATE_WITH_EGRESS };

  constructor(scope: Construct, id: string, { deployment }: DeployContext) {
    super(scope, id);
    const vpc = new Vpc(this, 'Vpc', {
      availabilityZones: [FIRST_ZONE],
      // Nothing uses the default security group. Emptying it would need another function.
      restrictDefaultSecurityGroup: false,
      natGateways: 1,
      natGatewayProvider: NatProvider.gateway({ eipAllocationIds: [this.#address(deployment)] }),
      gatewayEndpoints: {
        Table: { service: GatewayVpcEndpointAwsService.DYNAMODB },
        Evidence: { service: GatewayVpcEndpointAwsService.S3 },
      },
    });
    // The class and its own interface differ under exactOptionalPropertyTypes.
    this.vpc = vpc as IVpc;
    vpc.addFlowLog('Rejected', {
      destination: FlowLogDestination.toCloudWatchLogs(
        new LogGroup(this, 'FlowLogs', {
          retention: deployment.logRetentionDays,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
      ),
      trafficType: FlowLogTrafficType.REJECT,
    });
  }

  /**
   * Allocation id of the address. Operators have it on their lists, so it outlives the stack.
   * `egressAddresses` reuses it.
   */
  #address({ egressAddresses }: Deployment): string {
    const kept = egressAddresses[Stack.of(this).region];
    if (kept !== undefined) return kept;
    const address = new CfnEIP(this, 'Address', { domain: 'vpc' });
    address.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    output(this, 'EgressAddress', address.attrPublicIp);
    output(this, 'EgressAllocation', address.attrAllocationId);
    return address.attrAllocationId;
  }
}

function output(scope: Construct, name: string, value: string): void {
  new CfnOutput(scope, name, { value }).overrideLogicalId(name);
}

/** By expression, because a look-up would need credentials at synth. */
const FIRST_ZONE = Fn.select(0, Fn.getAzs());

/** CDK asks the stack for its zones, not the VPC. These are the same expression. */
export const ZONES: readonly string[] = [FIRST_ZONE, Fn.select(1, Fn.getAzs())];

/** Actions of a Lambda role that joins a VPC (AWSLambdaVPCAccessExecutionRole). */
const NETWORK_INTERFACE_ACTIONS = [
  'ec2:AssignPrivateIpAddresses',
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:UnassignPrivateIpAddresses',
];

/**
 * Lambda joins the VPC with the function's role. The function's own code is denied the same
 * actions, by the condition key that only its calls carry. CDK grants neither to a role that it did
 * not make. Source: AWS Lambda developer guide, "Giving Lambda functions access to resources in a
 * VPC".
 */
export function allowNetworkInterfaces(role: IRole, stack: Stack, functionName: string): void {
  const own = Arn.format(
    {
      service: 'lambda',
      resource: 'function',
      resourceName: functionName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    },
    stack,
  );
  const about = { actions: NETWORK_INTERFACE_ACTIONS, resources: ['*'] };
  role.addToPrincipalPolicy(new PolicyStatement(about));
  role.addToPrincipalPolicy(
    new PolicyStatement({
      ...about,
      effect: Effect.DENY,
      conditions: { ArnEquals: { 'lambda:SourceFunctionArn': own } },
    }),
  );
}
