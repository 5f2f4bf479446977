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

const help = `npx bonghwa report OUTAGE [--lang ko|en] [--format md|html] [--out FILE]
                         [--api URL] [--token T] [--from FILE]

Writes an outage as a report: which sites, when, how long, the cause and how sure it is, the
timeline, the evidence, and what was not seen. Times in KST, numbers as intervals.

  OUTAGE         its id, e.g. moel-20240718-0915; GET /v1/outages lists them
  --lang         ko (default) or en
  --format       md (default) or html: one page that needs nothing else and prints well
  --out FILE     write to FILE instead of stdout
  --api URL      base URL of the history API (default: the one that npm start serves)
  --token T      for an API that wants one; better in BONGHWA_API_TOKEN
  --from FILE    read what replay --json or simulate --json printed instead of asking the API

Exit: 0 written · 2 bad input or no such outage · 3 the API's fault`;

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
      'report takes one outage.',
      'Try: npx bonghwa report moel-20240718-0915',
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
  throw new InvalidInputError(`${option} ${given} is not known.`, `Use ${known.join(' or ')}.`);
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
    throw new InvalidInputError(
      `${file} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
      'Name a file in a folder that is yours with --out FILE.',
    );
  }
}

export const reportCommand: CliCommand = {
  name: 'report',
  summary: 'write an outage as a report in Korean or English, Markdown or HTML',
  help,
  writesIn: 'ko',
  run,
};
