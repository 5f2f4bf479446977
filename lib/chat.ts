import {
  CfnMicrosoftTeamsChannelConfiguration,
  CfnSlackChannelConfiguration,
} from 'aws-cdk-lib/aws-chatbot';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { resourceNames } from '#contract/names';
import type { Chat } from '#core/watch/webhooks';
import type { DeployContext } from '#lib/context';

/**
 * Channels of Slack and Teams through Amazon Q Developer. Its role may do nothing in this account:
 * it only passes on messages of the topics. The workspace or team is authorised once, by hand.
 */
export class ChatChannels extends Construct {
  readonly topics: readonly Topic[];

  constructor(scope: Construct, id: string, { configuration, deployment }: DeployContext) {
    super(scope, id);
    const { chat } = configuration;
    const names = resourceNames(deployment.stage);
    if (chat.length === 0) {
      this.topics = [];
      return;
    }
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('chatbot.amazonaws.com'),
      description: 'Nothing: Amazon Q Developer only passes notices on',
    });
    const deny = [ManagedPolicy.fromAwsManagedPolicyName('AWSDenyAll').managedPolicyArn];
    this.topics = chat.map((one) => {
      const topic = new Topic(this, `Topic-${one.id}`, {
        topicName: names.chatTopic(one.id),
        enforceSSL: true,
      });
      const shared = {
        configurationName: names.chatTopic(one.id),
        iamRoleArn: role.roleArn,
        snsTopicArns: [topic.topicArn],
        guardrailPolicies: deny,
        loggingLevel: 'ERROR',
      };
      this.#join(one, shared);
      return topic;
    });
  }

  #join(
    chat: Chat,
    shared: {
      readonly configurationName: string;
      readonly iamRoleArn: string;
      readonly snsTopicArns: string[];
      readonly guardrailPolicies: string[];
      readonly loggingLevel: string;
    },
  ): void {
    if (chat.type === 'slack') {
      const { workspaceId: slackWorkspaceId, channelId: slackChannelId } = chat;
      const own = { slackWorkspaceId, slackChannelId };
      new CfnSlackChannelConfiguration(this, `Slack-${chat.id}`, { ...shared, ...own });
      return;
    }
    const { tenantId: teamsTenantId, teamId, channelId } = chat;
    const teamsChannelId = encodeURIComponent(decodeURIComponent(channelId));
    const own = { teamsTenantId, teamId, teamsChannelId };
    new CfnMicrosoftTeamsChannelConfiguration(this, `Teams-${chat.id}`, { ...shared, ...own });
  }
}
