import type { CarrierReport } from '#contract/messages';
import { HOUR, type Instant, MINUTE } from '#core/time/time';

/** What one carrier says became of one SMS. */
export interface CarrierAnswer extends Omit<CarrierReport, 'outage' | 'notice' | 'channel'> {
  readonly at: Instant;
}

/** Of a notice to phones whose carriers' answers are read. */
export interface Carriers {
  readonly answers: readonly CarrierAnswer[];
  /** Ordered when a carrier failed; `messageId` once the fallback took it. */
  readonly fallback?: { readonly at: Instant; readonly messageId?: string };
}

/** `awaited` becomes `unknown` when no carrier has answered for five minutes. */
export const CARRIER_STATES = ['awaited', 'delivered', 'failed', 'unknown'] as const;

export type CarrierState = (typeof CARRIER_STATES)[number];

/** As people see it. */
export interface CarrierView {
  readonly state: CarrierState;
  /** Phones whose carriers delivered the latest message. */
  readonly delivered: number;
  readonly failures: readonly Pick<CarrierAnswer, 'phone' | 'says'>[];
  /** It went to the fallback as well, because a carrier failed. */
  readonly fellBack: boolean;
}

const UNKNOWN_AFTER_MS = 5 * MINUTE;

/** An answer may be three days late. An older notice is not told again. */
const FALLBACK_WITHIN_MS = HOUR;

/** More are no help to anybody, and the row stays small. */
const MOST_ANSWERS = 100;

/** What of a ledger row is about carriers. */
interface Heard {
  readonly carriers?: Carriers;
  readonly sentAt?: Instant;
}

/** Undefined where nobody reads what carriers answer. The fallback's answers count once there are any. */
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

/** The row with one answer more; the same row when it has that answer. */
export function withAnswer<Row extends Heard>(row: Row, answer: CarrierAnswer): Row {
  const { answers = [], ...rest } = row.carriers ?? {};
  if (answers.some(({ id }) => id === answer.id) || answers.length >= MOST_ANSWERS) return row;
  return { ...row, carriers: { ...rest, answers: [...answers, answer] } };
}

/** Once for each notice: a failure on the fallback raises nothing. */
export function needsFallback({ carriers, sentAt = 0 }: Heard, now: Instant): boolean {
  const failed = carriers?.answers.some(
    ({ delivered, route }) => !delivered && route === 'primary',
  );
  const isDone = carriers?.fallback?.messageId !== undefined;
  return failed === true && !isDone && now - sentAt <= FALLBACK_WITHIN_MS;
}
