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
  /** Absent: whatever fails ends it. */
  readonly onFailure?: OnFailure;
}

/**
 * Lets a system go on in real time: checks run each minute, and what people post to the API is
 * evaluated. Minutes that went by while the machine slept are not made up for. Resolves when `signal`
 * says so.
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
