import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defined } from '#core/defined';
import { InvalidInputError } from '#core/errors';
import { credentialsFrom } from '#core/run/secret';
import { loadConfiguration } from '#local/configuration';
import { tryJourney } from '#local/own-folder/try-journey';
import { readSecrets } from '#local/watch/secrets-file';
import { journeyPage } from '#render/journey-page';
import { exitCodeOf, tellStep, tellVerdict } from '../checking/tell.ts';
import type { CliCommand, ExitCode } from '../command.ts';
import { configurationOptions, loadOptions } from '../configuration-options.ts';

const help = `npx bonghwa journey try SERVICE/JOURNEY [--base-url U] [--out FILE] [--secrets FILE]

Runs one journey now, from this machine, and writes one picture of each step into one HTML file.
Nothing is stored or alerted. Typed secrets are painted over.

  SERVICE/JOURNEY  such as shop/order; \`npx bonghwa plan\` lists them
  --base-url U     run it against another origin, such as a test server
  --out FILE       default: .bonghwa/journey.html
  --secrets FILE   as of \`bonghwa watch\`; without an account it ends at the login page

Exit: 0 passed or degraded · 1 failed or inconclusive · 2 bad input · 3 the monitor's own fault`;

async function run(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...configurationOptions,
      'base-url': { type: 'string' },
      out: { type: 'string', default: '.bonghwa/journey.html' },
      secrets: { type: 'string' },
    },
  });
  const [verb, check, ...more] = positionals;
  if (verb !== 'try' || check === undefined || more.length > 0) {
    throw new InvalidInputError('journey takes: try SERVICE/JOURNEY.', 'See: npx bonghwa plan');
  }
  const { configuration } = await loadConfiguration(loadOptions(values));
  const credentials = await accountOf(check, values.secrets);
  const baseUrl = values['base-url'];
  const onStep = tellStep;
  const tried = await tryJourney(configuration, {
    check,
    onStep,
    ...defined({ baseUrl, credentials }),
  });
  const out = resolve(values.out);
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, journeyPage({ check, ...tried }));
  tellVerdict(check, { ...tried, files: [] });
  console.log(`Pictures of the steps: ${out}`);
  return exitCodeOf(tried.verdict);
}

async function accountOf(check: string, file: string | undefined) {
  const [service = ''] = check.split('/');
  const { userId, password, ...fields } =
    (await readSecrets(file, process.env)).logins[service] ?? {};
  return userId && password ? credentialsFrom({ ...fields, userId, password }) : undefined;
}

export const journeyCommand: CliCommand = {
  name: 'journey',
  summary: 'run one journey now and write a picture of each step',
  help,
  run,
};
