import { randomBytes, randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { systemClock } from '#adapters/clock/system-clock';
import type { LoadedConfiguration } from '#adapters/configuration/load';
import { defined } from '#core/defined';
import { InvalidInputError } from '#core/errors';
import type { ArrivalStore } from '#core/ports/people';
import type { Language } from '#core/time/duration';
import { loadConfiguration } from '#local/configuration';
import { type RunningWatch, runningWatch } from '#local/system/running';
import { recordCommand } from '#pipeline/history/record-command';
import { type CliCommand, EXIT, type ExitCode } from '../command.ts';
import { configurationOptions, loadOptions } from '../configuration-options.ts';
import { deployedPorts, knownGroup } from '../deployed/deployed-ports.ts';
import { DRILL_HELP } from '../help/drill-help.ts';
import { DONE_TEXTS } from '../texts/done.ts';

/** Short in an SMS, and too many to try within an hour. */
const CODE_BYTES = 9;

async function run(args: readonly string[], language: Language): Promise<ExitCode> {
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
  // The embedded services are called in the same way as those of AWS.
  Object.assign(process.env, running?.environment);
  const ports = await deployedPorts(loaded, running?.environment.AWS_REGION);
  const by = userInfo().username;
  const code = await openedLink(loaded, ports.arrivals);
  const action = { type: 'drill', ...defined({ channel: values.channel, code }) } as const;
  const order = { group, by, action, unique: randomUUID() };
  const { id } = await recordCommand(order, { clock: systemClock, ...ports });
  const say = DONE_TEXTS[language];
  console.log(say.drill(id, values.channel ?? say.everybody));
  return EXIT.good;
}

/** A link is of use only where recipients have labels to choose from. */
async function openedLink(
  { configuration }: LoadedConfiguration,
  arrivals: Pick<ArrivalStore, 'open'>,
): Promise<string | undefined> {
  if (configuration.subscriptions.every(({ label }) => label === undefined)) return undefined;
  const code = randomBytes(CODE_BYTES).toString('base64url');
  await arrivals.open(code, systemClock.now());
  return code;
}

function refuseUnknown(channel: string, { channels }: RunningWatch): void {
  if (channels.includes(channel)) return;
  throw new InvalidInputError(
    { en: `There is no channel "${channel}" here.`, ko: `"${channel}" 채널은 여기에 없습니다.` },
    {
      en: `Use one of: ${channels.join(', ') || 'none is configured'}.`,
      ko: `쓸 수 있는 채널: ${channels.join(', ') || '설정된 채널 없음'}.`,
    },
  );
}

export const drillCommand: CliCommand = {
  name: 'drill',
  help: DRILL_HELP,
  run,
};
