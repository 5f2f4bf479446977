import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { defined } from '#core/defined';
import { PublishError } from '#core/errors';
import { FIRST_CHANNEL } from '#core/notice/ledger';
import { isOwn, type Notice, type Route, reminderMark } from '#core/notice/notice';
import type { Channel } from '#core/ports/notices';

/** SNS refuses subjects with more than 100 characters or with line breaks. */
const MAX_SUBJECT = 100;

export interface SnsChannelOptions {
  readonly client: SNSClient;
  readonly topicArn: string;
  readonly fallbackTopicArn: string;
  /** True if a log reader passes on the carriers' answers. */
  readonly answered?: boolean;
}

/** SMS and email by subscription. The topic's filters select the recipients. Blips go to nobody. */
export function createSnsChannel(options: SnsChannelOptions): Channel {
  const topic: Readonly<Record<Route, string>> = {
    primary: options.topicArn,
    fallback: options.fallbackTopicArn,
  };
  return {
    name: FIRST_CHANNEL,
    hasFallback: true,
    accepts: ({ type }) => type !== 'blip',
    isAnswered: ({ sms }) => options.answered === true && sms !== undefined,
    async send(notice, route) {
      try {
        const answer = await options.client.send(
          new PublishCommand({
            TopicArn: topic[route],
            Subject: subject(notice.subject),
            MessageStructure: 'json',
            Message: JSON.stringify(texts(notice)),
            MessageAttributes: attributes(notice),
          }),
        );
        return answer.MessageId ?? '';
      } catch (error) {
        throw new PublishError(
          `SNS did not take notice ${notice.id}: ${error instanceof Error ? error.name : 'error'}`,
          'It stays pending in the ledger and is sent again by the next evaluation.',
          { cause: error },
        );
      }
    },
  };
}

function subject(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= MAX_SUBJECT ? line : `${line.slice(0, MAX_SUBJECT - 1)}…`;
}

/**
 * One text per protocol. Phones subscribe with a filter on `phone`, so the SMS text is never a
 * substitute.
 */
function texts(notice: Notice): Record<string, string> {
  return {
    default: notice.text,
    email: notice.text,
    ...defined({ sms: notice.sms }),
  };
}

/** Attributes for the filter policies of `lib/topic.ts`. */
function attributes(notice: Notice) {
  const { services, to } = notice;
  const text = (value: string) => ({ DataType: 'String', StringValue: value });
  return {
    notice: text(notice.id),
    type: text(notice.type),
    ...list('severity', notice.severities ?? [notice.severity]),
    group: text(notice.group),
    phone: text(phoneOf(notice)),
    ...(isOwn(notice) ? { own: text('yes') } : {}),
    ...list('service', to?.alone ?? services),
    ...list('selection', to?.several ?? []),
  };
}

function phoneOf({ sms, remindAfterSeconds }: Notice): string {
  if (remindAfterSeconds !== undefined) return reminderMark(remindAfterSeconds);
  return sms ? 'yes' : 'no';
}

/** SNS rejects an attribute with an empty list. */
function list(name: string, values: readonly string[]) {
  if (values.length === 0) return {};
  return { [name]: { DataType: 'String.Array', StringValue: JSON.stringify(values) } };
}
