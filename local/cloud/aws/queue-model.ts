import type { Instant } from '#core/time/time';
import { LONGEST_DELAY_MS, LONGEST_VISIBILITY_MS } from '#local/cloud/aws/documented';

export interface QueueModelOptions {
  readonly fifo: boolean;
  readonly visibilityMs: number;
  readonly retentionMs: number;
  /** Number of deliveries before a message goes to the dead letters. */
  readonly maxReceives: number;
}

export interface Delivery<Body> {
  readonly body: Body;
  /** Valid for this delivery only. */
  readonly receipt: number;
  readonly receiveCount: number;
}

interface Kept<Body> {
  readonly body: Body;
  /** FIFO: only one delivery of a group is in flight at a time. */
  readonly group: string;
  readonly sentAt: Instant;
  visibleAt: Instant;
  receipt: number;
  receives: number;
}

/**
 * An SQS queue as documented (SQS developer guide): messages are hidden while in flight, return
 * after their visibility time-out, go to the dead letters after too many deliveries and disappear
 * after their retention. In a FIFO queue, messages in flight hold back the rest of their group, in
 * order.
 */
export class QueueModel<Body> {
  readonly deadLetters: Body[] = [];
  readonly #options: QueueModelOptions;
  #kept: Kept<Body>[] = [];
  #receipts = 0;

  constructor(options: QueueModelOptions) {
    this.#options = options;
  }

  send(body: Body, at: Instant, { delayMs = 0, group = '' } = {}): void {
    const visibleAt = at + Math.min(Math.max(delayMs, 0), LONGEST_DELAY_MS);
    this.#kept.push({ body, group, sentAt: at, visibleAt, receipt: 0, receives: 0 });
  }

  /** At most `most` messages that are visible now. */
  receive(at: Instant, most: number): readonly Delivery<Body>[] {
    this.#giveUp(at);
    const taken: Delivery<Body>[] = [];
    const blocked = new Set(this.#inFlight(at));
    for (const message of this.#kept) {
      if (taken.length === most) break;
      if (message.visibleAt > at || (this.#options.fifo && blocked.has(message.group))) continue;
      this.#receipts += 1;
      message.receipt = this.#receipts;
      message.receives += 1;
      message.visibleAt = at + this.#options.visibilityMs;
      const { body, receipt, receives: receiveCount } = message;
      taken.push({ body, receipt, receiveCount });
    }
    return taken;
  }

  /** Has no effect if the message was delivered again in the meantime. */
  delete(receipt: number): void {
    this.#kept = this.#kept.filter((message) => message.receipt !== receipt);
  }

  changeVisibility(receipt: number, at: Instant, ms: number): void {
    const message = this.#kept.find((each) => each.receipt === receipt);
    if (message) message.visibleAt = at + Math.min(ms, LONGEST_VISIBILITY_MS);
  }

  /** Time when a receive would next find something, as far as known. */
  nextAt(at: Instant): Instant | undefined {
    const blocked = new Set(this.#options.fifo ? this.#inFlight(at) : []);
    const times = this.#kept.map(({ group, visibleAt }) =>
      visibleAt <= at && blocked.has(group) ? Number.POSITIVE_INFINITY : visibleAt,
    );
    const next = Math.min(...times);
    return Number.isFinite(next) ? next : undefined;
  }

  /** Groups of messages that were received but neither deleted nor returned. */
  #inFlight(at: Instant): readonly string[] {
    return this.#kept
      .filter(({ receives, visibleAt }) => receives > 0 && visibleAt > at)
      .map(({ group }) => group);
  }

  #giveUp(at: Instant): void {
    const { maxReceives, retentionMs } = this.#options;
    this.#kept = this.#kept.filter((message) => {
      if (at - message.sentAt > retentionMs) return false;
      if (message.receives < maxReceives || message.visibleAt > at) return true;
      this.deadLetters.push(message.body);
      return false;
    });
  }
}
