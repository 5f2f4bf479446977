import { FUNCTIONS, type FunctionName } from '#contract/functions';
import type { CheckRequest } from '#contract/messages';
import { MAX_RECEIVES } from '#contract/names';
import { LATE_AFTER_MS } from '#core/detection/schedule';
import type { Notice } from '#core/notice/notice';
import { concurrencyOf } from '#core/plan/concurrency';
import type { Result } from '#core/run/result';
import { HOUR, type Instant, MINUTE, SECOND } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';
import { EventSourceModel, type Invoked } from '#local/cloud/aws/event-source-model';
import { type Delivery, QueueModel } from '#local/cloud/aws/queue-model';
import { arrivalsOf, type TickFaults } from '#local/cloud/aws/tick-model';
import { seededRandom } from '#local/simulate/random';
import { dispatchTick } from '#pipeline/dispatch/dispatch-tick';
import { evaluatePersistently } from '#pipeline/evaluate/evaluate-persistently';
import type { EvaluatePorts } from '#pipeline/evaluate/ports';
import { channelOf } from '../support/channels.ts';
import { memoryStores } from '../support/memory/stores.ts';
import { resultOf } from '../support/results.ts';

export interface AwsWorldOptions {
  readonly seed: number;
  readonly configuration: Configuration;
  readonly from: Instant;
  readonly to: Instant;
  readonly ticks: TickFaults;
  /** Chance of a second delivery of each message. */
  readonly duplicates: number;
  /** Chance that an evaluation fails as a whole. */
  readonly failures: number;
  /** What a run of a check that starts then sees, and how long it takes, ms. */
  readonly seen: (request: CheckRequest, at: Instant) => [Partial<Result>, number];
}

export interface Told {
  readonly at: Instant;
  readonly notice: Notice;
}

/** The real pipeline on queues, functions and a scheduler that behave as AWS documents. */
export async function playOnAws(options: AwsWorldOptions): Promise<readonly Told[]> {
  const { configuration, seed, from, to, ticks } = options;
  const random = seededRandom(seed);
  let now = from;
  const told: Told[] = [];
  const checks = { journeys: queueOf('runner'), probes: queueOf('prober') };
  const evaluations = queueOf<string>('evaluator', true);
  const ask = (group: string) => evaluations.send(group, now, { group });
  const stores = memoryStores(
    { now: () => now, secondsUntil: () => 0 },
    configuration.retentionDays,
  );
  const ports: EvaluatePorts = {
    ...stores,
    clock: { now: () => now, secondsUntil: (at) => Math.max(0, Math.ceil((at - now) / SECOND)) },
    channels: [
      channelOf({
        send: async (notice) => {
          told.push({ at: now, notice });
          return notice.id;
        },
      }),
    ],
    checkQueue: {
      send: async (requests) => {
        for (const request of requests) {
          const type = configuration.catalogue.checks.find(({ id }) => id === request.check)?.type;
          const queue = type === 'journey' ? checks.journeys : checks.probes;
          queue.send(request, now, { delayMs: request.scheduledAt - now });
        }
      },
    },
    metrics: { count: () => {} },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    configuration,
    stage: 'prod',
  };

  /** Probes of a batch run side by side; the batch lasts as long as its slowest. */
  const runAll = (batch: readonly Delivery<CheckRequest>[], at: Instant): Invoked => {
    const runs = batch
      .filter(({ body }) => at - body.scheduledAt <= LATE_AFTER_MS)
      .map(({ body }) => {
        const [seen, durationMs] = options.seen(body, at);
        return resultOf(body, { startedAt: Math.round(at), durationMs }, seen);
      });
    return {
      durationMs: Math.max(1, ...runs.map(({ durationMs }) => durationMs)),
      finish: async () => {
        for (const result of runs) {
          await stores.results.put(result);
          const request = batch.find(({ body }) => body.run === result.run)?.body;
          if (request?.urgent || result.result !== 'passed') ask(result.group);
        }
        return [];
      },
    };
  };
  const evaluate = (batch: readonly Delivery<string>[]): Invoked => ({
    durationMs: 100 + random() * 400,
    finish: async () => {
      if (random() < options.failures) return batch.map(({ receipt }) => receipt);
      for (const group of new Set(batch.map(({ body }) => body))) {
        await evaluatePersistently({ v: 1, group, at: now, reason: 'tick' }, ports);
      }
      return [];
    },
  });
  const limits = concurrencyOf(configuration.catalogue);
  const common = { random, duplicates: options.duplicates, returnMs: 2 * SECOND };
  const sources = [
    new EventSourceModel({
      ...common,
      queue: checks.journeys,
      batchSize: 1,
      maxConcurrency: limits.journeys,
      timeoutMs: FUNCTIONS.runner.timeoutSeconds * SECOND,
      invoke: runAll,
    }),
    new EventSourceModel({
      ...common,
      queue: checks.probes,
      batchSize: 5,
      maxConcurrency: limits.probes,
      timeoutMs: FUNCTIONS.prober.timeoutSeconds * SECOND,
      invoke: runAll,
    }),
    new EventSourceModel({
      ...common,
      queue: evaluations,
      batchSize: 10,
      maxConcurrency: limits.evaluations,
      timeoutMs: FUNCTIONS.evaluator.timeoutSeconds * SECOND,
      invoke: evaluate,
    }),
  ];
  const arrivals: { readonly at: Instant; readonly minute: Instant }[] = [];
  for (let minute = from; minute < to; minute += MINUTE) {
    for (const at of arrivalsOf(minute, ticks, random)) arrivals.push({ at, minute });
  }
  arrivals.sort((a, b) => a.at - b.at);
  const dispatch = {
    ...ports,
    evaluations: { send: async ({ group }: { group: string }) => ask(group) },
  };
  while (now < to) {
    const [tick] = arrivals;
    const times = sources.map((source) => source.nextAt(now)).filter((at) => at !== undefined);
    const next = Math.min(tick?.at ?? to, ...times.map((at) => Math.max(at, now)), to);
    now = next;
    if (tick && tick.at <= now) {
      arrivals.shift();
      await dispatchTick(tick.minute, dispatch);
    }
    for (const source of sources) await source.step(now);
  }
  return told;
}

function queueOf<Body = CheckRequest>(name: FunctionName, fifo = false): QueueModel<Body> {
  const visibilityMs = (FUNCTIONS[name].timeoutSeconds + 10) * SECOND;
  return new QueueModel<Body>({
    fifo,
    visibilityMs,
    retentionMs: fifo ? HOUR : (MAX_RECEIVES + 1) * visibilityMs,
    maxReceives: MAX_RECEIVES,
  });
}
