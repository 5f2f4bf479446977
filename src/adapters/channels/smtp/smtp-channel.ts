import { createTransport } from 'nodemailer';
import { codeOf, refusal } from '#adapters/channels/refusal';
import { hears } from '#core/notice/heard';
import type { Notice } from '#core/notice/notice';
import type { Channel } from '#core/ports/notices';
import type { Mailer } from '#core/watch/watch-settings';

export interface MailAccount {
  readonly user: string;
  readonly password: string;
}

export interface SmtpChannelOptions {
  readonly mailer: Mailer;
  /** Read at each try. Undefined: not set. */
  readonly account: () => Promise<MailAccount | undefined>;
  /** The small HTML part of a mail. */
  readonly html: (notice: Notice) => string;
}

/** Together below the 20 s after which a channel must give up. */
const CONNECT_MS = 6_000;
const SILENCE_MS = 12_000;

/** A mail server. Each notice is one mail to all its addresses: text with a small HTML part. */
export function createSmtpChannel(options: SmtpChannelOptions): Channel {
  const { mailer } = options;
  const name = `smtp-${mailer.id}`;
  return {
    name,
    hasFallback: false,
    accepts: hears(mailer),
    async send(notice) {
      const account = mailer.secret === undefined ? undefined : await options.account();
      if (mailer.secret !== undefined && !account) {
        throw refusal(name, notice, `the secret ${mailer.secret} is not set`);
      }
      try {
        return await deliver(notice, account, options);
      } catch (error) {
        throw refusal(name, notice, codeOf(error), error);
      }
    },
  };
}

async function deliver(
  notice: Notice,
  account: MailAccount | undefined,
  { mailer, html }: SmtpChannelOptions,
): Promise<string> {
  const { host, port, secure, from, to } = mailer;
  const transport = createTransport({
    host,
    port,
    secure,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    dnsTimeout: CONNECT_MS,
    ...(account ? { auth: { user: account.user, pass: account.password } } : {}),
  });
  try {
    const { messageId, rejected } = await transport.sendMail({
      from,
      to: [...to],
      subject: notice.subject,
      text: notice.text,
      html: html(notice),
      // The same in every try, so that a mailbox recognises the same mail.
      messageId: messageIdOf(notice, from),
      headers: {
        'X-Bonghwa-Notice': encodeURIComponent(notice.id),
        'Auto-Submitted': 'auto-generated',
      },
    });
    const refused = (rejected ?? []).length;
    return refused > 0 ? `${messageId} (${refused} of ${to.length} addresses refused)` : messageId;
  } finally {
    transport.close();
  }
}

/** Threads the mails of one outage, if the mailbox supports it. */
function messageIdOf({ id }: Notice, from: string): string {
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'bonghwa.invalid';
  return `<${id.replace(/[^\w.-]/g, '.')}@${domain}>`;
}
