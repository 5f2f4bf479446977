import type { Language } from '#core/time/duration';
import type { ExitCode } from './command.ts';
import { PLAYED_TEXTS } from './texts/played.ts';

/** 128 + SIGINT, as shells expect. */
const INTERRUPTED = 130;

/** Runs `work` until Ctrl-C or SIGTERM asks it to finish. A second Ctrl-C ends at once. */
export async function interruptible(
  language: Language,
  work: (signal: AbortSignal) => Promise<ExitCode>,
): Promise<ExitCode> {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    process.stderr.write(`\nbonghwa: ${PLAYED_TEXTS[language].windingUp}\n`);
    controller.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  try {
    return await work(controller.signal);
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}
