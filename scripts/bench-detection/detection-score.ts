import type { ScenarioFault } from '#core/scenario/scenario';
import { type Instant, MINUTE } from '#core/time/time';
import type { Heard, Message } from './heard.ts';

/** A fault of this length or more is an outage. A shorter one must not ring a phone. */
const REAL_MS = MINUTE;
const LONG_MS = 5 * MINUTE;

export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

export interface Score {
  /** Outages of a minute or more, and the announced ones among them. */
  readonly real: number;
  readonly told: number;
  /** Outages of five minutes or more that were never announced. */
  readonly missedLong: number;
  /** ms from the true begin to the first message. */
  readonly toldAfter: Spread | undefined;
  /** Messages about begins and ends per announced outage. */
  readonly messagesEach: number | undefined;
  readonly short: number;
  /** Faults under a minute that caused a call. */
  readonly shortCalls: number;
  /** ms from the true end to the last message about it. */
  readonly endAfter: Spread | undefined;
  readonly width: Spread | undefined;
}

/** A fault, and the messages from its begin to the begin of the next one. */
export interface Told {
  readonly fault: ScenarioFault;
  readonly messages: readonly Message[];
}

/** `faults` do not overlap. */
export function toldOf(faults: readonly ScenarioFault[], { messages }: Heard): readonly Told[] {
  return faults.map((fault, index) => {
    const next = faults[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    return { fault, messages: messages.filter(({ at }) => at >= fault.from && at < next) };
  });
}

export function scoreOf(all: readonly Told[]): Score {
  const real = all.filter(({ fault }) => lengthOf(fault) >= REAL_MS);
  const short = all.filter(({ fault }) => lengthOf(fault) < REAL_MS);
  const told = real.filter(isTold);
  const ends = told.flatMap(({ fault, messages: own }) => {
    const last = own.findLast(({ says }) => says === 'up');
    return last ? [{ after: last.at - fault.to, width: last.widthMs }] : [];
  });
  return {
    real: real.length,
    told: told.length,
    missedLong: real.filter((one) => lengthOf(one.fault) >= LONG_MS && !isTold(one)).length,
    toldAfter: spread(told.map(({ fault, messages: own }) => firstDown(own) - fault.from)),
    messagesEach: mean(told.map(({ messages: own }) => own.length)),
    short: short.length,
    shortCalls: short.filter(isTold).length,
    endAfter: spread(ends.map(({ after }) => after)),
    width: spread(ends.map(({ width }) => width)),
  };
}

/** Grouped by who failed, and by the share of failed requests. */
export function byKind(all: readonly Told[]): ReadonlyMap<string, readonly Told[]> {
  return Map.groupBy(all, ({ fault: { services, share } }) => {
    return `${services.length > 1 ? 'together' : 'alone'}, ${share * 100} % of requests`;
  });
}

function lengthOf({ from, to }: ScenarioFault): number {
  return to - from;
}

function isTold({ messages }: Told): boolean {
  return messages.some(({ says }) => says === 'down');
}

function firstDown(messages: readonly Message[]): Instant {
  return messages.find(({ says }) => says === 'down')?.at ?? Number.NaN;
}

function mean(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Nearest rank. */
export function spread(values: readonly number[]): Spread | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  return sorted.length === 0 ? undefined : { p50: rank(0.5), p95: rank(0.95), max: rank(1) };
}
