import { parseArgs } from 'node:util';
import { InvalidInputError } from '#core/errors';
import { createFolder } from '#local/own-folder/create-folder';
import { type CliCommand, EXIT, type ExitCode } from '../command.ts';

const help = `npx bonghwa init [FOLDER]

Makes a folder of your own: bonghwa.config.ts, journeys/, a scenario and a test of both, and cdk.json.
They import from the package \`bonghwa\`, so an upgrade is a change of its version. Overwrites nothing.

  FOLDER  default: the working directory

Exit: 0 written · 2 a file is there already`;

async function run(args: readonly string[]): Promise<ExitCode> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [folder = '.', ...more] = positionals;
  if (more.length > 0) throw new InvalidInputError('init takes one folder.', 'Leave the rest out.');
  const written = await createFolder(folder);
  console.log(`Written to ${folder}:\n${written.map((path) => `  ${path}`).join('\n')}\n\n${NEXT}`);
  return EXIT.good;
}

const NEXT = `Next, there:
  npx bonghwa plan      what is watched, how often, and how soon you hear of it
  npm test              the scenario and the journey
  npx bonghwa watch     watch from this machine
Guide: node_modules/bonghwa/docs/own-services.md`;

export const initCommand: CliCommand = {
  name: 'init',
  summary: 'make a folder of your own: configuration, journeys, a scenario and a test',
  help,
  run,
};
