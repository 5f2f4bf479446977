import { deliveryLog } from '#local/cloud/delivery-log';
import { loadHandler } from '#local/cloud/handlers';
import type { Delivered } from '#local/replay/inbox';

/** This number is not assigned to anybody. */
const PHONE = '+821000000000';

/** Carriers deliver every SMS, and SNS logs their answers for the deployed log reader. */
export async function answerAsCarriers(messages: readonly Delivered[]): Promise<void> {
  const sent = messages.filter(({ sms }) => sms !== undefined);
  if (sent.length === 0) return;
  const read = await loadHandler('log-reader');
  const log = sent.map(({ messageId }) => ({
    messageId,
    destination: PHONE,
    delivered: true,
    providerResponse: 'Message has been accepted by phone',
  }));
  await read(deliveryLog(log));
}
