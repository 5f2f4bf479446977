import { parseArgs } from 'node:util';
import { HISTORY_KINDS } from '#adapters/dynamodb/history-items';
import { InvalidInputError } from '#core/errors';
import type { Language } from '#core/time/duration';
import { loadConfiguration } from '#local/configuration';
import { exportHistory, type HistoryCounts, importHistory } from '#local/history/history-file';
import { type OpenHistory, openFolder, openStage } from '#local/history/open-history';
import { type CliCommand, EXIT, type ExitCode } from '../command.ts';
import { configurationOptions, loadOptions } from '../configuration-options.ts';
import { HISTORY_HELP } from '../help/history-help.ts';
import { DONE_TEXTS } from '../texts/done.ts';

const OPTIONS = {
  ...configurationOptions,
  data: { type: 'string' },
  out: { type: 'string' },
} as const;

async function run(args: readonly string[], language: Language): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: OPTIONS,
  });
  const [verb, named, ...more] = positionals;
  const file = verb === 'export' ? values.out : named;
  const isWhole = verb === 'export' ? named === undefined : values.out === undefined;
  if ((verb !== 'export' && verb !== 'import') || !file || !isWhole || more.length > 0) {
    throw new InvalidInputError(
      {
        en: 'history takes export with --out FILE, or import and a file.',
        ko: 'history의 사용법: export와 --out FILE, 또는 import와 파일.',
      },
      { en: 'See: npx bonghwa history --help', ko: '도움말: npx bonghwa history --help' },
    );
  }
  const history = await opened(values, verb);
  const say = DONE_TEXTS[language];
  const said = (counts: HistoryCounts) =>
    say.items(HISTORY_KINDS.map((kind) => [kind, counts[kind] ?? 0]));
  try {
    if (verb === 'export') {
      console.log(`${say.exported}: ${said(await exportHistory(history, file, Date.now()))}`);
    } else {
      const { added, kept } = await importHistory(history, file);
      console.log(`${say.added}: ${said(added)}\n${say.kept}: ${said(kept)}`);
    }
    return EXIT.good;
  } finally {
    await history.stop();
  }
}

interface Where {
  readonly data?: string | undefined;
  readonly stage?: string | undefined;
  readonly configuration?: string | undefined;
}

async function opened(where: Where, use: 'export' | 'import'): Promise<OpenHistory> {
  if (where.data !== undefined) {
    return openFolder(where.data, where.stage ?? process.env.BONGHWA_STAGE ?? 'prod', use);
  }
  if (where.stage === undefined) {
    throw new InvalidInputError(
      {
        en: 'history wants to know where: a data folder or a stage.',
        ko: '어디의 이력인지 알 수 없습니다.',
      },
      { en: 'Add --data FOLDER or --stage S.', ko: '--data FOLDER 또는 --stage S를 더하십시오.' },
    );
  }
  const { deployment } = await loadConfiguration(loadOptions(where));
  return openStage(deployment.stage, deployment.homeRegion);
}

export const historyCommand: CliCommand = {
  name: 'history',
  help: HISTORY_HELP,
  run,
};
