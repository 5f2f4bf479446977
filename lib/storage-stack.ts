import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type LifecycleRule,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { resourceNames } from '#contract/names';
import { TABLE } from '#contract/table';
import { acknowledge } from '#lib/acknowledge';
import type { DeployContext } from '#lib/context';

/**
 * Most write units per second that the table may ever use. Default cadence needs fewer than ten. A
 * runaway loop then costs at most about $70 a day.
 */
const MAX_WRITE_UNITS = 200;
const MAX_READ_UNITS = 1_000;

/**
 * Data that must outlive every other stack: history and evidence. Kept on destroy, but not if the
 * first deployment fails, because the next one would meet its leftovers.
 */
export class StorageStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    props: StackProps & { readonly context: DeployContext },
  ) {
    super(scope, id, props);
    const { deployment, configuration } = props.context;
    const names = resourceNames(deployment.stage);
    const bucket = this.#bucket(
      names.evidenceBucket(this.account, deployment.homeRegion),
      configuration.retentionDays.others,
    );
    // Last, because the rollback of a first deployment could not delete a protected table.
    this.#table(names.table).node.addDependency(bucket);
  }

  #table(tableName: string): Table {
    const text = (name: string) => ({ name, type: AttributeType.STRING });
    const table = new Table(this, 'Table', {
      tableName,
      partitionKey: text(TABLE.partitionKey),
      sortKey: text(TABLE.sortKey),
      timeToLiveAttribute: TABLE.timeToLive,
      billingMode: BillingMode.PAY_PER_REQUEST,
      maxWriteRequestUnits: MAX_WRITE_UNITS,
      maxReadRequestUnits: MAX_READ_UNITS,
      encryption: TableEncryption.DEFAULT,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    table.addGlobalSecondaryIndex({
      indexName: TABLE.notPassedIndex.name,
      partitionKey: text(TABLE.notPassedIndex.partitionKey),
      sortKey: text(TABLE.notPassedIndex.sortKey),
      projectionType: ProjectionType.ALL,
      maxWriteRequestUnits: MAX_WRITE_UNITS,
      maxReadRequestUnits: MAX_READ_UNITS,
    });
    return table;
  }

  #bucket(bucketName: string, failedDays: number): Bucket {
    const bucket = new Bucket(this, 'Evidence', {
      bucketName,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      lifecycleRules: [expire('passed', PASSED_EVIDENCE_DAYS), expire('failed', failedDays)],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    acknowledge(
      bucket,
      'AwsSolutions-S1',
      'Readers come through the history API, which logs; the writer is one function that log.',
    );
    return bucket;
  }
}

/** Evidence of a passed run is kept only as long as the run may be doubted. */
const PASSED_EVIDENCE_DAYS = 3;

/** Keys start with their retention class. See the evidence store. */
function expire(prefix: string, days: number): LifecycleRule {
  return {
    id: prefix,
    prefix: `${prefix}/`,
    expiration: Duration.days(days),
    abortIncompleteMultipartUploadAfter: Duration.days(1),
  };
}
