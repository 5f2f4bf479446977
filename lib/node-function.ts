import { extname, join } from 'node:path';
import { Duration, RemovalPolicy, Size, Stack } from 'aws-cdk-lib';
import { Effect, type IRole, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  LoggingFormat,
  RecursiveLoop,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { type BundlingOptions, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { ENVIRONMENT, type EnvironmentName } from '#contract/environment';
import { entryBeside, FUNCTIONS, type FunctionName, nodeOptions } from '#contract/functions';
import { resourceNames } from '#contract/names';
import { shellWord } from '#core/formats/shell-word';
import { acknowledge } from '#lib/acknowledge';
import {
  asSeenFromProject,
  CODE_ROOT,
  type DeployContext,
  LOCK_FILE,
  PROJECT_ROOT,
} from '#lib/context';
import { allowNetworkInterfaces, type FixedEgress } from '#lib/fixed-egress';

export interface NodeFunctionProps {
  readonly context: DeployContext;
  /** Name in the contract's list. Decides entry and time-out. */
  readonly name: FunctionName;
  readonly description: string;
  readonly memoryMb: number;
  /** Region that this function checks from or works in. */
  readonly vantage: string;
  readonly environment: Partial<Readonly<Record<EnvironmentName, string>>>;
  /** /tmp, MB. Default: Lambda's 512. */
  readonly ephemeralMb?: number;
  /**
   * Part of the loop evaluator → queue → checker → queue → evaluator. Lambda stops a chain of 16
   * such calls as runaway recursion, but the budget of confirming runs limits ours (ADR 0031).
   */
  readonly loops?: boolean;
  /** Added to the standard bundling, e.g. packages that must not be inlined. */
  readonly bundling?: Pick<BundlingOptions, 'externalModules'> & {
    /** Shell commands that complete the asset folder. */
    readonly complete?: (assetFolder: string) => string[];
  };
  readonly egress?: FixedEgress;
  /** Default true: traced if `tracing` is on. */
  readonly traceable?: boolean;
}

/** The only place that sets runtime, bundling, role, logs and tracing of a function. */
export class NodeFunction extends Construct {
  readonly function: NodejsFunction;
  readonly role: IRole;

  constructor(scope: Construct, id: string, props: NodeFunctionProps) {
    super(scope, id);
    const { context, name, egress } = props;
    const { deployment } = context;
    const functionName = resourceNames(deployment.stage).function(name);
    const logGroup = new LogGroup(this, 'Logs', {
      logGroupName: `/aws/lambda/${functionName}`,
      retention: deployment.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `Only what ${functionName} needs`,
    });
    logGroup.grantWrite(this.role);
    this.function = new NodejsFunction(this, 'Function', {
      functionName,
      description: props.description,
      entry: join(CODE_ROOT, entryBeside(name, import.meta.filename)),
      projectRoot: PROJECT_ROOT,
      depsLockFilePath: LOCK_FILE,
      handler: 'handler',
      runtime: Runtime.NODEJS_24_X,
      // The browser package is built only for x64. One architecture keeps the bundles alike.
      architecture: Architecture.X86_64,
      memorySize: props.memoryMb,
      timeout: Duration.seconds(FUNCTIONS[name].timeoutSeconds),
      role: this.role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: isTraced(props) ? Tracing.ACTIVE : Tracing.DISABLED,
      environment: this.environment(props),
      bundling: {
        ...bundling(props),
        // A template without code needs no hash of the whole project folder.
        ...(Stack.of(this).bundlingRequired ? {} : { assetHash: `${name}-not-bundled` }),
      },
      ...(props.ephemeralMb ? { ephemeralStorageSize: Size.mebibytes(props.ephemeralMb) } : {}),
      ...(props.loops ? { recursiveLoop: RecursiveLoop.ALLOW } : {}),
      ...(egress ? { vpc: egress.vpc, vpcSubnets: egress.subnets } : {}),
    });
    if (egress) allowNetworkInterfaces(this.role, Stack.of(this), functionName);
    this.acknowledgeServiceWildcards(props);
  }

  /** Grants exactly these actions on exactly these resources. */
  allow(actions: readonly string[], resources: readonly string[], conditions?: object): void {
    this.role.addToPrincipalPolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: [...actions],
        resources: [...resources],
        ...(conditions ? { conditions: { ...conditions } } : {}),
      }),
    );
  }

  private environment({ context, name, environment, vantage }: NodeFunctionProps) {
    return {
      NODE_OPTIONS: nodeOptions(name),
      // Relative, because Lambda starts a function in the folder of its code.
      [ENVIRONMENT.configuration]: 'configuration.json',
      [ENVIRONMENT.stage]: context.deployment.stage,
      [ENVIRONMENT.vantage]: vantage,
      ...environment,
    };
  }

  private acknowledgeServiceWildcards(props: NodeFunctionProps): void {
    if (isTraced(props) || props.egress) {
      acknowledge(
        this.role,
        'AwsSolutions-IAM5[Resource::*]',
        'X-Ray segments and VPC network interfaces have no ARN to name before they exist.',
      );
    }
  }
}

function isTraced({ context, traceable = true }: NodeFunctionProps): boolean {
  return context.deployment.tracing && traceable;
}

function bundling({ context, name, bundling: extra }: NodeFunctionProps): BundlingOptions {
  const { journeysFile } = context;
  return {
    format: OutputFormat.ESM,
    target: 'node24',
    minify: true,
    sourceMap: true,
    sourcesContent: false,
    mainFields: ['module', 'main'],
    esbuildArgs: {
      '--legal-comments': 'none',
      // Otherwise a Korean letter takes six bytes.
      '--charset': 'utf8',
      '--alias:@aws-sdk/credential-provider-node': asSeenFromProject(
        `lambda/wiring/credential-provider${extname(import.meta.filename)}`,
      ),
    },
    ...(name === 'browser' && journeysFile ? { inject: [journeysFile] } : {}),
    // Some packages are CommonJS inside and call `require` at run time. Minifying never creates
    // this long name.
    banner:
      "import{createRequire as bonghwaCreateRequire}from'node:module';" +
      'const require=bonghwaCreateRequire(import.meta.url);',
    externalModules: extra?.externalModules ?? [],
    commandHooks: {
      beforeBundling: () => [],
      beforeInstall: () => [],
      afterBundling: (_input, output) => [
        ['cp', context.configurationFile, `${output}/configuration.json`].map(shellWord).join(' '),
        ...(extra?.complete?.(output) ?? []),
      ],
    },
  };
}
