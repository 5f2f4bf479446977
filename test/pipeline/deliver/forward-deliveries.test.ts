import { describe, expect, it } from 'vitest';
import type { EvaluationRequest } from '#contract/messages';
import type { DeliveryRecord } from '#core/notice/delivery-record';
import { forwardDeliveries } from '#pipeline/deliver/forward-deliveries';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { memoryLedger } from '../../support/memory/ledger.ts';
import { noticeOf } from '../../support/notices.ts';

const record = (messageId: string): DeliveryRecord => ({
  id: `event of ${messageId}`,
  messageId,
  destination: '+821012345678',
  delivered: false,
  says: 'Blocked as spam by phone carrier',
});

async function forward(...records: readonly DeliveryRecord[]) {
  const ledger = memoryLedger();
  const notice = noticeOf('opened');
  await ledger.remember('m-1', { notice, channel: 'sns', route: 'primary' });
  const sent: EvaluationRequest[] = [];
  const evaluations = { send: async (request: EvaluationRequest) => void sent.push(request) };
  const clock = { now: () => NINE_FIFTEEN, secondsUntil: () => 0 };
  const forwarded = await forwardDeliveries(records, { clock, ledger, evaluations });
  return { sent, forwarded, notice };
}

describe('the log reader', () => {
  it('tells the group of the notice what the carrier answered, without the number', async () => {
    const { sent, notice } = await forward(record('m-1'));
    const { outage, id } = notice;
    expect(sent).toEqual([
      {
        v: 1,
        group: 'moel',
        at: NINE_FIFTEEN,
        reason: 'carrier',
        carrier: {
          outage,
          notice: id,
          channel: 'sns',
          route: 'primary',
          id: 'event of m-1',
          phone: '…5678',
          delivered: false,
          says: 'Blocked as spam by phone carrier',
        },
      },
    ]);
    expect(JSON.stringify(sent)).not.toContain('1012345678');
  });

  it('leaves SMS of other systems in the account alone', async () => {
    const { sent, forwarded } = await forward(record('other'), record('m-1'), record('another'));
    expect([sent.length, forwarded]).toEqual([1, 1]);
  });
});
