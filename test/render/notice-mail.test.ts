import { describe, expect, it } from 'vitest';
import { webhookBody } from '#core/formats/webhooks/webhook-body';
import { messageOf } from '#core/notice/chat-message';
import { WEBHOOK_FORMATS } from '#core/watch/webhooks';
import { noticeMail } from '#render/notice-mail';
import { CONTEXT, noticeOf } from '../support/notices.ts';
import { outageOf } from '../support/outages.ts';

const drill = noticeOf('opened', { outage: outageOf(['work24'], { drill: true }) });
const real = noticeOf('opened', { outage: outageOf(['work24']) });

describe('a drill', () => {
  it('says 모의훈련 in the title and in a sentence of the HTML part of a mail', () => {
    const mail = noticeMail(messageOf(drill, CONTEXT), 'ko');
    expect(mail.match(/모의훈련/g)?.length).toBeGreaterThanOrEqual(2);
    expect(noticeMail(messageOf(real, CONTEXT), 'ko')).not.toContain('모의훈련');
  });

  it.each(WEBHOOK_FORMATS)('says 모의훈련 in the format %s', (format) => {
    const template = { text: '{title}' };
    const body = JSON.stringify(webhookBody({ format, template }, drill, CONTEXT));
    expect(body).toContain('모의훈련');
    if (format === 'json') expect(body).toContain('"drill":true');
  });
});

describe('the HTML part of a mail', () => {
  it('escapes what came from outside', () => {
    const hostile = { ...real, subject: '<script>alert(1)</script>' };
    expect(noticeMail(messageOf(hostile, CONTEXT), 'ko')).not.toContain('<script>');
  });
});
