import type { CarrierReport } from '#contract/messages';

/** What became of one SMS, as the provider logs it. */
export interface DeliveryRecord {
  readonly id: string;
  readonly messageId: string;
  /** The whole number. It goes no further. */
  readonly destination: string;
  readonly delivered: boolean;
  readonly says: string;
}

const MOST_WORDS = 200;

/** With separators, as providers quote numbers: at least seven digits, so never a code of an error. */
const NUMBER = /\+?\d(?:[\s().-]?\d){6,}/g;

/** What may be kept of it. */
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
