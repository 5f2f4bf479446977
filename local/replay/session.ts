import { setTimeout as sleep } from 'node:timers/promises';
import { defined } from '#core/defined';
import type { Scenario } from '#core/scenario/scenario';
import type { Summary } from '#core/scenario/summary';
import { usableStore } from '#local/cloud/database';
import { VISIBILITY_SECONDS } from '#local/cloud/queue-reader';
import { collectSummary } from '#local/replay/collect';
import { type Delivered, Inbox, type Posted } from '#local/replay/inbox';
import { openProgress } from '#local/replay/progress';
import { type ReplayWatcher, replay } from '#local/replay/replay';
import { VirtualClock } from '#local/replay/virtual-clock';
import { PACE } from '#local/system/limits';
import { type LocalSystem, type StartPhase, startSystem } from '#local/system/system';
import { type WorkFolder, workFolder } from '#local/system/work-folder';

/** A played scenario, and the system that still runs behind it. */
export interface Played {
  readonly scenario: Scenario;
  readonly summary: Summary;
  /** As SNS delivered them, in order. */
  readonly messages: readonly Delivered[];
  /** Bodies for webhooks and chat, in order. */
  readonly posts: readonly Posted[];
  readonly system: LocalSystem;
  readonly folder: WorkFolder;
  readonly clock: VirtualClock;
  readonly inbox: Inbox;
  /** Real seconds of the replay, without the start-up. */
  readonly seconds: number;
  stop(): Promise<void>;
}

export interface SessionOptions {
  readonly scenario: Scenario;
  readonly dataFolder?: string;
  /** Address of the history API, if it is served. Emails link to it. */
  readonly apiUrl?: string;
  /** Address of the public page, if it is served. */
  readonly pageUrl?: string;
  readonly onPhase?: (phase: StartPhase) => void;
  readonly watcher: (system: LocalSystem) => ReplayWatcher;
  readonly signal: AbortSignal;
}

/** Starts the whole system, plays the scenario through it and reads the result from the store. */
export async function playScenario(options: SessionOptions): Promise<Played> {
  const { scenario, signal, apiUrl, pageUrl, onPhase } = options;
  const folder = await workFolder(options.dataFolder);
  // Before the browser is measured, which takes seconds.
  if (!folder.temporary) await usableStore(folder.path);
  const progress = await openProgress(folder.path, scenario);
  const clock = new VirtualClock(progress.from, PACE);
  const system = await startSystem({
    folder,
    clock,
    scenario,
    onSlower: (slowness) => clock.setPace(PACE / slowness),
    ...defined({ apiUrl, pageUrl, onPhase }),
  });
  clock.setPace(PACE / system.slowness);
  const stop = async () => {
    await system.stop();
    folder.remove();
  };
  try {
    const begun = performance.now();
    const watcher = options.watcher(system);
    const inbox = await Inbox.open(system.inbox, folder.path);
    // Messages that the killed process held must become visible first.
    if (progress.resumed) await sleep(VISIBILITY_SECONDS * 1_000);
    await replay({ scenario, system, clock, inbox, progress, watcher, signal });
    const { messages, posts } = inbox;
    const seconds = (performance.now() - begun) / 1_000;
    const summary = await collectSummary(system, scenario);
    return { scenario, summary, messages, posts, system, folder, clock, inbox, seconds, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
