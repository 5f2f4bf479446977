import { z } from 'zod';
import { createCommandChannel } from '#adapters/channels/command/command-channel';
import { createSmtpChannel } from '#adapters/channels/smtp/smtp-channel';
import { createWebhookChannel } from '#adapters/channels/webhook/webhook-channel';
import { messageOf } from '#core/notice/chat-message';
import type { NoticeContext } from '#core/notice/compose-notice';
import type { Channel } from '#core/ports/notices';
import type { OwnSettings } from '#core/watch/watch-settings';
import type { Webhook } from '#core/watch/webhooks';
import type { WatchSecrets } from '#local/watch/secrets-file';
import { noticeMail } from '#render/notice-mail';

export interface WatchChannelsOptions {
  readonly webhooks: readonly Webhook[];
  readonly own: OwnSettings;
  readonly context: NoticeContext;
  /** The current secrets. */
  readonly secrets: () => Promise<WatchSecrets>;
}

const where = z.union([
  z.string().transform((url) => ({ url })),
  z.object({ url: z.string(), key: z.string().optional() }),
]);

const account = z.object({ user: z.string(), password: z.string() });

/** Of a webhook. */
export function isUsableAddress(secret: unknown): boolean {
  return where.safeParse(secret).success;
}

/** Of a mail server. */
export function isUsableAccount(secret: unknown): boolean {
  return account.safeParse(secret).success;
}

/** Every configured channel that this machine can reach by itself. */
export function watchChannels(options: WatchChannelsOptions): readonly Channel[] {
  const { webhooks, own, context } = options;
  const { language } = context.texts;
  const secretOf = async (name: string) => (await options.secrets()).channels[name];
  return [
    ...webhooks.map((webhook) =>
      createWebhookChannel({
        webhook,
        context,
        secret: async () => where.safeParse(await secretOf(webhook.secret)).data,
        now: Date.now,
      }),
    ),
    ...own.smtp.map((mailer) =>
      createSmtpChannel({
        mailer,
        account: async () => account.safeParse(await secretOf(mailer.secret ?? '')).data,
        html: (notice) => noticeMail(messageOf(notice, context), language),
      }),
    ),
    ...own.commands.map((command) =>
      createCommandChannel({ command, context, environment: process.env }),
    ),
  ];
}
