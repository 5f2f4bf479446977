import { parseArgs } from 'node:util';
import type { Language } from '#core/time/duration';
import { type CliCommand, EXIT, type ExitCode } from '../command.ts';
import { configurationOptions } from '../configuration-options.ts';
import { interruptible } from '../interruptible.ts';
import { WATCH_TEXTS } from '../texts/watch.ts';

const help = `npx bonghwa watch [--data FOLDER] [--secrets FILE] [--listen ADDRESS] [--port N] [--log all]

Watches the configured services from this machine until Ctrl-C or SIGTERM, without AWS: the same
checks, rules and notices. For a trial before a deployment and for networks that AWS does not reach.
docs/watch.md says how to run it for long, and where AWS is the better place.

  --data FOLDER         history, state and pictures (default: bonghwa-data). Back up: copy the folder
                        while nothing runs on it
  --secrets FILE        accounts and keys, mode 600 (default: bonghwa.secrets.json, if there is one;
                        or the same JSON in BONGHWA_SECRETS)
  --listen ADDRESS      for the API and the page (default: 127.0.0.1)
  --port N              of the API (default 8718); the page is at the next one
  --log all             every line of the log on stderr (default: warnings and errors)
  --stage S             marks notices unless it is prod (default: BONGHWA_STAGE, else prod)
  --configuration FILE  default: bonghwa.config.ts

Exit: 0 ended as asked · 2 bad input · 3 the monitor's fault`;

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
  // Loaded after the first line: they take a second where the disk is slow.
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
      if (told !== undefined) console.error(`bonghwa: ${told}`);
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
  summary: 'watch the configured services from this machine, without AWS',
  help,
  run,
};
