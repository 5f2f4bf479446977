import type { Scenario, ScenarioFault } from '#core/scenario/scenario';
import { DAY, type Instant } from '#core/time/time';
import { FaultIndex } from '#local/simulate/fault-index';
import type { Heard, Message } from './heard.ts';
import { joinedMessages } from './joined.ts';
import { messagesOf, type PeerCheck, type PeerModel } from './peers/peer.ts';

/** Shortest answer time, ms. Answers take up to three times as long. */
const ANSWER_MS = 120;
export const MEAN_ANSWER_MS = 2 * ANSWER_MS;
/** The simulated portals' default for scenarios without a value. */
const SLOW_MS = 9_000;

/** The messages that the modelled monitor would have sent in this history. */
export function playPeer(model: PeerModel, scenario: Scenario, random: () => number): Heard {
  const run = new PeerRun(model, scenario, random);
  const checks = run.checks();
  const messages = told(model, checks, scenario.from + random() * model.intervalMs);
  const days = (scenario.to - scenario.from) / DAY;
  return {
    messages: messages.toSorted((a, b) => a.at - b.at),
    requestsPerDay: run.requests / days,
  };
}

function told(
  model: PeerModel,
  checks: ReadonlyMap<string, readonly PeerCheck[]>,
  from: Instant,
): readonly Message[] {
  if (model.joins) return joinedMessages(model.joins, checks, from);
  return [...checks].flatMap(([service, own]) =>
    messagesOf(model, own).map((message): Message => ({ ...message, services: [service] })),
  );
}

class PeerRun {
  requests = 0;
  readonly #model: PeerModel;
  readonly #scenario: Scenario;
  readonly #random: () => number;
  readonly #faults: FaultIndex;

  constructor(model: PeerModel, scenario: Scenario, random: () => number) {
    this.#model = model;
    this.#scenario = scenario;
    this.#random = random;
    this.#faults = new FaultIndex(scenario);
  }

  checks(): ReadonlyMap<string, readonly PeerCheck[]> {
    const { services } = this.#scenario;
    if (this.#model.serial) return this.#inTurn();
    return new Map(services.map((service) => [service, this.#alone(service)]));
  }

  #alone(service: string): readonly PeerCheck[] {
    const checks: PeerCheck[] = [];
    for (const tick of this.#ticks()) {
      // A check that takes longer than the interval delays the next one.
      checks.push(this.#check(service, Math.max(tick, checks.at(-1)?.endedAt ?? 0)));
    }
    return checks;
  }

  /** One site after the other. A round that takes longer than the interval delays the next one. */
  #inTurn(): ReadonlyMap<string, readonly PeerCheck[]> {
    const checks = new Map<string, PeerCheck[]>(this.#scenario.services.map((one) => [one, []]));
    let free = 0;
    if (this.#model.rests) {
      const { intervalMs } = this.#model;
      const first = this.#scenario.from + this.#random() * intervalMs;
      for (let at = first; at < this.#scenario.to; at += intervalMs) at = this.#round(checks, at);
      return checks;
    }
    for (const tick of this.#ticks()) {
      // A round is skipped while the previous one still runs.
      if (free > tick + this.#model.intervalMs) continue;
      free = this.#round(checks, Math.max(tick, free));
    }
    return checks;
  }

  /** Returns the end of the round. */
  #round(checks: ReadonlyMap<string, PeerCheck[]>, from: Instant): Instant {
    let at = from;
    for (const [service, own] of checks) {
      const check = this.#check(service, at);
      own.push(check);
      at = check.endedAt;
    }
    return at;
  }

  *#ticks(): Generator<Instant> {
    const { from, to } = this.#scenario;
    const phase = this.#random() * this.#model.intervalMs;
    for (let tick = from + phase; tick < to; tick += this.#model.intervalMs) yield tick;
  }

  /** Retries while it fails. */
  #check(service: string, startedAt: Instant): PeerCheck {
    let attempt = this.#ask(service, startedAt);
    for (const wait of this.#model.retryAfterMs) {
      if (attempt.passed) break;
      attempt = this.#ask(service, attempt.endedAt + wait);
    }
    return { ...attempt, startedAt };
  }

  #ask(service: string, at: Instant): Pick<PeerCheck, 'endedAt' | 'passed'> {
    this.requests += 1;
    const { timeoutMs } = this.#model;
    const fault = this.#faults.at(service, at).findLast(({ share }) => this.#random() < share);
    const answered = at + ANSWER_MS * (1 + 2 * this.#random());
    if (!fault) return { endedAt: answered, passed: true };
    const takes = delayOf(fault, timeoutMs);
    if (takes === undefined) return { endedAt: answered, passed: false };
    return { endedAt: at + Math.min(takes, timeoutMs), passed: takes < timeoutMs };
  }
}

/** Undefined: it fails at once. */
function delayOf({ mode, ms }: ScenarioFault, timeoutMs: number): number | undefined {
  if (mode === 'hang') return timeoutMs;
  return mode === 'slow' ? (ms ?? SLOW_MS) : undefined;
}
