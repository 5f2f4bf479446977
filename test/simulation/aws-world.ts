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
import { hangingCall, hangingPorts } from '#local/cloud/aws/sdk-model';
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
  /** Chance that a service of AWS hangs during an invocation. */
  readonly hangs: number;
  /** Each function's clock is wrong by up to this, ms. */
  readonly clockErrorMs: number;
  /** What a run that starts then sees, and its length, ms. */
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
  const off = () => Math.round((2 * random() - 1) * options.clockErrorMs);
  const wrong = { dispatcher: off(), runner: off(), prober: off(), evaluator: off() };
  const clockOf = (name: keyof typeof wrong) => ({
    now: () => now + wrong[name],
    secondsUntil: (at: Instant) => Math.max(0, Math.ceil((at - now - wrong[name]) / SECOND)),
  });
  const hanging = (calls: number) => hangingCall({ hangs: options.hangs, calls }, random);
  const ports: EvaluatePorts = {
    ...stores,
    clock: clockOf('evaluator'),
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

  /** Probes of a batch run in parallel. The batch lasts as long as its slowest probe. */
  const runAll =
    (name: 'runner' | 'prober') =>
    (batch: readonly Delivery<CheckRequest>[], at: Instant): Invoked => {
      const startedAt = Math.round(at) + wrong[name];
      const runs = batch
        .filter(({ body }) => startedAt - body.scheduledAt <= LATE_AFTER_MS)
        .map(({ body, receipt }) => {
          const [seen, durationMs] = options.seen(body, at);
          const result = resultOf(body, { startedAt, durationMs }, seen);
          const hangs = hanging(CALLS_OF_A_RUN);
          return { body, receipt, result, hangs, lasts: durationMs + (hangs?.addedMs ?? 0) };
        });
      return {
        durationMs: Math.max(1, ...runs.map(({ lasts }) => lasts)),
        finish: async () => {
          const failed: number[] = [];
          for (const { body, receipt, result, hangs } of runs) {
            const around = hangingPorts(hangs);
            const evaluations = around({ ask: async (group: string) => ask(group) });
            const stored = around(stores.results).put(result);
            if (!(await succeeds(stored))) failed.push(receipt);
            // The handler leaves a lost request to the next tick.
            else if (body.urgent || result.result !== 'passed')
              await succeeds(evaluations.ask(result.group));
          }
          return failed;
        },
      };
    };
  const evaluate = (batch: readonly Delivery<string>[]): Invoked => {
    const hangs = hanging(CALLS_OF_AN_EVALUATION);
    return {
      durationMs: 100 + random() * 400 + (hangs?.addedMs ?? 0),
      finish: async () => {
        const all = batch.map(({ receipt }) => receipt);
        if (random() < options.failures) return all;
        const around = hangingPorts(hangs);
        const [channel] = ports.channels;
        const own = {
          ...ports,
          ...Object.fromEntries(
            Object.entries(stores).map(([name, store]) => [name, around(store)]),
          ),
          checkQueue: around(ports.checkQueue),
          channels: channel ? [{ ...channel, send: around({ send: channel.send }).send }] : [],
        };
        for (const group of new Set(batch.map(({ body }) => body))) {
          const request = { v: 1, group, at: now, reason: 'tick' } as const;
          if (!(await succeeds(evaluatePersistently(request, own)))) return all;
        }
        return [];
      },
    };
  };
  const limits = concurrencyOf(configuration.catalogue);
  const common = { random, duplicates: options.duplicates, returnMs: 2 * SECOND };
  const sources = [
    new EventSourceModel({
      ...common,
      queue: checks.journeys,
      batchSize: 1,
      maxConcurrency: limits.journeys,
      timeoutMs: FUNCTIONS.runner.timeoutSeconds * SECOND,
      invoke: runAll('runner'),
    }),
    new EventSourceModel({
      ...common,
      queue: checks.probes,
      batchSize: 5,
      maxConcurrency: limits.probes,
      timeoutMs: FUNCTIONS.prober.timeoutSeconds * SECOND,
      invoke: runAll('prober'),
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
  /** Runs that a failed dispatcher did not send are missing. They are not tried again. */
  const dispatch = async (minute: Instant) => {
    const around = hangingPorts(hanging(CALLS_OF_A_TICK));
    const asking = { send: async ({ group }: { readonly group: string }) => ask(group) };
    const own = { clock: clockOf('dispatcher'), checkQueue: around(ports.checkQueue) };
    await succeeds(dispatchTick(minute, { ...ports, ...own, evaluations: around(asking) }));
  };
  while (now < to) {
    const [tick] = arrivals;
    const times = sources.map((source) => source.nextAt(now)).filter((at) => at !== undefined);
    const next = Math.min(tick?.at ?? to, ...times.map((at) => Math.max(at, now)), to);
    now = next;
    if (tick && tick.at <= now) {
      arrivals.shift();
      await dispatch(tick.minute);
    }
    for (const source of sources) await source.step(now);
  }
  return told;
}

/** Calls to AWS. One of them may hang. */
const CALLS_OF_A_RUN = 2;
const CALLS_OF_AN_EVALUATION = 25;
const CALLS_OF_A_TICK = 3;

async function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
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
