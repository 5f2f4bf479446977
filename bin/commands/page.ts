import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createFolderSite } from '#adapters/site/folder-site';
import { defined } from '#core/defined';
import { InvalidInputError } from '#core/errors';
import { pageFacts } from '#core/page/page-facts';
import type { Configuration, PageSettings } from '#core/watch/configuration';
import { defaultConfiguration, loadConfiguration } from '#local/configuration';
import { pageFromApi, pageFromFile } from '#local/page/page-sources';
import { writeDiffering } from '#pipeline/page/write-page';
import { archiveFiles, presentFiles } from '#render/site';
import { type CliCommand, EXIT, type ExitCode } from '../command.ts';

const help = `npx bonghwa page --out FOLDER [--api URL] [--token T] [--from FILE]
                  [--operator NAME --contact HOW]

Writes the public status page (상황판) as plain files, in Korean and English, for any web server. Run again,
it writes only what has changed. A page is about now for three minutes: run it each minute, or it says
"알 수 없음" by itself.

  --out FOLDER   where to write; made if it is not there
  --api URL      base URL of the history API (default: the one that npm start serves)
  --token T      for an API that wants one; better in BONGHWA_API_TOKEN
  --from FILE    the outages that replay --json or simulate --json printed, as a record
  --operator NAME, --contact HOW
                 who runs the page and how to reach them (default: page in bonghwa.config.ts)

Exit: 0 written · 2 bad input · 3 the API's fault`;

async function run(args: readonly string[]): Promise<ExitCode> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: 'string' },
      api: { type: 'string' },
      token: { type: 'string' },
      from: { type: 'string' },
      operator: { type: 'string' },
      contact: { type: 'string' },
    },
  });
  if (values.out === undefined) {
    throw new InvalidInputError('page needs a folder.', 'Try: npx bonghwa page --out site');
  }
  const configuration = await ownConfiguration();
  const settings = settingsOf(values, configuration);
  const token = values.token ?? process.env.BONGHWA_API_TOKEN;
  const source =
    values.from === undefined
      ? await pageFromApi(
          {
            ...defined({ api: values.api, token }),
          },
          Date.now(),
        )
      : await pageFromFile(values.from);
  const facts = pageFacts({ ...source, configuration, settings });
  const files = [...archiveFiles(facts), ...presentFiles(facts)];
  const { written } = await writeDiffering(files, await createFolderSite(values.out).open());
  console.log(`${files.length} files, ${written} written. Open ${values.out}/index.html`);
  return EXIT.good;
}

/** Nothing is published without an operator and a contact. */
function settingsOf(
  given: { readonly operator?: string | undefined; readonly contact?: string | undefined },
  { page }: Configuration,
): PageSettings {
  const operator = given.operator ?? page?.operator;
  const contact = given.contact ?? page?.contact;
  if (operator && contact) return { operator, contact, url: page?.url ?? '', simulated: false };
  throw new InvalidInputError(
    'The page must say who runs it and how to reach them.',
    'Set page: { operator, contact } in bonghwa.config.ts, or give --operator and --contact.',
  );
}

async function ownConfiguration(): Promise<Configuration> {
  if (!existsSync('bonghwa.config.ts')) return defaultConfiguration();
  return (await loadConfiguration()).configuration;
}

export const pageCommand: CliCommand = {
  name: 'page',
  summary: 'write the public status page (상황판) as plain files',
  help,
  run,
};
