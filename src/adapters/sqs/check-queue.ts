import type { SQSClient } from '@aws-sdk/client-sqs';
import { sendBatch } from '#adapters/sqs/send-batch';
import type { CheckRequest } from '#contract/messages';
import type { CheckType } from '#core/catalogue';
import type { CheckQueue, Clock } from '#core/ports';

export interface CheckQueueOptions {
  readonly client: SQSClient;
  readonly clock: Clock;
  /** Queue of the journeys, read by the runner. */
  readonly journeysUrl: string;
  /** Queue of probes and controls, read by the prober. */
  readonly probesUrl: string;
  readonly typeOf: (check: string) => CheckType;
}

/** Two queues, because an event-source filter deletes what it does not match (ADR 0001). */
export function createCheckQueue(options: CheckQueueOptions): CheckQueue {
  const { client, clock, journeysUrl, probesUrl, typeOf } = options;
  return {
    async send(requests: readonly CheckRequest[]): Promise<void> {
      const messages = (journeys: boolean) =>
        requests
          .filter(({ check }) => (typeOf(check) === 'journey') === journeys)
          .map((request) => ({
            body: JSON.stringify(request),
            delaySeconds: clock.secondsUntil(request.scheduledAt),
          }));
      await sendBatch(client, journeysUrl, messages(true));
      await sendBatch(client, probesUrl, messages(false));
    },
  };
}
