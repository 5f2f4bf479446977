import { type Instant, SECOND } from '#core/time/time';

/** Defaults of another monitor according to its documentation. A model, not the monitor itself. */
export interface PeerModel {
  readonly name: string;
  readonly intervalMs: number;
  /** A request without an answer fails after this, ms. */
  readonly timeoutMs: number;
  /** Waits before each further attempt of a failed check, ms. */
  readonly retryAfterMs: readonly number[];
  /**
   * Failed checks in a row before a message; passed checks in a row before a message about the end.
   */
  readonly failures: number;
  readonly passes: number;
  /** Decides once per period, at its end, ms. Absent: after each check. */
  readonly periodMs?: number;
  /** Checks one service after the other. Absent: each separately. */
  readonly serial?: true;
  /** Of `serial`: the interval begins when a round is over. Absent: when it begins. */
  readonly rests?: true;
  /** One message names all services. Absent: one for each. Then `failures` and `passes` count. */
  readonly joins?: Joining;
}

/** Rules over the results of all checks, and a group of the alerts that follow. */
export interface Joining {
  /** The rules look this often, ms. */
  readonly evaluationMs: number;
  /** A check must have failed in each look for so long, ms. */
  readonly lastsMs: number;
  /** Before the first message of a group, and between two of them, ms. */
  readonly waitMs: number;
  readonly intervalMs: number;
}

/** One check with its attempts. `passed` is the result of its last attempt. */
export interface PeerCheck {
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly passed: boolean;
}

export interface PeerMessage {
  readonly at: Instant;
  readonly says: 'down' | 'up';
  /** For an end: from the start of the last failed check to the end of the first passed one, ms. */
  readonly widthMs: number;
}

interface Streak {
  readonly told: boolean;
  readonly passed: boolean;
  readonly length: number;
  readonly lastFailed: Instant;
  readonly firstPassed: Instant;
}

const START: Streak = {
  told: false,
  passed: true,
  length: 0,
  lastFailed: 0,
  firstPassed: 0,
};

/** The messages about one service, given its checks in order of time. */
export function messagesOf(model: PeerModel, checks: readonly PeerCheck[]): readonly PeerMessage[] {
  const messages: PeerMessage[] = [];
  let streak = START;
  for (const check of checks) {
    streak = grown(streak, check);
    const says = due(model, streak);
    if (!says) continue;
    streak = { ...streak, told: says === 'down' };
    const widthMs = says === 'up' ? streak.firstPassed - streak.lastFailed : 0;
    messages.push({ at: decidedAt(model, check), says, widthMs });
  }
  return messages;
}

function grown(streak: Streak, { passed, startedAt, endedAt }: PeerCheck): Streak {
  const same = streak.passed === passed;
  return {
    told: streak.told,
    passed,
    length: same ? streak.length + 1 : 1,
    lastFailed: passed ? streak.lastFailed : startedAt,
    firstPassed: passed && !same ? endedAt : streak.firstPassed,
  };
}

function due(model: PeerModel, { told, passed, length }: Streak): PeerMessage['says'] | undefined {
  if (!told && !passed && length >= model.failures) return 'down';
  return told && passed && length >= model.passes ? 'up' : undefined;
}

function decidedAt({ periodMs }: PeerModel, { startedAt, endedAt }: PeerCheck): Instant {
  if (periodMs === undefined) return endedAt;
  return Math.max(endedAt, (Math.floor(startedAt / periodMs) + 1) * periodMs);
}

export const seconds = (count: number): number => count * SECOND;
