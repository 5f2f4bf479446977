import { type DeliveryRecord, withoutNumbers } from '#core/notice/delivery-record';
import type { Clock } from '#core/ports/ambient';
import type { Ledger } from '#core/ports/notices';
import type { EvaluationQueue } from '#core/ports/queues';

export interface ForwardPorts {
  readonly clock: Clock;
  readonly ledger: Pick<Ledger, 'remembered'>;
  readonly evaluations: EvaluationQueue;
}

/**
 * Passes the carriers' answers to the evaluator, the only writer of the ledger. The log has every
 * SMS of the account, and other messages are ignored. Returns the number of our messages.
 */
export async function forwardDeliveries(
  records: readonly DeliveryRecord[],
  { clock, ledger, evaluations }: ForwardPorts,
): Promise<number> {
  let forwarded = 0;
  for (const record of records) {
    const sent = await ledger.remembered(record.messageId);
    if (!sent) continue;
    const { notice, channel, route } = sent;
    const carrier = {
      ...withoutNumbers(record),
      outage: notice.outage,
      notice: notice.id,
      channel,
      route,
    };
    await evaluations.send({
      v: 1,
      group: notice.group,
      at: clock.now(),
      reason: 'carrier',
      carrier,
    });
    forwarded += 1;
  }
  return forwarded;
}
