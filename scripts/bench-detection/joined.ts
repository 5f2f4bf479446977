import type { Instant } from '#core/time/time';
import type { Message } from './heard.ts';
import type { Joining, PeerCheck } from './peers/peer.ts';

/** An alert of one service begins or ends. */
interface Change {
  readonly at: Instant;
  readonly service: string;
  readonly firing: boolean;
  readonly widthMs: number;
}

type Checks = ReadonlyMap<string, readonly PeerCheck[]>;

/** The messages about all services. The rules look first at `from`. */
export function joinedMessages(joins: Joining, checks: Checks, from: Instant): readonly Message[] {
  const changes = [...checks].flatMap(([service, own]) => [
    ...changesOf(joins, { service, own, from }),
  ]);
  const group = new AlertGroup(joins);
  for (const change of changes.sort((a, b) => a.at - b.at)) group.take(change);
  group.flushUntil(Number.POSITIVE_INFINITY);
  return group.messages;
}

interface Watched {
  readonly service: string;
  readonly own: readonly PeerCheck[];
  readonly from: Instant;
}

function* changesOf(
  { evaluationMs, lastsMs }: Joining,
  { service, own, from }: Watched,
): Generator<Change> {
  let failsSince: Instant | undefined;
  let firing = false;
  let lastFailed = 0;
  let seen = 0;
  const end = own.at(-1)?.endedAt ?? 0;
  for (let at = from; at <= end + evaluationMs; at += evaluationMs) {
    let check = own[seen];
    while (check && check.endedAt <= at) {
      if (!check.passed) lastFailed = check.startedAt;
      seen += 1;
      check = own[seen];
    }
    const last = own[seen - 1];
    if (last?.passed) {
      const widthMs = last.endedAt - lastFailed;
      if (firing) yield { at, service, firing: false, widthMs };
      firing = false;
      failsSince = undefined;
    } else if (last) {
      failsSince ??= at;
      if (firing || at - failsSince < lastsMs) continue;
      firing = true;
      yield { at, service, firing, widthMs: 0 };
    }
  }
}

/** One group of alerts. It ends with the message that all of them are over. */
class AlertGroup {
  readonly messages: Message[] = [];
  readonly #joins: Joining;
  readonly #firing = new Set<string>();
  #told: ReadonlySet<string> = new Set();
  #flushAt = Number.POSITIVE_INFINITY;
  #widthMs = 0;

  constructor(joins: Joining) {
    this.#joins = joins;
  }

  take({ at, service, firing, widthMs }: Change): void {
    this.flushUntil(at);
    if (firing) this.#firing.add(service);
    else this.#firing.delete(service);
    this.#widthMs = Math.max(this.#widthMs, widthMs);
    if (this.#flushAt === Number.POSITIVE_INFINITY) this.#flushAt = at + this.#joins.waitMs;
  }

  /** Sends what is due before `until`. */
  flushUntil(until: Instant): void {
    while (this.#flushAt < until) {
      this.#flush(this.#flushAt);
      const isOver = this.#firing.size === 0 || until === Number.POSITIVE_INFINITY;
      this.#flushAt = isOver ? Number.POSITIVE_INFINITY : this.#flushAt + this.#joins.intervalMs;
    }
  }

  #flush(at: Instant): void {
    const begun = [...this.#firing].filter((service) => !this.#told.has(service));
    const over = [...this.#told].filter((service) => !this.#firing.has(service));
    this.#told = new Set(this.#firing);
    if (begun.length + over.length === 0) return;
    const says = begun.length > 0 ? 'down' : 'up';
    const widthMs = says === 'up' ? this.#widthMs : 0;
    this.messages.push({ at, says, services: [...begun, ...over], widthMs });
    this.#widthMs = 0;
  }
}
