import { SNSClient } from '@aws-sdk/client-sns';
import { createSnsChannel } from '#adapters/channels/sns/sns-channel';
import { createPageCaller } from '#adapters/site/page-caller';
import { ENVIRONMENT } from '#contract/environment';
import { channelsHere, clock, log, metrics } from '#lambda/wiring/ambient';
import { bounded } from '#lambda/wiring/bounded';
import { once, required, stage } from '#lambda/wiring/environment';
import { reachable } from '#lambda/wiring/reachable';
import { checkQueue, configuration, messageReturn, stores } from '#lambda/wiring/shared';
import type { EvaluatePorts } from '#pipeline/evaluate/ports';

/** Only where a page is published. */
function pageCaller() {
  const topic = process.env[ENVIRONMENT.pageTopic];
  return topic ? { pageCaller: createPageCaller(new SNSClient(bounded()), topic) } : {};
}

export const evaluatorPorts = once(() => {
  const { results, groups, commands, outages, ledger, rollups, board, withheld } = stores();
  const ports: EvaluatePorts = {
    clock,
    log,
    metrics,
    stage: stage(),
    configuration: reachable(configuration(), process.env),
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
      createSnsChannel({
        // SMS is not sold in every region, so the topics may live in another one.
        client: new SNSClient({ ...bounded(), region: required(ENVIRONMENT.alertRegion) }),
        topicArn: required(ENVIRONMENT.topic),
        fallbackTopicArn: required(ENVIRONMENT.fallbackTopic),
      }),
    ],
  };
  return {
    ...ports,
    name: 'evaluator' as const,
    messageReturn: messageReturn(ENVIRONMENT.evaluationsQueue),
  };
});
