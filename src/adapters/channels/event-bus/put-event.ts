import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { PublishError } from '#core/errors';
import { MOST_EVENT_BYTES } from '#core/formats/webhooks/webhook-body';
import type { NoticeContext } from '#core/notice/compose-notice';
import type { Notice } from '#core/notice/notice';

export interface EventBusOptions {
  readonly client: EventBridgeClient;
  readonly bus: string;
  /** Context for the texts. */
  readonly context: NoticeContext;
}

export interface Entry {
  readonly source: string;
  readonly detailType: string;
  detailOf(notice: Notice): unknown;
}

/** Returns the id of the event. Throws PublishError. */
export async function putEvent(
  notice: Notice,
  { source, detailType, detailOf }: Entry,
  { client, bus }: EventBusOptions,
): Promise<string> {
  const failed = (why: string, cause?: unknown) =>
    new PublishError(
      `EventBridge did not take notice ${notice.id}: ${why}`,
      'It stays pending in the ledger and is sent again by the next evaluation.',
      { cause },
    );
  const entry = {
    EventBusName: bus,
    Source: source,
    DetailType: detailType,
    Time: new Date(notice.at),
    Detail: fitted(notice, detailOf),
  };
  const answer = await client
    .send(new PutEventsCommand({ Entries: [entry] }))
    .catch((error: unknown) => {
      throw failed(error instanceof Error ? error.name : 'error', error);
    });
  const { EventId, ErrorCode = 'no answer' } = answer.Entries?.[0] ?? {};
  if (EventId === undefined) throw failed(ErrorCode);
  return EventId;
}

/** A notice too large for an event is sent with its title only. */
function fitted(notice: Notice, detailOf: Entry['detailOf']): string {
  const whole = JSON.stringify(detailOf(notice));
  if (Buffer.byteLength(whole) <= MOST_EVENT_BYTES) return whole;
  const { facts: _, ...rest } = notice;
  return JSON.stringify(detailOf({ ...rest, services: [], text: notice.subject }));
}
