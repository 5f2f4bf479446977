import { defined } from '#core/defined';
import type { BoardGroup } from '#core/history/board';
import type { Scenario, ScenarioFault } from '#core/scenario/scenario';
import { type Instant, MINUTE } from '#core/time/time';
import { answerAsCarriers } from '#local/replay/carriers';
import { EventLoop, type EventSource, type TimelineEvent } from '#local/replay/event-loop';
import { eventSources } from '#local/replay/event-sources';
import type { Delivered, Inbox } from '#local/replay/inbox';
import { startMinute } from '#local/replay/minute';
import type { Progress } from '#local/replay/progress';
import type { VirtualClock } from '#local/replay/virtual-clock';
import type { LocalSystem } from '#local/system/system';

/** Gets the events of a running replay. */
export interface ReplayWatcher {
  /** `share` of the scenario's time that is over, 0 to 1. */
  progress(at: Instant, share: number): void;
  fault(at: Instant, fault: ScenarioFault, begins: boolean): void;
  board(at: Instant, groups: readonly BoardGroup[]): void;
  delivered(at: Instant, message: Delivered): void;
}

/** Stores of the handlers, and the recipients of notices. */
export interface SourceOptions {
  readonly system: LocalSystem;
  readonly clock: VirtualClock;
  readonly inbox: Inbox;
  readonly watcher: ReplayWatcher;
}

export interface ReplayOptions extends SourceOptions {
  readonly scenario: Scenario;
  readonly progress: Progress;
  /** Ends the replay early, e.g. on Ctrl-C. */
  readonly signal: AbortSignal;
}

/**
 * Runs of an outage that is not over ask for more runs. Without this limit, a replay that left
 * one open would never end.
 */
const AFTERMATH = 30 * MINUTE;

/** Plays the scenario through the deployed handlers. Resolves when its time is over. */
export async function replay(options: ReplayOptions): Promise<void> {
  const { to, faults } = options.scenario;
  const last = Math.max(to, ...faults.map((fault) => fault.to));
  const loop = new EventLoop({
    clock: options.clock,
    sources: await watchedSources(options),
    // Faults first, so that a tick at the same moment already meets them.
    timeline: [...faultEdges(options), ...(await ticks(options))],
    until: last + AFTERMATH,
  });
  const stop = () => loop.stop();
  options.signal.addEventListener('abort', stop, { once: true });
  await loop.run();
  await options.system.page?.idle();
  options.signal.removeEventListener('abort', stop);
}

/** The sources, and a watcher that gets the outcome of each evaluation. */
export async function watchedSources(options: SourceOptions): Promise<readonly EventSource[]> {
  const { system, clock, inbox, watcher } = options;
  return eventSources(system, async () => {
    const messages = await inbox.drain();
    for (const message of messages) watcher.delivered(clock.now(), message);
    await answerAsCarriers(messages);
    watcher.board(clock.now(), await system.stores.board.get());
  });
}

async function ticks({
  scenario,
  system,
  progress,
  watcher,
}: ReplayOptions): Promise<readonly TimelineEvent[]> {
  const length = scenario.to - scenario.from;
  const count = Math.floor(length / MINUTE);
  const all = Array.from({ length: count }, (_, index) => scenario.from + index * MINUTE);
  return all
    .filter((at) => at >= progress.from)
    .map((at) => {
      const happen = async () => {
        watcher.progress(at, (at - scenario.from) / length);
        await progress.reached(at);
        if (inMonitorGap(scenario, at)) return;
        await startMinute(at, system);
      };
      return { at, happen };
    });
}

/** The scheduler itself was down. */
function inMonitorGap({ faults }: Scenario, at: Instant): boolean {
  return faults.some(({ mode, from, to }) => mode === 'monitor-gap' && from <= at && at < to);
}

/** If one fault ends when another begins, the service goes directly from one to the other. */
function faultEdges({ scenario, system, clock, watcher }: ReplayOptions): readonly TimelineEvent[] {
  const faults = scenario.faults.filter(({ mode }) => !mode.startsWith('monitor-'));
  return faults.flatMap((fault) =>
    [fault.from, fault.to].map((at) => ({
      at,
      happen: () => {
        for (const service of fault.services)
          apply(system, service, activeFault(faults, service, at));
        watcher.fault(clock.now(), fault, at === fault.from);
      },
    })),
  );
}

function activeFault(faults: readonly ScenarioFault[], service: string, at: Instant) {
  return faults.findLast(
    ({ services, from, to }) => services.includes(service) && from <= at && at < to,
  );
}

async function apply({ portals }: LocalSystem, service: string, fault: ScenarioFault | undefined) {
  if (!fault) return portals.faults.clear(service);
  const { mode, share, ms } = fault;
  return portals.faults.set(service, { mode, share, ...defined({ ms }) });
}
