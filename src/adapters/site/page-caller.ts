import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { PageCaller } from '#core/ports/public-site';

/** A topic that the page writer hangs on: the evaluator needs no leave to run other functions. */
export function createPageCaller(client: SNSClient, topicArn: string): PageCaller {
  return {
    async changed(group) {
      await client.send(new PublishCommand({ TopicArn: topicArn, Message: group }));
    },
  };
}
