import { Match, type Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import { synthesize } from './synthesize.ts';

let template: Template;

beforeAll(() => {
  template = synthesize({
    webhooks: [
      { id: 'pager', format: 'pagerduty', secret: 'pager-2' },
      { id: 'programs', format: 'json' },
    ],
    chat: [
      {
        id: 'team',
        type: 'teams',
        tenantId: '6d2f1f3e-53c4-4f0e-a8d0-0b2d1e1f7a11',
        teamId: '6d2f1f3e-53c4-4f0e-a8d0-0b2d1e1f7a12',
        channelId: '19:abcDEF123@thread.tacv2',
      },
    ],
  }).template('monitoring');
}, 60_000);

describe('webhooks on AWS', () => {
  it('are reached at an address and with a key that stand in a secret alone', () => {
    template.hasResourceProperties('AWS::Events::ApiDestination', {
      Name: 'bonghwa-dev-monitoring-webhook-programs',
      HttpMethod: 'POST',
      InvocationEndpoint:
        '{{resolve:secretsmanager:bonghwa/dev/webhook/programs:SecretString:url::}}',
    });
    template.hasResourceProperties('AWS::Events::Connection', {
      Name: 'bonghwa-dev-monitoring-webhook-programs',
      AuthorizationType: 'API_KEY',
      AuthParameters: {
        ApiKeyAuthParameters: {
          ApiKeyName: 'X-Bonghwa-Key',
          ApiKeyValue: '{{resolve:secretsmanager:bonghwa/dev/webhook/programs:SecretString:key::}}',
        },
      },
    });
  });

  it('have names of their own, however long and alike their ids are', () => {
    const ids = ['a', 'b'].map((end) => `operations-of-the-employment-portals-${end}`);
    const webhooks = ids.map((id) => ({ id, format: 'json' as const }));
    const long = synthesize({ webhooks }, 'acceptance-tests').template('monitoring');
    for (const type of ['Rule', 'Connection', 'ApiDestination']) {
      const found = Object.values(long.findResources(`AWS::Events::${type}`));
      const names = found.flatMap(({ Properties }) => Properties.Name ?? []);
      expect(new Set(names).size).toBe(2);
      expect(names.filter((name) => name.length > 64)).toEqual([]);
    }
  });

  it('get only the body of their own events', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { source: ['bonghwa.webhook'], 'detail-type': ['pager'] },
      Targets: [
        Match.objectLike({
          InputPath: '$.detail.body',
          RetryPolicy: { MaximumEventAgeInSeconds: 7_200 },
          DeadLetterConfig: { Arn: Match.anyValue() },
        }),
      ],
    });
  });

  it('of PagerDuty get the routing key in the body, where it is read', () => {
    template.hasResourceProperties('AWS::Events::Connection', {
      AuthParameters: {
        InvocationHttpParameters: {
          BodyParameters: [
            {
              Key: 'routing_key',
              Value: '{{resolve:secretsmanager:bonghwa/dev/webhook/pager-2:SecretString:key::}}',
              IsValueSecret: true,
            },
          ],
        },
      },
    });
  });

  it('are watched: what cannot be delivered raises the alarm on dead letters', () => {
    const queues = template.findResources('AWS::SQS::Queue', {
      Properties: { QueueName: 'bonghwa-dev-webhooks-dead' },
    });
    const [name = 'none'] = Object.keys(queues);
    const alarms = template.findResources('AWS::CloudWatch::Alarm');
    const watched = Object.values(alarms).filter((one) => JSON.stringify(one).includes(name));
    expect(watched).toHaveLength(1);
  });
});

describe('chat on AWS', () => {
  it('is reached by a topic whose reader has no rights in the account', () => {
    template.hasResourceProperties('AWS::Chatbot::MicrosoftTeamsChannelConfiguration', {
      TeamsChannelId: '19%3AabcDEF123%40thread.tacv2',
      SnsTopicArns: [Match.anyValue()],
      GuardrailPolicies: [{ 'Fn::Join': ['', Match.arrayWith([':iam::aws:policy/AWSDenyAll'])] }],
    });
    template.hasResourceProperties('AWS::SNS::Topic', { TopicName: 'bonghwa-dev-chat-team' });
  });
});
