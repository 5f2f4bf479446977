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
import { InvalidInputError, MonitorFaultError } from '#core/errors';
import { loadConfiguration } from '#local/configuration';
import { recordCommand } from '#pipeline/history/record-command';
import { type CliCommand, EXIT, type ExitCode } from '../command.ts';
import { configurationOptions, loadOptions } from '../configuration-options.ts';

const help = `npx bonghwa drill [--group G] [--stage S] [--configuration FILE]

Sends a notice marked 모의훈련 (drill) through the real path: command, evaluator, ledger, SNS, phones and
mailboxes. Needs AWS credentials that may write the table and the evaluations queue. Nothing is
counted as downtime. Subscribers that filter by severity get it only if they take "info".

  --group G             default: the first group of the configuration
  --stage S             dev, prod … (default: BONGHWA_STAGE, else dev)
  --configuration FILE  default: bonghwa.config.ts

Exit: 0 asked for · 2 bad input · 3 AWS did not take it`;

async function run(args: readonly string[]): Promise<ExitCode> {
  const { values } = parseArgs({
    args: [...args],
    options: { ...configurationOptions, group: { type: 'string' } },
  });
  const loaded = await loadConfiguration(loadOptions(values));
  const group = knownGroup(loaded, values.group);
  const ports = await portsOf(loaded);
  const by = userInfo().username;
  const order = { group, by, action: { type: 'drill' } as const, unique: randomUUID() };
  const { id } = await recordCommand(order, { clock: systemClock, ...ports });
  console.log(`Drill asked for (${id}): phones and mailboxes should have it within a minute.`);
  return EXIT.good;
}

function knownGroup({ configuration }: LoadedConfiguration, wanted: string | undefined): string {
  const ids = configuration.catalogue.groups.map(({ id }) => id);
  const group = wanted ?? ids[0];
  if (group !== undefined && ids.includes(group)) return group;
  throw new InvalidInputError(`There is no group "${group}".`, `Use one of: ${ids.join(', ')}.`);
}

async function portsOf({ configuration, deployment }: LoadedConfiguration) {
  const { table, evaluationsQueue } = resourceNames(deployment.stage);
  const region = deployment.homeRegion;
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
    return QueueUrl;
  } catch (error) {
    throw new MonitorFaultError(
      `The queue ${name} is not reachable: ${error instanceof Error ? error.name : 'error'}.`,
      'Deploy the stage first, and use AWS credentials of its account.',
    );
  }
}

export const drillCommand: CliCommand = {
  name: 'drill',
  summary: 'send a notice marked 모의훈련 (drill) through the real path',
  help,
  run,
};
