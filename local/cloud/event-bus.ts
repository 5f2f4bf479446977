import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { WEBHOOK_BODY, WEBHOOK_SOURCE } from '#contract/events';
import type { Started } from '#local/cloud/database';
import { answering, close, listen } from '#local/cloud/loopback';

/** An event that was put onto the bus. */
export interface BusEvent {
  readonly id: string;
  readonly source: string;
  readonly detailType: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** A request that an API destination would get: the webhook and the body. */
export interface WebhookPost {
  readonly webhook: string;
  readonly body: unknown;
}

export interface EventBusOptions {
  /** Ids of the webhooks with a rule. */
  readonly webhooks: readonly string[];
  readonly onPost: (post: WebhookPost) => Promise<void>;
}

export interface EventBusServer extends Started {
  /** The events in order. */
  readonly events: readonly BusEvent[];
}

/** EventBridge's limits: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html. */
const MOST_ENTRIES = 10;
const MOST_BYTES = 256 * 1024;

interface Entry {
  readonly Source?: string;
  readonly DetailType?: string;
  readonly Detail?: string;
  readonly EventBusName?: string;
}

/**
 * The one EventBridge call of the handlers, over the wire, with the rules that `lib/` makes for
 * webhooks.
 */
export async function startEventBus(options: EventBusOptions): Promise<EventBusServer> {
  const events: BusEvent[] = [];
  const server = createServer(
    answering(async (request, response) => {
      const answer = (status: number, body: object) => {
        response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
        response.end(JSON.stringify(body));
      };
      const { Entries = [] } = JSON.parse(await text(request)) as { Entries?: readonly Entry[] };
      const isKnown = request.headers['x-amz-target'] === 'AWSEvents.PutEvents';
      if (!isKnown || Entries.length === 0 || Entries.length > MOST_ENTRIES) {
        return answer(400, {
          __type: 'ValidationException',
          message: 'Not a PutEvents of 1 to 10.',
        });
      }
      const bytes = Entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
      if (bytes > MOST_BYTES) {
        return answer(400, { __type: 'ValidationException', message: 'Total size is too large.' });
      }
      const taken = Entries.map(eventOf);
      for (const event of taken) if (event) events.push(event);
      for (const event of taken) if (event) await deliver(event, options);
      answer(200, {
        FailedEntryCount: taken.filter((event) => !event).length,
        Entries: taken.map((event) =>
          event
            ? { EventId: event.id }
            : { ErrorCode: 'MalformedDetail', ErrorMessage: 'Not JSON.' },
        ),
      });
    }),
  );
  const port = await listen(server);
  return { url: `http://127.0.0.1:${port}`, events, stop: () => close(server) };
}

/** 14 bytes for the time, plus the strings. */
function sizeOf({ Source = '', DetailType = '', Detail = '' }: Entry): number {
  return 14 + [Source, DetailType, Detail].reduce((sum, part) => sum + Buffer.byteLength(part), 0);
}

function eventOf({ Source, DetailType, Detail = '' }: Entry): BusEvent | undefined {
  try {
    const detail = JSON.parse(Detail) as BusEvent['detail'];
    if (!Source || !DetailType || typeof detail !== 'object') return undefined;
    return { id: randomUUID(), source: Source, detailType: DetailType, detail };
  } catch {
    return undefined;
  }
}

async function deliver(
  { source, detailType, detail }: BusEvent,
  { webhooks, onPost }: EventBusOptions,
): Promise<void> {
  if (source !== WEBHOOK_SOURCE || !webhooks.includes(detailType)) return;
  await onPost({ webhook: detailType, body: detail[WEBHOOK_BODY] });
}
