import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AccessLevel,
  CachePolicy,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { ENVIRONMENT } from '#contract/environment';
import type { TickEvent } from '#contract/messages';
import { resourceNames } from '#contract/names';
import { PAGE_HEADERS } from '#core/page/headers';
import { DAYS_PATH } from '#core/page/known-days';
import { acknowledge } from '#lib/acknowledge';
import type { DeployContext } from '#lib/context';
import { Home } from '#lib/home';
import { NodeFunction } from '#lib/node-function';

export interface PageProps {
  readonly context: DeployContext;
}

/** An older call is useless, because the next minute's call is due. */
const TICK_MAX_AGE = Duration.seconds(60);

/** The public page: its writer, a private bucket, and a CDN that alone may read the bucket. */
export class Page extends Construct {
  readonly lambda: NodeFunction;
  /** A message on this topic makes the writer run at once. */
  readonly changes: Topic;
  /** Target for an own domain's DNS record. Absent without a domain. */
  readonly domain: string | undefined;
  /** Address of the CDN, without a trailing slash. */
  readonly url: string;

  constructor(scope: Construct, id: string, { context }: PageProps) {
    super(scope, id);
    const { deployment, configuration } = context;
    const { homeRegion, stage } = deployment;
    const bucket = this.#bucket(context);
    const { domainName } = this.#distribution(bucket, context);
    this.url = `https://${domainName}`;
    this.domain = deployment.certificates.page && domainName;
    this.changes = new Topic(this, 'Changes', {
      topicName: resourceNames(stage).pageTopic,
      enforceSSL: true,
    });
    const home = new Home(Stack.of(this), deployment);
    this.lambda = new NodeFunction(this, 'Writer', {
      context,
      name: 'page',
      description: 'Writes the public page; reads what the API reads',
      memoryMb: 512,
      vantage: homeRegion,
      environment: {
        ...home.storageEnvironment,
        [ENVIRONMENT.pageBucket]: home.pageBucketName,
        [ENVIRONMENT.pageUrl]: configuration.page?.url || this.url,
      },
    });
    this.lambda.allow(['dynamodb:GetItem', 'dynamodb:Query'], [home.table]);
    this.lambda.allow(
      ['s3:GetObject'],
      [`${home.pageBucket}/status.json`, `${home.pageBucket}/${DAYS_PATH}`],
    );
    this.lambda.allow(['s3:ListBucket'], [home.pageBucket]);
    this.lambda.allow(['s3:PutObject'], [`${home.pageBucket}/*`]);
    this.lambda.allow(['s3:DeleteObject'], [`${home.pageBucket}/badges/*`]);
    for (const below of ['', 'badges/']) {
      acknowledge(
        this.lambda.role,
        `AwsSolutions-IAM5[Resource::${home.pageBucket}/${below}*]`,
        'The bucket holds the page and nothing else, and its writer writes all of it.',
      );
    }
    // The next minute tries again. A retry of this one would use old facts.
    this.lambda.function.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: TICK_MAX_AGE });
    this.changes.addSubscription(new LambdaSubscription(this.lambda.function));
    this.#tick(stage);
  }

  #bucket({ deployment }: DeployContext): Bucket {
    const bucket = new Bucket(this, 'Site', {
      bucketName: new Home(Stack.of(this), deployment).pageBucketName,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      // Addresses of outages are permanent, so the pages outlive their stack.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    acknowledge(
      bucket,
      'AwsSolutions-S1',
      'Only the CDN reads it, and everybody may read it there.',
    );
    return bucket;
  }

  #distribution(bucket: Bucket, { configuration, deployment }: DeployContext): Distribution {
    const { page: certificateArn } = deployment.certificates;
    // The class and its own interface differ under exactOptionalPropertyTypes.
    const distribution = new Distribution(this, 'Cdn', {
      comment: 'Bonghwa public page',
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_200,
      ...(certificateArn && configuration.page
        ? {
            domainNames: [new URL(configuration.page.url).hostname],
            certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
          }
        : {}),
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(bucket as IBucket, {
          originAccessLevels: [AccessLevel.READ],
        }),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        compress: true,
        cachePolicy: this.#cachePolicy(),
        responseHeadersPolicy: this.#headers(),
      },
      // For the CDN, a missing object looks like one that it may not read.
      errorResponses: [403, 404].map((httpStatus) => ({
        httpStatus,
        responseHttpStatus: 404,
        responsePagePath: '/404.html',
        ttl: Duration.seconds(10),
      })),
    });
    acknowledge(distribution, 'AwsSolutions-CFR1', 'People abroad have a right to know as well.');
    acknowledge(
      distribution,
      'AwsSolutions-CFR2',
      'Static files without input: nothing to filter.',
    );
    acknowledge(distribution, 'AwsSolutions-CFR3', 'Who reads the page is nobody’s business.');
    acknowledge(
      distribution,
      'AwsSolutions-CFR4',
      'The name is the CDN’s own until a domain is put before it; then its certificate decides.',
    );
    return distribution;
  }

  /** Each file's headers say how long it is valid. The CDN asks the bucket once in that time. */
  #cachePolicy(): CachePolicy {
    return new CachePolicy(this, 'Cache', {
      comment: 'As the files say, compressed',
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(30),
      maxTtl: Duration.days(365),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    });
  }

  #headers(): ResponseHeadersPolicy {
    const { contentSecurityPolicy, strictTransportSeconds, permissionsPolicy } = PAGE_HEADERS;
    return new ResponseHeadersPolicy(this, 'Headers', {
      comment: 'Bonghwa public page',
      corsBehavior: {
        // Other websites may show its data.
        accessControlAllowOrigins: ['*'],
        accessControlAllowMethods: ['GET', 'HEAD'],
        accessControlAllowHeaders: ['*'],
        accessControlAllowCredentials: false,
        originOverride: true,
      },
      customHeadersBehavior: {
        customHeaders: [{ header: 'Permissions-Policy', value: permissionsPolicy, override: true }],
      },
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.seconds(strictTransportSeconds),
          includeSubdomains: true,
          override: true,
        },
      },
    });
  }

  /** Every minute, with or without a change, because the page shows its age. */
  #tick(stage: string): void {
    const role = new Role(this, 'TickRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      description: 'Lets the scheduler start the page writer, and nothing else',
    });
    const { functionArn } = this.lambda.function;
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }),
    );
    const input: TickEvent = { scheduledTime: '<aws.scheduler.scheduled-time>' };
    const schedule = new CfnSchedule(this, 'Tick', {
      name: resourceNames(stage).function('page-tick'),
      description: 'Has the public page written each minute',
      scheduleExpression: 'rate(1 minute)',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify(input),
        retryPolicy: {
          maximumEventAgeInSeconds: TICK_MAX_AGE.toSeconds(),
          maximumRetryAttempts: 1,
        },
      },
    });
    schedule.node.addDependency(role);
  }
}
