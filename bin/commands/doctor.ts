import { parseArgs, styleText } from 'node:util';
import { accountFacts } from '#adapters/aws-account/account-facts';
import { accountQuestion } from '#core/plan/diagnosis/account-question';
import { diagnose } from '#core/plan/diagnosis/diagnosis';
import type { Finding, FindingState } from '#core/plan/diagnosis/diagnosis-finding';
import type { Language } from '#core/time/duration';
import { channelsOfWatch } from '#core/watch/watch-settings';
import { loadConfiguration } from '#local/configuration';
import { fitted, widthOf } from '#local/terminal';
import { catalogue } from '#portals/catalogues';
import { type CliCommand, EXIT, type ExitCode } from '../command.ts';
import { configurationOptions, loadOptions } from '../configuration-options.ts';
import { checkEndToEnd } from '../deployed/end-to-end.ts';
import { DOCTOR_HELP } from '../help/doctor-help.ts';
import { DOCTOR_TEXTS } from '../texts/doctor.ts';

async function run(args: readonly string[], language: Language): Promise<ExitCode> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...configurationOptions,
      json: { type: 'boolean', default: false },
      'end-to-end': { type: 'boolean', default: false },
    },
  });
  const loaded = await loadConfiguration(loadOptions(values));
  if (values['end-to-end']) return checkEndToEnd(loaded, { json: values.json, language });
  const { configuration, deployment, warnings, deploymentWarnings } = loaded;
  const { stage } = deployment;
  const account = await accountFacts(accountQuestion(configuration, deployment));
  const now = Date.now();
  const findings = diagnose({
    configuration,
    deployment,
    defaults: catalogue,
    now,
    account,
    language: values.json ? 'en' : language,
    watchChannels: channelsOfWatch(loaded.watch),
  });
  const ready = findings.every(({ state }) => state !== 'bad');
  if (values.json) {
    const told = [...warnings, ...deploymentWarnings].map(({ en }) => en);
    console.log(JSON.stringify({ stage, ready, findings, warnings: told }, null, 2));
  } else print({ findings, ready }, language);
  return ready ? EXIT.good : EXIT.bad;
}

const COLOURS = { good: 'green', warning: 'yellow', bad: 'red', unknown: 'cyan' } as const;

/** Only on a terminal, and not where NO_COLOR is set. */
function marked(state: FindingState, mark: string): string {
  return styleText(COLOURS[state], mark, { stream: process.stdout });
}

interface Diagnosis {
  readonly findings: readonly Finding[];
  readonly ready: boolean;
}

function print({ findings, ready }: Diagnosis, language: Language): void {
  const say = DOCTOR_TEXTS[language];
  const lines = [
    ...sayings(findings).map(
      ({ state, about, says, remedy }) =>
        `${marked(state, say.marks[state])}  ${about}: ${says}${remedy ? ` → ${remedy}` : ''}`,
    ),
    '',
    ready ? say.ready : say.notReady,
  ];
  console.log(fitted(lines.join('\n'), widthOf(`${say.marks.good}  `)));
}

/** Without credentials ten findings say the same. They share a line, with the names of all. */
function sayings(findings: readonly Finding[]): readonly Finding[] {
  const alike = Map.groupBy(findings, ({ state, says, remedy }) => `${state} ${says} ${remedy}`);
  return [...alike.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, about: [first, ...others].map(({ about }) => about).join(', ') }] : [],
  );
}

export const doctorCommand: CliCommand = {
  name: 'doctor',
  help: DOCTOR_HELP,
  run,
};
