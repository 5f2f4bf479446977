import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { systemClock } from '#adapters/clock/system-clock';
import { defined } from '#core/defined';
import { InvalidInputError } from '#core/errors';
import { loadConfiguration } from '#local/configuration';
import { type RunningWatch, runningWatch } from '#local/system/running';
import { recordCommand } from '#pipeline/history/record-command';
import { type CliCommand, EXIT, type ExitCode } from '../command.ts';
import { configurationOptions, loadOptions } from '../configuration-options.ts';
import { deployedPorts, knownGroup } from '../deployed/deployed-ports.ts';

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
  const ports = await deployedPorts(loaded, running?.environment.AWS_REGION);
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

export const drillCommand: CliCommand = {
  name: 'drill',
  summary: 'send a notice marked 모의훈련 (drill) through the real path',
  help,
  run,
};
