import type { CarrierReport } from '#contract/messages';
import { HOUR, type Instant, MINUTE } from '#core/time/time';

/** What one carrier reports about one SMS. */
export interface CarrierAnswer extends Omit<CarrierReport, 'outage' | 'notice' | 'channel'> {
  readonly at: Instant;
}

/** Carriers' answers to a notice for phones, where they are read. */
export interface Carriers {
  readonly answers: readonly CarrierAnswer[];
  /** Set when a carrier failed. `messageId` is set once the fallback accepted the message. */
  readonly fallback?: { readonly at: Instant; readonly messageId?: string };
}

/** `awaited` becomes `unknown` when no carrier has answered for five minutes. */
export const CARRIER_STATES = ['awaited', 'delivered', 'failed', 'unknown'] as const;

export type CarrierState = (typeof CARRIER_STATES)[number];

/** The form that people see. */
export interface CarrierView {
  readonly state: CarrierState;
  /** Phones that got the latest message according to their carriers. */
  readonly delivered: number;
  readonly failures: readonly Pick<CarrierAnswer, 'phone' | 'says'>[];
  /** A carrier failed, so the notice also went to the fallback. */
  readonly fellBack: boolean;
}

const UNKNOWN_AFTER_MS = 5 * MINUTE;

/** An answer may be three days late. A failure of an older notice does not send it again. */
const FALLBACK_WITHIN_MS = HOUR;

/** More answers help nobody, and the row stays small. */
const MOST_ANSWERS = 100;

/** The part of a ledger row about carriers. */
interface Heard {
  readonly carriers?: Carriers;
  readonly sentAt?: Instant;
}

/**
 * Undefined if carriers' answers are not read. Answers of the fallback count once there are any.
 */
export function carrierView(
  { carriers, sentAt = 0 }: Heard,
  now: Instant,
): CarrierView | undefined {
  if (!carriers) return undefined;
  const { answers, fallback } = carriers;
  const again = answers.filter(({ route }) => route === 'fallback');
  const latest = again.length > 0 ? again : answers;
  const failures = latest.filter(({ delivered }) => !delivered);
  return {
    state: stateOf({ heard: latest.length, failed: failures.length }, now - sentAt),
    delivered: latest.length - failures.length,
    failures: failures.map(({ phone, says }) => ({ phone, says })),
    fellBack: fallback !== undefined,
  };
}

function stateOf(
  { heard, failed }: { readonly heard: number; readonly failed: number },
  ageMs: number,
): CarrierState {
  if (failed > 0) return 'failed';
  if (heard > 0) return 'delivered';
  return ageMs > UNKNOWN_AFTER_MS ? 'unknown' : 'awaited';
}

/** The row with one more answer. The same row if it already has that answer. */
export function withAnswer<Row extends Heard>(row: Row, answer: CarrierAnswer): Row {
  const { answers = [], ...rest } = row.carriers ?? {};
  if (answers.some(({ id }) => id === answer.id) || answers.length >= MOST_ANSWERS) return row;
  return { ...row, carriers: { ...rest, answers: [...answers, answer] } };
}

/** True once per notice. A failure on the fallback does not trigger it again. */
export function needsFallback({ carriers, sentAt = 0 }: Heard, now: Instant): boolean {
  const failed = carriers?.answers.some(
    ({ delivered, route }) => !delivered && route === 'primary',
  );
  const isDone = carriers?.fallback?.messageId !== undefined;
  return failed === true && !isDone && now - sentAt <= FALLBACK_WITHIN_MS;
}
