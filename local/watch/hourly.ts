import { setTimeout as wait } from 'node:timers/promises';
import { HOUR } from '#core/time/time';

export interface Hourly {
  readonly signal: AbortSignal;
  readonly onFailure: (error: unknown) => void;
  readonly pause?: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

/**
 * Runs at once, because a process that restarts every hour would never reach it. Then runs an hour
 * after the end of the last run, so that two never overlap. Settles when it has ended.
 */
export async function hourly(
  task: (signal: AbortSignal) => Promise<void>,
  { signal, onFailure, pause = waitUnlessEnded }: Hourly,
): Promise<void> {
  while (!signal.aborted) {
    await task(signal).catch(onFailure);
    await pause(HOUR, signal);
  }
}

function waitUnlessEnded(ms: number, signal: AbortSignal): Promise<unknown> {
  return wait(ms, undefined, { signal }).catch(() => undefined);
}
