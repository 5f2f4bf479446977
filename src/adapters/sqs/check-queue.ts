import type { SQSClient } from '@aws-sdk/client-sqs';
import { sendBatch } from '#adapters/sqs/send-batch';
import type { CheckRequest } from '#contract/messages';
import type { Clock } from '#core/ports/ambient';
import type { CheckQueue } from '#core/ports/queues';
import type { CheckType } from '#core/watch/catalogue';

export interface CheckQueueOptions {
  readonly client: SQSClient;
  readonly clock: Clock;
  /** Queue of the journeys, read by the runner. */
  readonly journeysUrl: string;
  /** Queue of probes and controls, read by the prober. */
  readonly probesUrl: string;
  readonly typeOf: (check: string) => CheckType;
  /** Set if there are further vantages. */
  readonly elsewhere?: {
    /** Region of the URLs above. */
    readonly home: string;
    readonly clientAt: (region: string) => SQSClient;
  };
}

/**
 * Two queues, because an event-source filter deletes messages that do not match (ADR 0001). Queues
 * of a further vantage have the same names in its region. If that vantage refuses a request, it
 * runs at home, because a confirmation from the same place is better than none.
 */
export function createCheckQueue(options: CheckQueueOptions): CheckQueue {
  return {
    async send(requests: readonly CheckRequest[]): Promise<void> {
      const places = Map.groupBy(requests, ({ vantage }) => placeOf(vantage, options));
      await allOf(
        [...places].map(async ([place, together]) => {
          if (place === undefined) return sendAt(undefined, together, options);
          try {
            await sendAt(place, together, options);
          } catch {
            const vantage = options.elsewhere?.home ?? '';
            const atHome = together.map((request) => ({ ...request, vantage }));
            await sendAt(undefined, atHome, options);
          }
        }),
      );
    },
  };
}

/** Undefined: home. */
function placeOf(vantage: string, { elsewhere }: CheckQueueOptions): string | undefined {
  return elsewhere && vantage !== elsewhere.home ? vantage : undefined;
}

async function sendAt(
  place: string | undefined,
  requests: readonly CheckRequest[],
  options: CheckQueueOptions,
): Promise<void> {
  const { clock, journeysUrl, probesUrl, typeOf } = options;
  const { client, urlOf } = reach(place, options);
  const queues = Map.groupBy(requests, ({ check }) =>
    urlOf(typeOf(check) === 'journey' ? journeysUrl : probesUrl),
  );
  await allOf(
    [...queues].map(([url, together]) =>
      sendBatch(
        client,
        url,
        together.map((request) => ({
          body: JSON.stringify(request),
          delaySeconds: clock.secondsUntil(request.scheduledAt),
        })),
      ),
    ),
  );
}

function reach(place: string | undefined, { client, elsewhere }: CheckQueueOptions) {
  if (!elsewhere || place === undefined) return { client, urlOf: (url: string) => url };
  const urlOf = (url: string) => url.replace(`.${elsewhere.home}.`, `.${place}.`);
  return { client: elsewhere.clientAt(place), urlOf };
}

/** Lets each try finish before the first failure is thrown. */
async function allOf(tries: readonly Promise<void>[]): Promise<void> {
  const outcomes = await Promise.allSettled(tries);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}
