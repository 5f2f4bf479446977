import type { Page } from 'playwright-core';
import { within } from '#adapters/chromium/deadline';
import { MOST_ASIDE_MS, type PageTools } from '#adapters/chromium/page-tools';
import type { Recorder } from '#adapters/chromium/recorder';
import { StepClock } from '#adapters/chromium/step-clock';
import { defined } from '#core/defined';
import type { JourneyOrder } from '#core/ports/checks';
import { LAYERS, type Layer } from '#core/run/layer';
import type { StepRecord } from '#core/run/result';
import type { Step } from '#core/watch/journey';

export interface StepsRun {
  readonly records: readonly StepRecord[];
  readonly passedLayers: readonly Layer[];
  /** Where it stopped. */
  readonly stopped?: { readonly layer: Layer; readonly elapsedMs: number; readonly error: unknown };
  /** The slowest step that passed. */
  readonly slowest?: { readonly layer: Layer; readonly elapsedMs: number };
}

export interface StepsOptions {
  readonly tools: PageTools;
  readonly recorder: Recorder;
  readonly order: JourneyOrder;
  readonly now: () => number;
  /** Latest end of the last step, ms since the run began. */
  readonly endsAt: number;
  readonly watcher: { passed(step: Step<Page>): Promise<void> };
}

/** Runs the steps one by one until one fails; soft ones may fail. Never throws. */
export async function runSteps(
  steps: readonly Step<Page>[],
  options: StepsOptions,
): Promise<StepsRun> {
  const records: StepRecord[] = [];
  let slowest: StepsRun['slowest'];
  let stopped: StepsRun['stopped'];
  for (const step of steps) {
    const startedMs = options.now();
    const error = await runStep(step, options);
    const elapsedMs = options.now() - startedMs;
    const record = recordOf(step, { startedMs, elapsedMs, error });
    records.push(record);
    options.order.onStep?.(record);
    if (error !== undefined && !step.soft) {
      stopped = { layer: step.layer, elapsedMs, error };
      break;
    }
    if (!step.soft && elapsedMs > (slowest?.elapsedMs ?? -1)) {
      slowest = { layer: step.layer, elapsedMs };
    }
    if (error === undefined) await options.watcher.passed(step);
  }
  const passedLayers = LAYERS.filter(
    (layer) =>
      stopped?.layer !== layer &&
      records.some((record) => record.layer === layer && record.status === 'passed'),
  );
  return {
    records: [...records, ...steps.slice(records.length).map(skipped)],
    passedLayers,
    ...defined({ stopped, slowest }),
  };
}

/** The error that ended the step, or undefined. */
async function runStep(
  step: Step<Page>,
  { tools, recorder, order, now, endsAt }: StepsOptions,
): Promise<unknown> {
  const budget = step.timeoutMs ?? order.limits.stepMs;
  const clock = new StepClock(now, budget, endsAt);
  tools.clock = clock;
  // Steps watch the clock themselves. This limit is for a step that waits in another way.
  const longest = budget + order.limits.queueBudgetMs + MOST_ASIDE_MS;
  const most = Math.min(longest, endsAt - now()) + 500;
  try {
    await within(most, Promise.race([step.run(tools), recorder.gaveUp]), step.name);
    return undefined;
  } catch (error) {
    return clock.cutShort() ? new RunCutShortError(step.name) : (error ?? new Error('unknown'));
  }
}

/**
 * Our own limit of the whole run ended a step that had time left. Proves nothing about the service.
 */
export class RunCutShortError extends Error {
  override readonly name = 'RunCutShortError';

  constructor(step: string) {
    super(`the run's time was up during "${step}"`);
  }
}

function recordOf(
  step: Step<Page>,
  { startedMs, elapsedMs, error }: { startedMs: number; elapsedMs: number; error: unknown },
): StepRecord {
  const failed = step.soft ? 'soft-failed' : 'failed';
  return {
    name: step.name,
    layer: step.layer,
    status: error === undefined ? 'passed' : failed,
    startedMs: Math.round(startedMs),
    durationMs: Math.round(elapsedMs),
    ...(error === undefined ? {} : { error: messageOf(error) }),
  };
}

function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n')[0] ?? '').slice(0, 300);
}

function skipped(step: Step<Page>): StepRecord {
  return { name: step.name, layer: step.layer, status: 'skipped', startedMs: 0, durationMs: 0 };
}
