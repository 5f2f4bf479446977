import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createFolderSite } from '#adapters/site/folder-site';
import { defined } from '#core/defined';
import { InvalidInputError } from '#core/errors';
import { pageFacts } from '#core/page/page-facts';
import type { Language } from '#core/time/duration';
import type { Configuration, PageSettings } from '#core/watch/configuration';
import { defaultConfiguration, loadConfiguration } from '#local/configuration';
import { pageFromApi, pageFromFile } from '#local/page/page-sources';
import { writeDiffering } from '#pipeline/page/write-page';
import { archiveFiles, presentFiles } from '#render/site';
import { type CliCommand, EXIT, type ExitCode } from '../command.ts';
import { PAGE_HELP } from '../help/page-help.ts';
import { DONE_TEXTS } from '../texts/done.ts';

async function run(args: readonly string[], language: Language): Promise<ExitCode> {
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
    throw new InvalidInputError(
      { en: 'page needs a folder.', ko: 'page에는 폴더가 필요합니다.' },
      { en: 'Try: npx bonghwa page --out site', ko: '예: npx bonghwa page --out site' },
    );
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
  console.log(DONE_TEXTS[language].page(files.length, written, values.out));
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
    {
      en: 'The page must say who runs it and how to reach them.',
      ko: '상황판에는 운영하는 곳과 연락 방법이 있어야 합니다.',
    },
    {
      en: 'Set page: { operator, contact } in bonghwa.config.ts, or give --operator and --contact.',
      ko: 'bonghwa.config.ts에 page: { operator, contact }를 적거나 --operator와 --contact를 주십시오.',
    },
  );
}

async function ownConfiguration(): Promise<Configuration> {
  if (!existsSync('bonghwa.config.ts')) return defaultConfiguration();
  return (await loadConfiguration()).configuration;
}

export const pageCommand: CliCommand = {
  name: 'page',
  help: PAGE_HELP,
  run,
};
