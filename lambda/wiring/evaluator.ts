import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SNSClient } from '@aws-sdk/client-sns';
import { createChatChannel } from '#adapters/channels/chat/chat-channel';
import { createApiDestinationChannel } from '#adapters/channels/event-bus/api-destination-channel';
import { createEventBusChannel } from '#adapters/channels/event-bus/event-bus-channel';
import { createSnsChannel } from '#adapters/channels/sns/sns-channel';
import { createPageCaller } from '#adapters/site/page-caller';
import { ENVIRONMENT } from '#contract/environment';
import { noticeContext } from '#core/detection/context';
import type { Channel } from '#core/ports/notices';
import type { Configuration } from '#core/watch/configuration';
import { channelsHere, clock, log, metrics } from '#lambda/wiring/ambient';
import { bounded } from '#lambda/wiring/bounded';
import { once, required, stage } from '#lambda/wiring/environment';
import { reachable } from '#lambda/wiring/reachable';
import { checkQueue, configuration, messageReturn, stores } from '#lambda/wiring/shared';
import type { EvaluatePorts } from '#pipeline/evaluate/ports';

/** Only if a page is published. */
function pageCaller() {
  const topic = process.env[ENVIRONMENT.pageTopic];
  return topic ? { pageCaller: createPageCaller(new SNSClient(bounded()), topic) } : {};
}

/** The bus, and the webhooks that it delivers to. */
function eventChannels(settings: Configuration): readonly Channel[] {
  const options = {
    client: new EventBridgeClient(bounded()),
    bus: required(ENVIRONMENT.eventBus),
    context: noticeContext({ configuration: settings, stage: stage() }),
  };
  return [
    createEventBusChannel(options),
    ...settings.webhooks.map((webhook) => createApiDestinationChannel(webhook, options)),
  ];
}

function chatChannels(settings: Configuration): readonly Channel[] {
  const context = noticeContext({ configuration: settings, stage: stage() });
  return settings.chat.map((chat) =>
    createChatChannel(chat, {
      client: new SNSClient(bounded()),
      topicArn: `${required(ENVIRONMENT.chatTopics)}-${chat.id}`,
      context,
    }),
  );
}

export const evaluatorPorts = once(() => {
  const { results, groups, commands, outages, ledger, rollups, board, withheld } = stores();
  const settings = reachable(configuration(), process.env);
  const ports: EvaluatePorts = {
    clock,
    log,
    metrics,
    stage: stage(),
    configuration: settings,
    results,
    groups,
    commands,
    outages,
    ledger,
    rollups,
    board,
    withheld,
    checkQueue: checkQueue(),
    ...pageCaller(),
    channels: channelsHere() ?? [
      ...eventChannels(settings),
      ...chatChannels(settings),
      createSnsChannel({
        // SNS does not offer SMS in every region, so the topics may be in another one.
        client: new SNSClient({ ...bounded(), region: required(ENVIRONMENT.alertRegion) }),
        topicArn: required(ENVIRONMENT.topic),
        fallbackTopicArn: required(ENVIRONMENT.fallbackTopic),
        answered: process.env[ENVIRONMENT.carriersAnswer] !== undefined,
      }),
    ],
  };
  return {
    ...ports,
    name: 'evaluator' as const,
    messageReturn: messageReturn(ENVIRONMENT.evaluationsQueue),
  };
});
