import { parseArgs } from 'node:util';
import { HISTORY_KINDS } from '#adapters/dynamodb/history-items';
import { InvalidInputError } from '#core/errors';
import { loadConfiguration } from '#local/configuration';
import { exportHistory, type HistoryCounts, importHistory } from '#local/history/history-file';
import { type OpenHistory, openFolder, openStage } from '#local/history/open-history';
import { type CliCommand, EXIT, type ExitCode } from '../command.ts';
import { configurationOptions, loadOptions } from '../configuration-options.ts';

const help = `npx bonghwa history export (--data FOLDER | --stage S) --out FILE.ndjson
npx bonghwa history import (--data FOLDER | --stage S) FILE.ndjson

Moves history between a data folder of watch and the table of a deployed stage: results, rollups and
outages that are over. State, notices, tokens, secrets and recipients are never in the file. An
import overwrites nothing that is as new, so doing it twice adds nothing the second time.

  --data FOLDER         a data folder of watch, while nothing runs on it
  --stage S             a deployed stage, with the AWS credentials of its account; with --data the
                        stage that watch was given (default there: BONGHWA_STAGE, else prod)
  --out FILE            the file to write, mode 600
  --configuration FILE  names the region of the stage (default: bonghwa.config.ts)

Exit: 0 done · 2 bad input, or a file of another version · 3 the store's fault`;

const OPTIONS = {
  ...configurationOptions,
  data: { type: 'string' },
  out: { type: 'string' },
} as const;

async function run(args: readonly string[]): Promise<ExitCode> {
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
      'history takes export with --out FILE, or import and a file.',
      'See: npx bonghwa history --help',
    );
  }
  const history = await opened(values, verb);
  try {
    if (verb === 'export') {
      console.log(`exported: ${said(await exportHistory(history, file, Date.now()))}`);
    } else {
      const { added, kept } = await importHistory(history, file);
      console.log(`added: ${said(added)}\nthere already: ${said(kept)}`);
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
      'history wants to know where: a data folder or a stage.',
      'Add --data FOLDER or --stage S.',
    );
  }
  const { deployment } = await loadConfiguration(loadOptions(where));
  return openStage(deployment.stage, deployment.homeRegion);
}

function said(counts: HistoryCounts): string {
  return `${HISTORY_KINDS.map((kind) => `${counts[kind] ?? 0} of ${kind}`).join(', ')} (items)`;
}

export const historyCommand: CliCommand = {
  name: 'history',
  summary: 'move history between a data folder of watch and a deployed stage',
  help,
  run,
};
