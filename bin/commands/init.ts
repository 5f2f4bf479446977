import { parseArgs } from 'node:util';
import { InvalidInputError } from '#core/errors';
import type { Language } from '#core/time/duration';
import { createFolder } from '#local/own-folder/create-folder';
import { type CliCommand, EXIT, type ExitCode } from '../command.ts';
import { INIT_HELP } from '../help/init-help.ts';
import { DONE_TEXTS } from '../texts/done.ts';

async function run(args: readonly string[], language: Language): Promise<ExitCode> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [folder = '.', ...more] = positionals;
  if (more.length > 0) throw new InvalidInputError('init takes one folder.', 'Leave the rest out.');
  const written = await createFolder(folder);
  const say = DONE_TEXTS[language];
  const files = written.map((path) => `  ${path}`).join('\n');
  console.log([say.written(folder, files), '', ...say.next].join('\n'));
  return EXIT.good;
}

export const initCommand: CliCommand = {
  name: 'init',
  help: INIT_HELP,
  run,
};
