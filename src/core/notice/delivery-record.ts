import type { CarrierReport } from '#contract/messages';

/** The outcome of one SMS from the provider's log. */
export interface DeliveryRecord {
  readonly id: string;
  readonly messageId: string;
  /** The complete phone number. It is never passed on. */
  readonly destination: string;
  readonly delivered: boolean;
  readonly says: string;
}

const MOST_WORDS = 200;

/**
 * A phone number with separators, as providers write it: at least seven digits, so never an error
 * code.
 */
const NUMBER = /\+?\d(?:[\s().-]?\d){6,}/g;

/** The record without phone numbers, which may be stored. */
export function withoutNumbers({
  id,
  destination,
  delivered,
  says,
}: DeliveryRecord): Pick<CarrierReport, 'id' | 'phone' | 'delivered' | 'says'> {
  const words = says.replace(NUMBER, (found) => masked(found));
  return { id, phone: masked(destination), delivered, says: words.slice(0, MOST_WORDS) };
}

function masked(number: string): string {
  return `…${number.replace(/\D/g, '').slice(-4)}`;
}
