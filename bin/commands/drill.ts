import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import { systemClock } from '#adapters/clock/system-clock';
import type { LoadedConfiguration } from '#adapters/configuration/load';
import { createStores } from '#adapters/dynamodb/stores';
import { createEvaluationQueue } from '#adapters/sqs/evaluation-queue';
import { resourceNames } from '#contract/names';
import { defined } from '#core/defined';
import { InvalidInputError, MonitorFaultError } from '#core/errors';
import { loadConfiguration } from '#local/configuration';
import { type RunningWatch, runningWatch } from '#local/watch/running';
import { recordCommand } from '#pipeline/history/record-command';
import { type CliCommand, EXIT, type ExitCode } from '../command.ts';
import { configurationOptions, loadOptions } from '../configuration-options.ts';

const help = `npx bonghwa drill [--group G] [--channel C] [--stage S] [--configuration FILE]

Sends a notice marked 모의훈련 (drill) through the real path: command, evaluator, ledger, channels,
phones and mailboxes. Nothing is counted as downtime. Subscribers that filter by severity get it only
if they take "critical". Where \`bonghwa watch\` runs in this folder it is asked; otherwise the deployed
stage is, which needs AWS credentials that may write its table and its evaluations queue.

  --group G             default: the first group of the configuration
  --channel C           only this one, such as sns, webhook-ops, smtp-team, command-sms
  --stage S             dev, prod … of a deployment, also where watch runs here (default: BONGHWA_STAGE)
  --configuration FILE  default: bonghwa.config.ts

Exit: 0 asked for · 2 bad input · 3 AWS did not take it`;

async function run(args: readonly string[]): Promise<ExitCode> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...configurationOptions,
      group: { type: 'string' },
      channel: { type: 'string' },
    },
  });
  const running = values.stage === undefined ? await runningWatch() : undefined;
  const stage = running?.stage ?? values.stage;
  const loaded = await loadConfiguration({ ...loadOptions({ ...values, stage }) });
  const group = knownGroup(loaded, values.group);
  if (values.channel !== undefined && running) refuseUnknown(values.channel, running);
  // The embedded services are spoken to like those of AWS.
  Object.assign(process.env, running?.environment);
  const ports = await portsOf(loaded, running?.environment.AWS_REGION);
  const by = userInfo().username;
  const action = { type: 'drill', ...defined({ channel: values.channel }) } as const;
  const order = { group, by, action, unique: randomUUID() };
  const { id } = await recordCommand(order, { clock: systemClock, ...ports });
  const who = values.channel ?? 'phones, mailboxes and services';
  console.log(`Drill asked for (${id}): ${who} should have it within a minute.`);
  return EXIT.good;
}

function refuseUnknown(channel: string, { channels }: RunningWatch): void {
  if (channels.includes(channel)) return;
  throw new InvalidInputError(
    `There is no channel "${channel}" here.`,
    `Use one of: ${channels.join(', ') || 'none is configured'}.`,
  );
}

function knownGroup({ configuration }: LoadedConfiguration, wanted: string | undefined): string {
  const ids = configuration.catalogue.groups.map(({ id }) => id);
  const group = wanted ?? ids[0];
  if (group !== undefined && ids.includes(group)) return group;
  throw new InvalidInputError(`There is no group "${group}".`, `Use one of: ${ids.join(', ')}.`);
}

async function portsOf({ configuration, deployment }: LoadedConfiguration, here?: string) {
  const { table, evaluationsQueue } = resourceNames(deployment.stage);
  const region = here ?? deployment.homeRegion;
  const sqs = new SQSClient({ region });
  const { commands } = createStores({
    client: new DynamoDBClient({ region }),
    table,
    clock: systemClock,
    retentionDays: configuration.retentionDays,
  });
  return { commands, evaluations: createEvaluationQueue(sqs, await urlOf(sqs, evaluationsQueue)) };
}

async function urlOf(sqs: SQSClient, name: string): Promise<string> {
  try {
    const { QueueUrl = '' } = await sqs.send(new GetQueueUrlCommand({ QueueName: name }));
    return onOwnEndpoint(QueueUrl);
  } catch (error) {
    throw new MonitorFaultError(
      `The queue ${name} is not reachable: ${error instanceof Error ? error.name : 'error'}.`,
      'Deploy the stage first, and use AWS credentials of its account.',
    );
  }
}

/** The embedded one puts a host name into its addresses that not every resolver knows. */
function onOwnEndpoint(url: string): string {
  const endpoint = process.env.AWS_ENDPOINT_URL_SQS;
  return endpoint === undefined ? url : new URL(new URL(url).pathname, endpoint).href;
}

export const drillCommand: CliCommand = {
  name: 'drill',
  summary: 'send a notice marked 모의훈련 (drill) through the real path',
  help,
  run,
};
