import { Fn, RemovalPolicy } from 'aws-cdk-lib';
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
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { DeployContext } from '#lib/context';

/**
 * One public address for every check, so that an operator can grant permission to an address.
 * One NAT gateway on purpose: a second would be a second address.
 */
export class FixedEgress extends Construct {
  readonly vpc: IVpc;
  readonly subnets: SubnetSelection = { subnetType: SubnetType.PRIVATE_WITH_EGRESS };
  /** The address to put on a list. */
  readonly address: string;

  constructor(scope: Construct, id: string, { deployment }: DeployContext) {
    super(scope, id);
    const address = new CfnEIP(this, 'Address', { domain: 'vpc' });
    this.address = address.attrPublicIp;
    const vpc = new Vpc(this, 'Vpc', {
      // By expression, because a look-up would need credentials at synth.
      availabilityZones: [Fn.select(0, Fn.getAzs())],
      // Nothing joins the default security group; emptying it would take one more function.
      restrictDefaultSecurityGroup: false,
      natGateways: 1,
      natGatewayProvider: NatProvider.gateway({ eipAllocationIds: [address.attrAllocationId] }),
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
}
