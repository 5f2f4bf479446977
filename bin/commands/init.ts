import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { InvalidInputError } from '#core/errors';
import { shellWord } from '#core/formats/shell-word';
import type { Language } from '#core/time/duration';
import { createFolder } from '#local/own-folder/create-folder';
import { type CliCommand, EXIT, type ExitCode } from '../command.ts';
import { INIT_HELP } from '../help/init-help.ts';
import { DONE_TEXTS } from '../texts/done.ts';

async function run(args: readonly string[], language: Language): Promise<ExitCode> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [folder = '.', ...more] = positionals;
  if (more.length > 0)
    throw new InvalidInputError(
      { en: 'init takes one folder.', ko: 'init에는 폴더 하나만 줄 수 있습니다.' },
      { en: 'Leave the rest out.', ko: '나머지는 빼십시오.' },
    );
  const written = await createFolder(folder);
  const say = DONE_TEXTS[language];
  const files = written.map((path) => `  ${path}`).join('\n');
  const [title = '', ...steps] = say.next;
  const install = installing(folder).map((command) => `  ${command}`);
  console.log([say.written(folder, files), '', title, ...install, ...steps].join('\n'));
  return EXIT.good;
}

const CHECKOUT = resolve(import.meta.dirname, '../..');
const described = z.object({ version: z.string() });

/** Commands for a folder that has no package yet, because `init` ran from a checkout. */
function installing(folder: string): readonly string[] {
  const manifest = join(CHECKOUT, 'package.json');
  if (!existsSync(manifest) || existsSync(join(folder, 'node_modules/bonghwa'))) return [];
  const { version } = described.parse(JSON.parse(readFileSync(manifest, 'utf8')));
  return [`npm pack ${shellWord(CHECKOUT)}`, `npm install ./bonghwa-${version}.tgz`];
}

export const initCommand: CliCommand = {
  name: 'init',
  help: INIT_HELP,
  run,
};
