import { parseArgs } from 'node:util';
import type { Language } from '#core/time/duration';
import { type CliCommand, EXIT, type ExitCode } from '../command.ts';
import { configurationOptions } from '../configuration-options.ts';
import { WATCH_HELP } from '../help/watch-help.ts';
import { interruptible } from '../interruptible.ts';
import { WATCH_TEXTS } from '../texts/watch.ts';

const OPTIONS = {
  ...configurationOptions,
  data: { type: 'string', default: 'bonghwa-data' },
  secrets: { type: 'string' },
  listen: { type: 'string', default: '127.0.0.1' },
  port: { type: 'string', default: '8718' },
  log: { type: 'string', default: 'problems' },
} as const;

async function run(args: readonly string[], language: Language): Promise<ExitCode> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  console.log(`봉화 Bonghwa · watch · ${values.data}`);
  // Loaded after the first line, because loading takes a second on a slow disk.
  const { prepareWatch } = await import('#local/watch/prepare-watch');
  const { sayEnded, sayRunning } = await import('#local/system/running');
  return interruptible(language, async (signal) => {
    const prepared = await prepareWatch({
      ...values,
      language,
      stage: values.stage ?? process.env.BONGHWA_STAGE ?? 'prod',
    });
    try {
      const told = await sayRunning(prepared.running);
      if (told !== undefined) console.error(`bonghwa: ${told[language]}`);
      console.log(prepared.greeting);
      await prepared.watch(signal);
      return EXIT.good;
    } finally {
      await sayEnded(prepared.running);
      await prepared.stop();
      console.log(WATCH_TEXTS[language].ended);
    }
  });
}

export const watchCommand: CliCommand = {
  name: 'watch',
  help: WATCH_HELP,
  run,
};
