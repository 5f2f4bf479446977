import type { Instant } from '#core/time/time';
import {
  EventLoop,
  type EventSource,
  type LoopClock,
  type OnFailure,
} from '#local/replay/event-loop';
import { dueMinute, startMinute } from '#local/replay/minute';
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
 * Minutes during the machine's sleep are not repeated. A clock that is set back, for example when a
 * machine that started with a wrong one finds the right time, goes on from there. Resolves on
 * `signal`.
 */
export async function goOn(options: LiveOptions, signal: AbortSignal): Promise<void> {
  const { clock, system } = options;
  let started: Instant | undefined;
  const onRound = async () => {
    const due = dueMinute(clock.now(), started);
    if (due === undefined) return;
    started = due;
    await startMinute(due, system);
  };
  const loop = new EventLoop({ ...options, timeline: [], live: true, onRound });
  signal.addEventListener('abort', () => loop.stop(), { once: true });
  if (!signal.aborted) await loop.run();
}
