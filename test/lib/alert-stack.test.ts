import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { ENVIRONMENT } from '#contract/environment';
import { synthesize } from './synthesize.ts';

const input = {
  displayName: 'MOEL',
  subscribers: [
    { protocol: 'sms' as const, endpoint: '+821012345678', severities: ['critical' as const] },
    { protocol: 'email' as const, endpoint: 'team@example.kr', services: ['eps'] },
  ],
  operators: [
    { protocol: 'email' as const, endpoint: 'oncall@example.kr' },
    { protocol: 'sms' as const, endpoint: '+821087654321' },
  ],
};

describe('the alert stack', () => {
  const { stacks, template } = synthesize(input);
  const subscriptions = (stack: string) =>
    Object.values(template(stack).findResources('AWS::SNS::Subscription')).map(
      ({ Properties }) => Properties as Record<string, unknown>,
    );

  it('stands in the region that sells SMS, with the display name that the SMS budget counts', () => {
    expect(stacks.alert?.region).toBe('ap-northeast-1');
    template('alert').hasResourceProperties('AWS::SNS::Topic', {
      TopicName: 'bonghwa-dev-notices',
      DisplayName: 'MOEL',
    });
  });

  it('subscribes everybody to the topic and its fallback, with the chosen filters', () => {
    const notices = subscriptions('alert').filter(({ Endpoint }) =>
      ['+821012345678', 'team@example.kr'].includes(String(Endpoint)),
    );
    // A phone that is subscribed to the whole group does not ring for one service of a larger
    // outage.
    const phone = { phone: ['yes'], severity: ['critical'], own: [{ exists: false }] };
    const mail = { phone: [{ 'anything-but': { prefix: 'remind-' } }], service: ['eps'] };
    expect(notices.map(({ Protocol, FilterPolicy }) => [Protocol, FilterPolicy])).toEqual([
      ['sms', phone],
      ['email', mail],
      ['sms', phone],
      ['email', mail],
    ]);
  });

  it('tells operators of alarms without a filter, which alarms could not pass', () => {
    const operators = [...subscriptions('monitoring'), ...subscriptions('alert')].filter(
      ({ Endpoint }) => ['oncall@example.kr', '+821087654321'].includes(String(Endpoint)),
    );
    expect(operators.map(({ Endpoint, FilterPolicy }) => [Endpoint, FilterPolicy])).toEqual([
      ['oncall@example.kr', undefined],
      // Alarms from other regions, and those of the alert region itself.
      ['+821087654321', undefined],
      ['oncall@example.kr', undefined],
      ['+821087654321', undefined],
    ]);
  });

  it('lets the evaluator find the topics by name, without exports or custom resources', () => {
    const all = Object.keys(stacks).map((stack) => JSON.stringify(template(stack).toJSON()));
    expect(all.filter((text) => /Fn::ImportValue|Custom::/.test(text))).toEqual([]);
    expect(JSON.stringify(template('monitoring').toJSON())).toContain(':bonghwa-dev-notices');
  });
});

describe('the log reader', () => {
  const LOG = 'sns/ap-northeast-1/123456789012/DirectPublishToPhoneNumber/Failure';
  const given = synthesize({ smsDeliveryLogs: [LOG] });
  const { template } = given;

  it('reads the named log, which alone may invoke it', () => {
    template('alert').hasResourceProperties('AWS::Logs::SubscriptionFilter', {
      LogGroupName: LOG,
      FilterPattern: '',
    });
    template('alert').hasResourceProperties('AWS::Lambda::Permission', {
      Principal: 'logs.amazonaws.com',
      SourceAccount: { Ref: 'AWS::AccountId' },
      SourceArn: { 'Fn::Join': ['', Match.arrayWith([`:log-group:${LOG}:*`])] },
    });
  });

  it('makes the evaluator wait for what carriers answer, and is not there without a log', () => {
    const waits = ({ template: of }: ReturnType<typeof synthesize>) =>
      JSON.stringify(of('monitoring').toJSON()).includes(ENVIRONMENT.carriersAnswer);
    const without = synthesize({});
    expect([waits(given), waits(without)]).toEqual([true, false]);
    without.template('alert').resourceCountIs('AWS::Lambda::Function', 0);
  });
});

describe('a small stack, as a whole', () => {
  it('is as it was', () => {
    const json = JSON.stringify(synthesize({}).template('alert').toJSON(), null, 2);
    expect(json.replace(/[0-9a-f]{64}/g, '<hash>')).toMatchSnapshot();
  });
});
