import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { defined } from '#core/defined';
import { InvalidInputError } from '#core/errors';
import type { Span } from '#core/outage/correlation';
import { reportText } from '#core/report/plain-text';
import { until, whyOutage, whyService } from '#core/report/why';
import type { Language } from '#core/time/duration';
import { DAY } from '#core/time/time';
import { defaultConfiguration, loadConfiguration } from '#local/configuration';
import { whyFromApi } from '#local/report/why-from-api';
import { whyFromFile } from '#local/report/why-from-file';
import { exactlyOf, latelyOf, type WhySource } from '#local/report/why-source';
import { fitted } from '#local/terminal';
import { type CliCommand, EXIT, type ExitCode } from '../command.ts';
import { WHY_HELP } from '../help/why-help.ts';

async function run(args: readonly string[], language: Language): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      at: { type: 'string' },
      api: { type: 'string' },
      token: { type: 'string' },
      from: { type: 'string' },
    },
  });
  const [about, ...more] = positionals;
  if (about === undefined || more.length > 0) {
    throw new InvalidInputError(
      {
        en: 'why takes one outage or one service.',
        ko: 'why에는 장애나 서비스 하나가 필요합니다.',
      },
      {
        en: 'Try: npx bonghwa why work24, or npx bonghwa why moel-20240718-0915',
        ko: '예: npx bonghwa why work24 또는 npx bonghwa why moel-20240718-0915',
      },
    );
  }
  const source = await sourceOf(values);
  console.log(fitted(await answer(about, source, { ...values, language })));
  return EXIT.good;
}

interface Where {
  readonly api?: string | undefined;
  readonly token?: string | undefined;
  readonly from?: string | undefined;
}

async function sourceOf({ api, token, from }: Where): Promise<WhySource> {
  if (from !== undefined) return whyFromFile(from);
  return whyFromApi(defined({ api, token: token ?? process.env.BONGHWA_API_TOKEN }));
}

interface Asked extends Where {
  readonly at?: string | undefined;
  readonly language: Language;
}

async function answer(about: string, source: WhySource, asked: Asked): Promise<string> {
  const { configuration, subscribers } = await known();
  const { catalogue } = configuration;
  const at = asked.at === undefined ? undefined : instantOf(asked.at);
  const input = { catalogue, language: asked.language, subscribers };
  if (!catalogue.services.some(({ id }) => id === about)) {
    const found = await source.outage(about);
    return reportText(whyOutage(until(at ?? Number.POSITIVE_INFINITY, found), input));
  }
  const recordOf = at === undefined ? latelyOf : exactlyOf;
  const { span, record } = await recordOf(about, source, spanOf(at, asked));
  const outages = record.outages.map((outage) => until(span.to, outage));
  const now = at === undefined ? record.now : undefined;
  return reportText(whyService({ ...input, ...span, ...record, outages, now, service: about }));
}

/** The day before `at`. For a file without a time, everything in it. */
function spanOf(at: number | undefined, { from }: Where): Span {
  if (at === undefined && from !== undefined) return { from: 0, to: Date.now() };
  const to = at ?? Date.now();
  return { from: to - DAY, to };
}

function instantOf(text: string): number {
  const at = Date.parse(text);
  if (/T.*(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(at)) return at;
  throw new InvalidInputError(
    {
      en: `--at ${text} is not a time with an offset.`,
      ko: `--at ${text}: 시간대(+09:00)가 있는 시각이 아닙니다.`,
    },
    {
      en: 'Write it like 2024-07-18T09:20:00+09:00.',
      ko: '2024-07-18T09:20:00+09:00처럼 쓰십시오.',
    },
  );
}

/** Subscribers are known only if the configuration of the deployment is available. */
async function known() {
  if (!existsSync('bonghwa.config.ts')) {
    return { configuration: defaultConfiguration(), subscribers: undefined };
  }
  const { configuration, deployment } = await loadConfiguration();
  return { configuration, subscribers: deployment.subscribers };
}

export const whyCommand: CliCommand = {
  name: 'why',
  help: WHY_HELP,
  writesIn: 'ko',
  run,
};
