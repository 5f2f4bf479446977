import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { PageCaller } from '#core/ports/public-site';

/**
 * A topic that triggers the page writer, so that the evaluator needs no right to invoke functions.
 */
export function createPageCaller(client: SNSClient, topicArn: string): PageCaller {
  return {
    async changed(group) {
      await client.send(new PublishCommand({ TopicArn: topicArn, Message: group }));
    },
  };
}
