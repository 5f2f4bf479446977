import type { Instant } from '#core/time/time';
import { SLOWEST_POLL_MS, SLOWEST_START_MS } from '#local/cloud/aws/documented';
import type { Delivery, QueueModel } from '#local/cloud/aws/queue-model';

/** One invocation: its length and its result. */
export interface Invoked {
  readonly durationMs: number;
  /** Runs at its end and returns receipts of failed messages. Does not run after a time-out. */
  readonly finish: () => Promise<readonly number[]>;
}

export interface EventSourceOptions<Body> {
  readonly queue: QueueModel<Body>;
  readonly batchSize: number;
  readonly maxConcurrency: number;
  readonly timeoutMs: number;
  readonly random: () => number;
  /** Probability that a delivered message is delivered again (SQS: at least once). */
  readonly duplicates: number;
  /** Time until a failed message is visible again, as the function requests, ms. */
  readonly returnMs: number;
  readonly invoke: (batch: readonly Delivery<Body>[], at: Instant) => Invoked;
}

interface Running<Body> {
  readonly endsAt: Instant;
  readonly batch: readonly Delivery<Body>[];
  readonly invoked: Invoked;
  readonly cutOff: boolean;
}

/**
 * Lambda's event source on a queue, as documented (Lambda developer guide, "Using Lambda with
 * Amazon SQS"): polls, batches, slots, cold starts, time-outs that kill, partial batch answers.
 */
export class EventSourceModel<Body> {
  readonly #options: EventSourceOptions<Body>;
  #running: Running<Body>[] = [];
  #warm = 0;

  constructor(options: EventSourceOptions<Body>) {
    this.#options = options;
  }

  /** Time of the next event, as far as known. */
  nextAt(at: Instant): Instant | undefined {
    const { queue, maxConcurrency } = this.#options;
    const ends = this.#running.map(({ endsAt }) => endsAt);
    const free = this.#running.length < maxConcurrency;
    const arrives = free ? queue.nextAt(at) : undefined;
    const times = arrives === undefined ? ends : [...ends, arrives];
    return times.length === 0 ? undefined : Math.min(...times);
  }

  /** Finishes invocations that end by `at`, then starts new ones. */
  async step(at: Instant): Promise<void> {
    const over = this.#running.filter(({ endsAt }) => endsAt <= at);
    this.#running = this.#running.filter(({ endsAt }) => endsAt > at);
    for (const each of over) await this.#end(each, at);
    const { queue, batchSize, maxConcurrency } = this.#options;
    while (this.#running.length < maxConcurrency) {
      const batch = queue.receive(at, batchSize);
      if (batch.length === 0) return;
      this.#start(batch, at);
    }
  }

  #start(batch: readonly Delivery<Body>[], at: Instant): void {
    const { random, invoke, timeoutMs } = this.#options;
    const cold = this.#running.length >= this.#warm;
    if (cold) this.#warm += 1;
    const startsAt = at + random() * SLOWEST_POLL_MS + (cold ? random() * SLOWEST_START_MS : 0);
    const invoked = invoke(batch, startsAt);
    const cutOff = invoked.durationMs > timeoutMs;
    const endsAt = Math.ceil(startsAt + Math.min(invoked.durationMs, timeoutMs));
    this.#running.push({ endsAt, batch, invoked, cutOff });
  }

  async #end({ batch, invoked, cutOff }: Running<Body>, at: Instant): Promise<void> {
    if (cutOff) return;
    const { queue, random, duplicates, returnMs } = this.#options;
    const failed = new Set(await invoked.finish());
    for (const { receipt } of batch) {
      if (failed.has(receipt)) queue.changeVisibility(receipt, at, returnMs);
      else if (random() >= duplicates) queue.delete(receipt);
    }
  }
}
