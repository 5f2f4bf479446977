import { MINUTE } from '#core/time/time';
import {
  EventLoop,
  type EventSource,
  type LoopClock,
  type OnFailure,
} from '#local/replay/event-loop';
import { startMinute } from '#local/replay/minute';
import type { LocalSystem } from '#local/system/system';

export interface LiveOptions {
  readonly system: Pick<LocalSystem, 'page'>;
  readonly clock: LoopClock;
  readonly sources: readonly EventSource[];
  /** Absent: any failure ends it. */
  readonly onFailure?: OnFailure;
}

/**
 * Lets a system continue in real time: checks run each minute, and API commands are evaluated.
 * Minutes during the machine's sleep are not repeated. Resolves on `signal`.
 */
export async function goOn(options: LiveOptions, signal: AbortSignal): Promise<void> {
  const { clock, system } = options;
  const loop = new EventLoop({ ...options, timeline: [], live: true });
  const nextTick = (earliest: number) => {
    const at = Math.max(earliest, Math.floor(clock.now() / MINUTE) * MINUTE);
    loop.schedule({
      at,
      happen: async () => {
        nextTick(at + MINUTE);
        await startMinute(at, system);
      },
    });
  };
  nextTick(0);
  signal.addEventListener('abort', () => loop.stop(), { once: true });
  if (!signal.aborted) await loop.run();
}
