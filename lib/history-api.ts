import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  ApiMapping,
  type CfnStage,
  DomainName,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  LogGroupLogDestination,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { ENVIRONMENT } from '#contract/environment';
import { resourceNames } from '#contract/names';
import { TABLE } from '#contract/table';
import { defined } from '#core/defined';
import type { PublicArea } from '#core/history/access';
import { acknowledge } from '#lib/acknowledge';
import type { DeployContext } from '#lib/context';
import { Home } from '#lib/home';
import { NodeFunction } from '#lib/node-function';
import { onlyPartitions } from '#lib/partitions';
import type { EvaluationsQueue } from '#lib/queues';

export interface HistoryApiProps {
  readonly context: DeployContext;
  readonly evaluations: EvaluationsQueue;
  /** Address of the public page, if there is one. */
  readonly pageUrl?: string | undefined;
}

/** Routes of each area that a configuration may open. */
const OPEN_PATHS = {
  status: '/v1/status',
  badges: '/v1/badges/{file}',
  feed: '/v1/feed.atom',
} as const satisfies Readonly<Record<PublicArea, string>>;

/**
 * Limits of the routes with tokens. API Gateway counts a request before the token is checked, so
 * this only limits the cost of unknown callers. The handler has a limit for each token (ADR 0070).
 */
const GATE = { rateLimit: 500, burstLimit: 1_000 };

/** History over HTTP. Reads everything, and writes only people's commands. */
export class HistoryApi extends Construct {
  readonly lambda: NodeFunction;
  readonly api: HttpApi;
  /** Target for an own domain's DNS record. Absent without a domain. */
  readonly domain: string | undefined;
  /** Sum over five minutes. */
  readonly serverErrors: Metric;

  constructor(scope: Construct, id: string, { context, evaluations, pageUrl }: HistoryApiProps) {
    super(scope, id);
    const { deployment } = context;
    const home = new Home(Stack.of(this), deployment);
    const { apiTokensSecret } = resourceNames(deployment.stage);
    this.lambda = new NodeFunction(this, 'HistoryApi', {
      context,
      name: 'history-api',
      description: 'Serves history, takes commands',
      memoryMb: 512,
      vantage: deployment.homeRegion,
      environment: {
        ...home.storageEnvironment,
        [ENVIRONMENT.evaluationsQueue]: evaluations.queue.queueUrl,
        [ENVIRONMENT.apiTokensSecret]: apiTokensSecret,
        [ENVIRONMENT.apiPace]: `${deployment.apiThrottle.rate},${deployment.apiThrottle.burst}`,
        ...defined({ [ENVIRONMENT.pageUrl]: pageUrl }),
      },
    });
    this.lambda.allow(['dynamodb:GetItem'], [home.table]);
    this.lambda.allow(['dynamodb:Query'], [home.table, home.tableIndex]);
    this.lambda.allow(['dynamodb:PutItem'], [home.table], onlyPartitions(`${TABLE.peoplePrefix}*`));
    this.lambda.allow(['s3:GetObject'], [`${home.bucket}/passed/*`, `${home.bucket}/failed/*`]);
    this.lambda.allow(['sqs:SendMessage'], [evaluations.queue.queueArn]);
    this.lambda.allow(
      ['secretsmanager:GetSecretValue'],
      [home.secret(apiTokensSecret, deployment.homeRegion)],
    );
    this.#acknowledgeEvidence(home);
    const domain = this.#domain(context);
    this.domain = domain?.regionalDomainName;
    this.api = this.#http(context, domain);
    this.serverErrors = this.api.metricServerError({
      statistic: 'Sum',
      period: Duration.minutes(5),
    });
  }

  #http({ deployment, configuration }: DeployContext, domain: DomainName | undefined): HttpApi {
    const name = resourceNames(deployment.stage).function('history-api');
    const integration = new HttpLambdaIntegration('Handler', this.lambda.function);
    const api = new HttpApi(this, 'Http', {
      apiName: name,
      description: 'Bonghwa history API; OpenAPI 3.1 at /openapi.json',
      createDefaultStage: false,
      defaultIntegration: integration,
      // The handler checks tokens and scopes, and also serves public routes.
      defaultAuthorizer: new HttpNoneAuthorizer(),
    });
    const logs = new LogGroup(this, 'AccessLogs', {
      logGroupName: `/aws/apigateway/${name}`,
      retention: deployment.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const open = this.#openRoutes(api, integration, configuration);
    const stage = api.addStage('Stage', {
      stageName: '$default',
      autoDeploy: true,
      throttle: GATE,
      accessLogSettings: {
        destination: new LogGroupLogDestination(logs),
        format: AccessLogFormat.custom(
          JSON.stringify({
            requestId: '$context.requestId',
            at: '$context.requestTime',
            method: '$context.httpMethod',
            // Not the path: that of a drill's link holds its code.
            route: '$context.routeKey',
            status: '$context.status',
            bytes: '$context.responseLength',
            latencyMs: '$context.responseLatency',
          }),
        ),
      },
    });
    // Each has its own bucket, so that public routes never use up the limit of routes with tokens.
    const settings = {
      ThrottlingRateLimit: deployment.apiThrottle.rate,
      ThrottlingBurstLimit: deployment.apiThrottle.burst,
    };
    const resource = stage.node.defaultChild as CfnStage;
    resource.routeSettings = {
      ...Object.fromEntries(open.map((key) => [key, settings])),
      ...this.#drillRoute(api, integration, configuration),
    };
    resource.node.addDependency(api);
    if (domain) new ApiMapping(this, 'Mapping', { api, domainName: domain, stage });
    acknowledge(
      api,
      'AwsSolutions-APIG4',
      'Status, badges and feed are public on purpose; the handler checks bearer tokens elsewhere.',
    );
    return api;
  }

  #domain({ configuration, deployment }: DeployContext): DomainName | undefined {
    const { api: certificateArn } = deployment.certificates;
    if (certificateArn === undefined) return undefined;
    return new DomainName(this, 'Domain', {
      domainName: new URL(configuration.api.url).hostname,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      securityPolicy: SecurityPolicy.TLS_1_2,
    });
  }

  /** Keys of the public routes. */
  #openRoutes(
    api: HttpApi,
    integration: HttpLambdaIntegration,
    configuration: DeployContext['configuration'],
  ): readonly string[] {
    const areas = configuration.api.public.map((area) => OPEN_PATHS[area]);
    return ['/', '/healthz', '/openapi.json', ...areas].flatMap((path) => {
      api.addRoutes({ path, methods: [HttpMethod.ANY], integration });
      return `ANY ${path}`;
    });
  }

  /** Slower than a person: its path holds a secret that must not be found by trying. */
  #drillRoute(
    api: HttpApi,
    integration: HttpLambdaIntegration,
    { subscriptions }: DeployContext['configuration'],
  ) {
    if (subscriptions.every(({ label }) => label === undefined)) return {};
    const path = '/d/{code}';
    api.addRoutes({ path, methods: [HttpMethod.ANY], integration });
    return { [`ANY ${path}`]: { ThrottlingRateLimit: 2, ThrottlingBurstLimit: 10 } };
  }

  #acknowledgeEvidence(home: Home): void {
    for (const retention of ['passed', 'failed']) {
      acknowledge(
        this.lambda.role,
        `AwsSolutions-IAM5[Resource::${home.bucket}/${retention}/*]`,
        'Any piece of evidence may be linked; the bucket holds nothing else.',
      );
    }
  }
}
