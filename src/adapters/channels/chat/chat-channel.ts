import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { PublishError } from '#core/errors';
import { toAmazonQ } from '#core/formats/webhooks/amazon-q';
import { messageOf } from '#core/notice/chat-message';
import type { NoticeContext } from '#core/notice/compose-notice';
import { hears } from '#core/notice/heard';
import type { Channel } from '#core/ports/notices';
import type { Chat } from '#core/watch/webhooks';

export interface ChatChannelOptions {
  readonly client: SNSClient;
  /** Topic that Amazon Q Developer reads for this chat channel. */
  readonly topicArn: string;
  readonly context: NoticeContext;
}

export function createChatChannel(chat: Chat, options: ChatChannelOptions): Channel {
  const { client, topicArn, context } = options;
  return {
    name: `chat-${chat.id}`,
    hasFallback: false,
    accepts: hears(chat),
    async send(notice) {
      const message = toAmazonQ(messageOf(notice, context), notice, chat.type);
      try {
        const answer = await client.send(
          new PublishCommand({ TopicArn: topicArn, Message: JSON.stringify(message) }),
        );
        return answer.MessageId ?? '';
      } catch (error) {
        throw new PublishError(
          `SNS did not take notice ${notice.id} for chat: ${error instanceof Error ? error.name : 'error'}`,
          'It stays pending in the ledger and is sent again by the next evaluation.',
          { cause: error },
        );
      }
    },
  };
}
