import { MINUTE } from '#core/time/time';
import { EventLoop } from '#local/replay/event-loop';
import { startMinute } from '#local/replay/minute';
import { eventSources, type SourceOptions } from '#local/replay/replay';

/**
 * Lets the system go on after its scenario, in real time from the scenario's last moment: checks run,
 * and what people post to the API is evaluated. Resolves when `signal` says so.
 */
export async function goOn(options: SourceOptions, signal: AbortSignal): Promise<void> {
  const { clock } = options;
  clock.setPace(1);
  const loop = new EventLoop({
    clock,
    sources: await eventSources(options),
    timeline: [],
    live: true,
  });
  const scheduleTick = (at: number) =>
    loop.schedule({
      at,
      happen: async () => {
        scheduleTick(at + MINUTE);
        await startMinute(at, options.system);
      },
    });
  scheduleTick(Math.ceil(clock.now() / MINUTE) * MINUTE);
  signal.addEventListener('abort', () => loop.stop(), { once: true });
  if (!signal.aborted) await loop.run();
}
