import { type CliCommand, EXIT, type ExitCode } from './command.ts';
import { commands } from './commands/commands.ts';
import { askedLanguage, terminalLanguage } from './language.ts';

const USAGE = 'npx bonghwa <command> [options]';

/** Runs what the command line asks for. Throws BonghwaError for a problem that a person can fix. */
export async function cli(args: readonly string[]): Promise<ExitCode> {
  const asked = askedLanguage(args);
  const [name, ...rest] = asked.rest;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(await overview());
    return name === undefined ? EXIT.usage : EXIT.good;
  }
  const load = commands[name];
  if (!load) {
    console.error(
      `bonghwa: there is no command "${name}". Commands: ${Object.keys(commands).join(', ')}.`,
    );
    return EXIT.usage;
  }
  const command = await load();
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(command.help);
    return EXIT.good;
  }
  const language = asked.language ?? command.writesIn ?? terminalLanguage(process.env);
  return command.run(rest, language);
}

async function overview(): Promise<string> {
  const loaded: CliCommand[] = await Promise.all(Object.values(commands).map((load) => load()));
  const lines = loaded.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`);
  return [
    'Bonghwa (봉화): synthetic checks of public portals; one cause, one message.',
    '',
    `Usage: ${USAGE}`,
    '',
    ...lines,
    '',
    '`npx bonghwa <command> --help` tells more. Exit codes: 0 good, 1 the thing checked is bad,',
    "2 usage or configuration, 3 the monitor's own fault.",
  ].join('\n');
}
