import type { ExitCode } from './command.ts';

/** 128 + SIGINT, as shells expect. */
const INTERRUPTED = 130;

/** Runs `work` until Ctrl-C or SIGTERM asks it to wind up; a second Ctrl-C ends at once. */
export async function interruptible(
  work: (signal: AbortSignal) => Promise<ExitCode>,
): Promise<ExitCode> {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    process.stderr.write('\nbonghwa: winding up; Ctrl-C again ends at once.\n');
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
