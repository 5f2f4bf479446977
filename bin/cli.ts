import manifest from 'bonghwa/package.json' with { type: 'json' };
import type { Language } from '#core/time/duration';
import { wrapped } from '#local/terminal';
import { type CliCommand, EXIT, type ExitCode } from './command.ts';
import { commands } from './commands/commands.ts';
import { helpText } from './help/help-text.ts';
import { askedLanguage, terminalLanguage } from './language.ts';
import { CLI_TEXTS } from './texts/cli.ts';

/** Runs the command line. Throws BonghwaError for a problem that a person can fix. */
export async function cli(args: readonly string[]): Promise<ExitCode> {
  const asked = askedLanguage(args);
  const screen = asked.language ?? terminalLanguage(process.env);
  const [name, ...rest] = asked.rest;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(await overview(screen));
    return name === undefined ? EXIT.usage : EXIT.good;
  }
  if (name === '--version') {
    console.log(manifest.version);
    return EXIT.good;
  }
  const load = commands[name];
  if (!load) {
    const known = Object.keys(commands).join(', ');
    console.error(`bonghwa: ${CLI_TEXTS[screen].noCommand(name, known)}`);
    return EXIT.usage;
  }
  const command = await load();
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(helpText(command.help[screen], screen));
    return EXIT.good;
  }
  const empty = emptyOption(rest);
  if (empty !== undefined) {
    console.error(`bonghwa: ${CLI_TEXTS[screen].emptyOption(empty)}`);
    return EXIT.usage;
  }
  return command.run(rest, asked.language ?? command.writesIn ?? screen);
}

/** No option takes an empty text. An empty folder would be the working directory. */
function emptyOption(args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => arg === '' || /^--[\w-]+=$/.test(arg));
  const empty = args[at];
  if (empty !== '') return empty?.slice(0, -1);
  const before = args[at - 1];
  return before?.startsWith('--') ? before : "''";
}

async function overview(language: Language): Promise<string> {
  const loaded: CliCommand[] = await Promise.all(Object.values(commands).map((load) => load()));
  const { about, usage, more } = CLI_TEXTS[language];
  const lines = loaded.map(({ name, help }) =>
    wrapped(`  ${name.padEnd(10)} ${help[language].summary}`, 11),
  );
  return [
    wrapped(about, 0),
    '',
    usage,
    '',
    ...lines,
    '',
    ...more.map((line) => wrapped(line, 0)),
  ].join('\n');
}
