import type { SQSClient } from '@aws-sdk/client-sqs';
import { sendBatch } from '#adapters/sqs/send-batch';
import type { CheckRequest } from '#contract/messages';
import type { CheckQueue, Clock } from '#core/ports';
import type { CheckType } from '#core/watch/catalogue';

export interface CheckQueueOptions {
  readonly client: SQSClient;
  readonly clock: Clock;
  /** Queue of the journeys, read by the runner. */
  readonly journeysUrl: string;
  /** Queue of probes and controls, read by the prober. */
  readonly probesUrl: string;
  readonly typeOf: (check: string) => CheckType;
  /** Given where there are further vantages. */
  readonly elsewhere?: {
    /** Region that the URLs above lead to. */
    readonly home: string;
    readonly clientAt: (region: string) => SQSClient;
  };
}

/**
 * Two queues, because an event-source filter deletes what it does not match (ADR 0001). Those of a
 * further vantage have the same names in its region.
 */
export function createCheckQueue(options: CheckQueueOptions): CheckQueue {
  const { clock, journeysUrl, probesUrl, typeOf } = options;
  const message = (request: CheckRequest) => ({
    body: JSON.stringify(request),
    delaySeconds: clock.secondsUntil(request.scheduledAt),
  });
  return {
    async send(requests: readonly CheckRequest[]): Promise<void> {
      for (const [vantage, together] of Map.groupBy(requests, (request) => request.vantage)) {
        const { client, urlOf } = placeOf(vantage, options);
        const parted = Map.groupBy(together, ({ check }) => typeOf(check) === 'journey');
        await sendBatch(client, urlOf(journeysUrl), (parted.get(true) ?? []).map(message));
        await sendBatch(client, urlOf(probesUrl), (parted.get(false) ?? []).map(message));
      }
    },
  };
}

function placeOf(vantage: string, { client, elsewhere }: CheckQueueOptions) {
  if (!elsewhere || vantage === elsewhere.home) return { client, urlOf: (url: string) => url };
  const urlOf = (url: string) => url.replace(`.${elsewhere.home}.`, `.${vantage}.`);
  return { client: elsewhere.clientAt(vantage), urlOf };
}
