import { describe, expect, it } from 'vitest';
import { webhookBody } from '#core/formats/webhooks/webhook-body';
import { messageOf } from '#core/notice/chat-message';
import { type AttentionOrder, composeAttention, composeNotice } from '#core/notice/compose-notice';
import { eventOf } from '#core/notice/event';
import type { NoticeType } from '#core/outage/telling';
import { ATTENTION_KINDS, KINDS } from '#core/run/verdict';
import { NOTICE_TYPES, WEBHOOK_FORMATS } from '#core/watch/webhooks';
import { noticeMail } from '#render/notice-mail';
import { CONTEXT, ENGLISH, noticeOf } from '../support/notices.ts';
import { incidentOf, outageOf } from '../support/outages.ts';

/** A reader would paste it, and the name of a package may belong to somebody else. */
const COMMAND = /\bnpx\b|\bnpm (?:run|exec|install|ci)\b|\bbonghwa [a-z]|\bcurl\b/i;

const MATTERS: readonly AttentionOrder['kind'][] = [
  ...ATTENTION_KINDS,
  'monitor-fault',
  'network-in-doubt',
  'control-failing',
  'certificate',
];

describe.each([
  ['Korean', CONTEXT],
  ['English', ENGLISH],
])('a notice in %s', (_, context) => {
  const types = NOTICE_TYPES.map((type: NoticeType) => noticeOf(type, { context }));
  const drills = (['opened', 'closed'] as const).map((type) =>
    noticeOf(type, { context, outage: { ...outageOf(['work24']), drill: true } }),
  );
  const kinds = KINDS.map((kind) => {
    const incidents = [{ ...incidentOf('work24'), kind }];
    const outage = outageOf(['work24'], { incidents });
    return composeNotice({ outage, seq: 1, type: 'opened', at: 0 }, context);
  });
  const matters = MATTERS.map((kind) =>
    composeAttention(
      { group: 'moel', seq: 1, at: 0, kind, services: ['eps'], detail: 'It failed.' },
      context,
    ),
  );

  it('names no shell command, in any channel or format', () => {
    const notices = [...types, ...drills, ...kinds, ...matters];
    expect(notices.length).toBeGreaterThan(30);
    for (const notice of notices) {
      const message = messageOf(notice, context);
      const sent = [
        ...[notice.sms, notice.subject, notice.text],
        JSON.stringify(message),
        noticeMail(message, context.texts.language),
        JSON.stringify(eventOf(notice, context)),
        ...WEBHOOK_FORMATS.map((format) =>
          JSON.stringify(webhookBody({ format, template: {} }, notice, context)),
        ),
      ];
      for (const text of sent) expect(text ?? '').not.toMatch(COMMAND);
    }
  });
});
