import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSmtpChannel } from '#adapters/channels/smtp/smtp-channel';
import { messageOf } from '#core/notice/chat-message';
import type { Mailer } from '#core/watch/watch-settings';
import { USUAL_EVENTS } from '#core/watch/webhooks';
import { noticeMail } from '#render/notice-mail';
import { type MailSink, startMailSink } from '../../support/mail-sink.ts';
import { CONTEXT, noticeOf } from '../../support/notices.ts';
import { describeChannel } from './contract.ts';

const ACCOUNT = { user: 'bonghwa', password: 'pw-planted' };

let sink: MailSink;

beforeAll(async () => {
  sink = await startMailSink(ACCOUNT);
});

beforeEach(() => sink.forget());

afterAll(() => sink.stop());

function channel(change: Partial<Mailer> = {}, account = ACCOUNT) {
  const mailer: Mailer = {
    id: 'team',
    host: '127.0.0.1',
    port: sink.port,
    secure: false,
    from: 'bonghwa@example.kr',
    to: ['team@example.kr', 'desk@example.kr'],
    secret: 'mail',
    events: USUAL_EVENTS,
    ...change,
  };
  return createSmtpChannel({
    mailer,
    account: async () => account,
    html: (notice) => noticeMail(messageOf(notice, CONTEXT), 'ko'),
  });
}

describeChannel('smtp', { working: () => channel(), refusing: () => channel({ port: 1 }) });

const refusalOf = async (refusing: ReturnType<typeof channel>) => {
  const error = await refusing.send(noticeOf('opened'), 'primary').catch((thrown) => thrown);
  return JSON.stringify([String(error), error, error.cause]);
};

describe('a mail server', () => {
  it('gets one mail to all addresses, as text and as a table with links', async () => {
    await channel().send(noticeOf('closed'), 'primary');
    const [mail] = sink.mails;
    expect(sink.mails).toHaveLength(1);
    expect(mail?.to).toEqual(['team@example.kr', 'desk@example.kr']);
    expect(mail?.subject).toBe(noticeOf('closed').subject);
    expect(mail?.text).toContain(noticeOf('closed').text.split('\n')[0]);
    expect(mail?.html).toMatch(/<table[\s\S]*<a href="https:\/\//);
  });

  it('gets the same Message-ID in every try', async () => {
    const first = await channel().send(noticeOf('opened'), 'primary');
    expect(await channel().send(noticeOf('opened'), 'primary')).toBe(first);
  });

  it('that refuses one of the addresses took the mail, and says how many it refused', async () => {
    const to = ['team@example.kr', 'nobody@refused.example'];
    expect(await channel({ to }).send(noticeOf('opened'), 'primary')).toMatch(/1 of 2 addresses/);
  });

  it('that refuses every address refuses the notice', async () => {
    expect(await refusalOf(channel({ to: ['nobody@refused.example'] }))).toMatch(/EENVELOPE/);
  });

  it('that cannot be reached refuses with the reason of the network', async () => {
    expect(await refusalOf(channel({ port: 1 }))).toMatch(
      /did not take notice [^ ]+: ECONNREFUSED/,
    );
  });

  it('that does not accept the account refuses, without the password in the reason', async () => {
    const told = await refusalOf(channel({}, { user: 'bonghwa', password: 'wrong-planted' }));
    expect(told).toMatch(/EAUTH/);
    expect(told).not.toContain('planted');
  });
});
