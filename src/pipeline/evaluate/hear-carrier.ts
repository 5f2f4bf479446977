import type { CarrierReport } from '#contract/messages';
import { needsFallback, withAnswer } from '#core/notice/carriers';
import type { LedgerRow } from '#core/notice/notice';
import type { Instant } from '#core/time/time';
import type { EvaluatePorts } from '#pipeline/evaluate/ports';
import { fellBack, remember } from '#pipeline/evaluate/send-notice';

/**
 * Records a carrier's answer in the row of its notice. The first failure sends the notice over the
 * fallback. Throws PublishError if that may have failed; the report then comes again.
 */
export async function hearCarrier(
  { outage, notice, channel, ...answer }: CarrierReport,
  at: Instant,
  ports: EvaluatePorts,
): Promise<void> {
  const row = await ports.ledger.get({ notice: { outage, id: notice }, channel });
  if (row?.state !== 'sent') return;
  const heard = withAnswer(row, { ...answer, at });
  if (heard !== row) await ports.ledger.amend(heard);
  if (needsFallback(heard, ports.clock.now())) await fallBack(heard, ports);
}

/** Written before sending and updated after, like every notice. */
async function fallBack(row: LedgerRow, ports: EvaluatePorts): Promise<void> {
  const { notice, carriers = { answers: [] } } = row;
  const channel = ports.channels.find(({ name }) => name === row.channel);
  if (!channel?.hasFallback) return;
  const fallback = { at: carriers.fallback?.at ?? ports.clock.now() };
  if (!carriers.fallback) {
    fellBack(row, ports);
    await ports.ledger.amend({ ...row, carriers: { ...carriers, fallback } });
  }
  const messageId = await channel.send(notice, 'fallback');
  await remember(messageId, { notice, channel: row.channel, route: 'fallback' }, ports);
  await ports.ledger.amend({
    ...row,
    carriers: { ...carriers, fallback: { ...fallback, messageId } },
  });
}
