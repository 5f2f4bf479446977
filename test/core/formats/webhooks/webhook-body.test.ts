import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAmazonQ } from '#core/formats/webhooks/amazon-q';
import { PAGERDUTY_KEY } from '#core/formats/webhooks/pagerduty';
import { unknownPlaceholders } from '#core/formats/webhooks/template';
import { webhookBody } from '#core/formats/webhooks/webhook-body';
import { messageOf } from '#core/notice/chat-message';
import type { Notice } from '#core/notice/notice';
import { NOTICE_TYPES, WEBHOOK_FORMATS, type WebhookFormat } from '#core/watch/webhooks';
import { CONTEXT, ENGLISH, noticeOf, SIX } from '../../../support/notices.ts';
import { outageOf } from '../../../support/outages.ts';

const opened = noticeOf('opened');
const closed = noticeOf('closed');

function body(format: WebhookFormat, notice: Notice, context = CONTEXT) {
  return webhookBody({ format }, notice, context);
}

describe('a message for Slack', () => {
  it('has a title, a colour, facts and links', () => {
    expect(body('slack', noticeOf('opened', { outage: outageOf(['work24']) }))).toEqual({
      text: '[장애] 고용24 응답없음 09:15 KST부터',
      attachments: [
        {
          color: '#d92d20',
          blocks: [
            {
              type: 'header',
              text: { type: 'plain_text', text: '[장애] 고용24 응답없음 09:15 KST부터' },
            },
            {
              type: 'section',
              text: { type: 'mrkdwn', text: '급한 민원은 1350으로 전화하세요.' },
            },
            {
              type: 'section',
              fields: [
                '*장애 서비스*\n고용24 (1곳)',
                '*시작*\n2024-07-18 09:14:40~09:15:20 사이 (KST)',
                '*확인 내용*\n[데이터 조회] 제한 시간 안에 응답이 없었습니다.',
                '*원인*\n단일 서비스',
              ].map((text) => ({ type: 'mrkdwn', text })),
            },
            {
              type: 'section',
              text: {
                type: 'mrkdwn',
                text:
                  '<https://status.example.kr/|현황> · ' +
                  '<https://api.example.kr/on-call/outages/moel-20240718-0915|장애 기록 전체> · ' +
                  '<https://runbook.example.kr/outage|대응 절차>',
              },
            },
            {
              type: 'context',
              elements: [{ type: 'mrkdwn', text: '알림 번호: moel-20240718-0915#1' }],
            },
          ],
        },
      ],
    });
  });

  it('turns green when everything works again, and says how long it lasted', () => {
    const text = JSON.stringify(body('slack', closed));
    expect(text).toContain('"color":"#12b76a"');
    expect(text).toContain('모든 서비스가 정상으로 돌아왔습니다.');
    expect(text).toContain('*지속 시간*');
  });

  it('says that a drill is no outage', () => {
    const drill = noticeOf('opened', { outage: outageOf(SIX, { drill: true }) });
    expect(JSON.stringify(body('slack', drill))).toContain('모의훈련 알림이며');
  });

  it('cannot be told to mention or to link by a name of the catalogue', () => {
    const services = CONTEXT.catalogue.services.map((one) => ({ ...one, name: '<!channel> & co' }));
    const context = { ...CONTEXT, catalogue: { ...CONTEXT.catalogue, services } };
    const text = JSON.stringify(body('slack', noticeOf('opened', { context }), context));
    expect(text).not.toContain('*\\n<!channel>');
    expect(text).toContain('&lt;!channel&gt; &amp; co');
  });
});

describe('a message for Teams', () => {
  it('is one Adaptive Card with facts and buttons', () => {
    expect(body('teams', closed, ENGLISH)).toEqual({
      type: 'message',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          contentUrl: null,
          content: expect.objectContaining({
            type: 'AdaptiveCard',
            version: '1.4',
            body: [
              expect.objectContaining({ type: 'Container', style: 'good' }),
              expect.objectContaining({ type: 'TextBlock', text: 'All services work again.' }),
              expect.objectContaining({ type: 'FactSet' }),
              expect.objectContaining({ text: 'Notice id: moel-20240718-0915#4' }),
            ],
            actions: [
              { type: 'Action.OpenUrl', title: 'Status', url: 'https://status.example.kr/' },
              {
                type: 'Action.OpenUrl',
                title: 'The whole record',
                url: 'https://api.example.kr/on-call/outages/moel-20240718-0915',
              },
              {
                type: 'Action.OpenUrl',
                title: 'Runbook',
                url: 'https://runbook.example.kr/outage',
              },
            ],
          }),
        },
      ],
    });
  });

  it('shows brackets as they are instead of links', () => {
    expect(JSON.stringify(body('teams', opened))).toContain('\\\\[데이터 조회\\\\]');
  });
});

describe('an event for PagerDuty', () => {
  it('resolves at the end the incident that it triggered at the begin', () => {
    const key = 'moel-20240718-0915';
    expect(body('pagerduty', opened)).toMatchObject({
      event_action: 'trigger',
      dedup_key: key,
      payload: {
        summary: '[장애] 고용24 외 5곳 응답없음 09:15 KST부터',
        source: '고용노동부 고용서비스 포털',
        severity: 'critical',
        timestamp: '2024-07-18T09:15:50+09:00',
        class: 'data/timeout',
      },
    });
    expect(body('pagerduty', closed)).toMatchObject({ event_action: 'resolve', dedup_key: key });
  });

  it('does not contain the key, which only EventBridge knows', () => {
    expect(body('pagerduty', opened)).not.toHaveProperty(PAGERDUTY_KEY);
  });

  it('acknowledges an incident that a person acknowledged in Bonghwa', () => {
    const outage = outageOf(SIX, { acknowledged: { by: 'kim', at: 0 } });
    const action = (notice: Notice) => body('pagerduty', notice).event_action;
    expect(action(noticeOf('updated', { outage }))).toBe('acknowledge');
    expect(action(noticeOf('updated'))).toBe('trigger');
  });

  it('triggers again after a recurrence, acknowledged or not', () => {
    const outage = outageOf(SIX, { acknowledged: { by: 'kim', at: 0 } });
    const again = noticeOf('updated', { outage, again: true });
    expect(body('pagerduty', again)).toMatchObject({ event_action: 'trigger' });
  });

  it('never resolves a matter for engineers', () => {
    expect(body('pagerduty', noticeOf('attention'))).toMatchObject({
      event_action: 'trigger',
      dedup_key: 'moel-attention-login-rejected',
      payload: { severity: 'warning' },
    });
  });
});

describe('a template', () => {
  const template = {
    body: '{sms}',
    sendNo: '0441234567',
    recipientList: [{ recipientNo: '01012345678', note: '{services} {unknown}' }],
    urgent: true,
  };

  it('is filled wherever it holds a placeholder, and nowhere else', () => {
    const notice = noticeOf('opened', { outage: outageOf(['work24', 'eps']) });
    expect(webhookBody({ format: 'template', template }, notice, CONTEXT)).toEqual({
      body: '[장애] 고용24 외 1곳 응답없음 09:15~ 공통 원인(데이터 조회) 추정',
      sendNo: '0441234567',
      recipientList: [
        { recipientNo: '01012345678', note: '고용24, 외국인고용관리시스템 {unknown}' },
      ],
      urgent: true,
    });
  });

  it('names the unknown placeholders', () => {
    expect(unknownPlaceholders(template)).toEqual(['unknown']);
  });
});

describe('a message for Amazon Q Developer', () => {
  const message = (notice: Notice) => toAmazonQ(messageOf(notice, CONTEXT), notice, 'slack');

  it('is a custom notification, begin and end in one thread', () => {
    expect(message(opened)).toMatchObject({
      version: '1.0',
      source: 'custom',
      id: 'moel-20240718-0915#1',
      content: {
        textType: 'client-markdown',
        title: ':red_circle: [장애] 고용24 외 5곳 응답없음 09:15 KST부터',
      },
      metadata: { threadId: 'moel-20240718-0915', eventType: 'opened' },
    });
    expect(message(closed)).toMatchObject({ metadata: { threadId: 'moel-20240718-0915' } });
  });

  it('writes links the way its client reads them', () => {
    const description = (client: 'slack' | 'teams') =>
      JSON.stringify(toAmazonQ(messageOf(opened, CONTEXT), opened, client));
    expect(description('slack')).toContain('<https://status.example.kr/|현황>');
    expect(description('teams')).toContain('[현황](https://status.example.kr/)');
  });
});

describe('every format', () => {
  const anyNotice = fc
    .record({
      type: fc.constantFrom(...NOTICE_TYPES),
      services: fc.subarray(SIX, { minLength: 1 }),
      context: fc.constantFrom(CONTEXT, ENGLISH, { ...CONTEXT, apiUrl: '' }),
      drill: fc.boolean(),
    })
    .map(({ type, services, context, drill }) => ({
      context,
      notice: noticeOf(type, {
        context,
        outage: outageOf(services, drill ? { drill } : {}),
      }),
    }));

  it('says what happened and to which outage, in JSON without gaps', () => {
    fc.assert(
      fc.property(anyNotice, fc.constantFrom(...WEBHOOK_FORMATS), ({ notice, context }, format) => {
        const template = { text: '{title}', outage: '{outage}' };
        const written = webhookBody({ format, template }, notice, context);
        const text = JSON.stringify(written);
        expect(JSON.parse(text)).toEqual(written);
        expect(text).toContain(notice.outage);
        expect(text).not.toContain('undefined');
        expect(text).not.toContain('":""');
      }),
    );
  });

  it('shows a notice of an older version by its title', () => {
    const { facts: _, ...older } = opened;
    for (const format of WEBHOOK_FORMATS) {
      const written = webhookBody({ format, template: { text: '{title}' } }, older, CONTEXT);
      expect(JSON.stringify(written)).toContain('고용24 외 5곳 응답없음');
    }
  });
});
