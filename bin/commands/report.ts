import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { defined } from '#core/defined';
import { InvalidInputError } from '#core/errors';
import { reportMarkdown } from '#core/report/markdown';
import { composeReport } from '#core/report/report';
import type { Language } from '#core/time/duration';
import { defaultConfiguration, loadConfiguration } from '#local/configuration';
import { outageFromApi } from '#local/report/from-api';
import { outageFromFile } from '#local/report/from-file';
import { reportPage } from '#render/report-page';
import { type CliCommand, EXIT, type ExitCode } from '../command.ts';
import { REPORT_HELP } from '../help/report-help.ts';

async function run(args: readonly string[], language: Language): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'md' },
      api: { type: 'string' },
      token: { type: 'string' },
      from: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0) {
    throw new InvalidInputError(
      { en: 'report takes one outage.', ko: 'report에는 장애 하나가 필요합니다.' },
      {
        en: 'Try: npx bonghwa report moel-20240718-0915',
        ko: '예: npx bonghwa report moel-20240718-0915',
      },
    );
  }
  const format = oneOf('--format', values.format, ['md', 'html'] as const);
  const token = values.token ?? process.env.BONGHWA_API_TOKEN;
  const source =
    values.from === undefined
      ? await outageFromApi(id, {
          ...defined({ api: values.api, token }),
        })
      : await outageFromFile(id, values.from);
  const { catalogue } = await configuration();
  const report = composeReport({ ...source, catalogue, language, writtenAt: Date.now() });
  const text = format === 'html' ? reportPage(report) : reportMarkdown(report);
  await put(text, values.out);
  return EXIT.good;
}

function oneOf<T extends string>(option: string, given: string, known: readonly T[]): T {
  const found = known.find((candidate) => candidate === given);
  if (found !== undefined) return found;
  throw new InvalidInputError(
    { en: `${option} ${given} is not known.`, ko: `${option} ${given} 값은 쓸 수 없습니다.` },
    { en: `Use ${known.join(' or ')}.`, ko: `쓸 수 있는 값: ${known.join(', ')}.` },
  );
}

async function configuration() {
  if (!existsSync('bonghwa.config.ts')) return defaultConfiguration();
  return (await loadConfiguration()).configuration;
}

async function put(text: string, file: string | undefined): Promise<void> {
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    await writeFile(file, text, { mode: 0o600 });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new InvalidInputError(
      {
        en: `${file} cannot be written: ${why}.`,
        ko: `${file} 파일을 쓸 수 없습니다(원문: ${why}).`,
      },
      {
        en: 'Name a file in a folder that is yours with --out FILE.',
        ko: '--out FILE로 쓸 수 있는 폴더의 파일을 지정하십시오.',
      },
    );
  }
}

export const reportCommand: CliCommand = {
  name: 'report',
  help: REPORT_HELP,
  writesIn: 'ko',
  run,
};
