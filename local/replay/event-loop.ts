import { setTimeout as sleep } from 'node:timers/promises';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { LATE_AFTER_MS } from '#core/detection/schedule';
import type { Instant } from '#core/time/time';
import { QueueReader, VISIBILITY_SECONDS } from '#local/cloud/queue-reader';

/** A queue, its handler, and how many of its messages may be handled at once. */
export interface EventSource {
  readonly name: string;
  readonly queueUrl: string;
  readonly concurrency: number;
  /** Messages per batch, as in the function's event-source mapping. */
  readonly batchSize: number;
  readonly handler: (event: SQSEvent) => Promise<SQSBatchResponse>;
  /** Called after each batch, e.g. to print changes. */
  readonly after?: () => Promise<void>;
}

/** An event at a moment of the replay: a tick, or the start of a fault. */
export interface TimelineEvent {
  readonly at: Instant;
  readonly happen: () => Promise<void> | void;
}

/** What the loop needs from a clock. */
export interface LoopClock {
  now(): Instant;
  holdAt(at: Instant): void;
  jumpTo(at: Instant): void;
  realMsUntil(at: Instant): number;
}

/** Called when a handler, a queue or an event failed and the loop continues. */
export type OnFailure = (what: string, error: unknown) => void;

interface Held {
  readonly source: EventSource;
  readonly reader: QueueReader;
  readonly record: SQSRecord;
  readonly due: Instant;
}

/** How often queues are read while handlers run, real ms. */
const POLL_MS = 20;
const LIVE_POLL_MS = 250;
/** A replay's clock stands still while a run waits longer than this. */
const MOST_BEHIND_MS = LATE_AFTER_MS / 2;

/**
 * Lambda's event sources on a virtual clock. Messages wait until their `scheduledAt`, handlers run
 * as deployed, and time jumps ahead whenever nothing runs.
 */
export class EventLoop {
  readonly #clock: LoopClock;
  readonly #live: boolean;
  readonly #until: Instant;
  readonly #onFailure: OnFailure | undefined;
  readonly #onRound: (() => Promise<void>) | undefined;
  readonly #sources: readonly { source: EventSource; reader: QueueReader }[];
  readonly #running = new Map<EventSource, number>();
  #timeline: readonly TimelineEvent[];
  #held: readonly Held[] = [];
  #underWay = new Set<Promise<void>>();
  #stopped = false;

  constructor(options: {
    readonly clock: LoopClock;
    readonly sources: readonly EventSource[];
    readonly timeline: readonly TimelineEvent[];
    /** Waits for the next due time instead of jumping to it, and never ends. */
    readonly live?: boolean;
    /** What is due later is not done. Absent: it goes on until nothing waits. */
    readonly until?: Instant;
    /** Absent: any failure ends the run. */
    readonly onFailure?: OnFailure;
    /** Called between all other work, for what no moment can be named in advance. */
    readonly onRound?: () => Promise<void>;
  }) {
    const client = new SQSClient({});
    this.#clock = options.clock;
    this.#live = options.live ?? false;
    this.#until = options.until ?? Number.POSITIVE_INFINITY;
    this.#onFailure = options.onFailure;
    this.#onRound = options.onRound;
    this.#sources = options.sources.map((source) => ({
      source,
      reader: new QueueReader(client, source.queueUrl),
    }));
    this.#timeline = [...options.timeline].sort((a, b) => a.at - b.at);
  }

  /** Lets running handlers finish and starts no new ones. */
  stop(): void {
    this.#stopped = true;
  }

  /** Resolves when timeline, queues and handlers are finished, or `stop` was called. */
  async run(): Promise<void> {
    while (!this.#stopped) {
      await this.#survive('timeline', this.#happen());
      await this.#survive('queues', this.#collect());
      this.#start();
      const next = this.#nextDue();
      this.#clock.holdAt(this.#isBehind() ? this.#clock.now() : (next ?? Number.POSITIVE_INFINITY));
      if (this.#live) await this.#wait(next, LIVE_POLL_MS);
      else if (this.#underWay.size > 0) await this.#wait(next, POLL_MS);
      else if (next === undefined || next > this.#until) break;
      else this.#clock.jumpTo(next);
    }
    await Promise.all(this.#underWay);
  }

  async #happen(): Promise<void> {
    await this.#onRound?.();
    while (this.#timeline[0] && this.#timeline[0].at <= this.#clock.now()) {
      const [first, ...rest] = this.#timeline;
      this.#timeline = rest;
      await first.happen();
    }
  }

  async #collect(): Promise<void> {
    const received = await Promise.all(
      this.#sources.map(async ({ source, reader }) =>
        (await reader.receive()).map((record) => ({ source, reader, record, due: dueAt(record) })),
      ),
    );
    this.#held = [...this.#held, ...received.flat()].sort((a, b) => a.due - b.due);
  }

  #start(): void {
    const now = this.#clock.now();
    for (const { source } of this.#sources) {
      const due = this.#held.filter((held) => held.source === source && held.due <= now);
      while (due.length > 0 && (this.#running.get(source) ?? 0) < source.concurrency) {
        const batch = due.splice(0, source.batchSize);
        this.#held = this.#held.filter((held) => !batch.includes(held));
        this.#track(source, batch);
      }
    }
  }

  #track(source: EventSource, batch: readonly Held[]): void {
    this.#running.set(source, (this.#running.get(source) ?? 0) + 1);
    const work = this.#survive(source.name, deliver(source, batch)).finally(() => {
      this.#underWay.delete(work);
      this.#running.set(source, (this.#running.get(source) ?? 1) - 1);
    });
    this.#underWay.add(work);
  }

  async #survive(what: string, work: Promise<void>): Promise<void> {
    if (!this.#onFailure) return work;
    await work.catch((error: unknown) => this.#onFailure?.(what, error));
  }

  /** Overdue messages only wait for a free handler. They are no reason to look earlier. */
  #nextDue(): Instant | undefined {
    const now = this.#clock.now();
    const waiting = this.#held.find(({ due }) => due > now)?.due;
    const candidates = [this.#timeline[0]?.at, waiting].filter((at) => at !== undefined);
    return candidates.length > 0 ? Math.min(...candidates) : undefined;
  }

  /** On a busy machine, runs wait for a free handler, and would begin too late to count. */
  #isBehind(): boolean {
    const longAgo = this.#clock.now() - MOST_BEHIND_MS;
    return !this.#live && this.#held.some(({ due }) => due > 0 && due < longAgo);
  }

  async #wait(next: Instant | undefined, longestMs: number): Promise<void> {
    const ms = next === undefined ? longestMs : Math.min(longestMs, this.#clock.realMsUntil(next));
    await Promise.race([sleep(Math.max(ms, 1)), ...this.#underWay]);
  }
}

async function deliver(source: EventSource, batch: readonly Held[]): Promise<void> {
  const hold = () =>
    Promise.all(batch.map(({ reader, record }) => reader.hold(record))).catch(() => {
      // At worst a message comes again, which every handler accepts.
    });
  const holding = setInterval(hold, (VISIBILITY_SECONDS * 1_000) / 3);
  const response = await source
    .handler({ Records: batch.map(({ record }) => record) })
    .finally(() => clearInterval(holding));
  const failed = new Set(response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  // A failed message stays hidden as long as its handler requested, as with Lambda's poller.
  const handled = batch.filter(({ record }) => !failed.has(record.messageId));
  await Promise.all(handled.map(({ reader, record }) => reader.delete(record)));
  await source.after?.();
}

/**
 * Check requests contain their due time. Everything else, even garbage, goes to its handler at
 * once.
 */
function dueAt(record: SQSRecord): Instant {
  const [, due] = /"scheduledAt":(\d+)/.exec(record.body) ?? [];
  return Number(due ?? 0);
}
