/**
 * Types of a notice. `blip`: failures that ended before they lasted. No phone or mailbox gets it.
 */
export const NOTICE_TYPES = [
  'opened',
  'updated',
  'reminder',
  'closed',
  'attention',
  'blip',
] as const;

type NoticeType = (typeof NOTICE_TYPES)[number];

/** Events of a webhook or a chat channel whose configuration names none. */
export const USUAL_EVENTS: readonly NoticeType[] = ['opened', 'updated', 'closed'];

export const WEBHOOK_FORMATS = ['json', 'slack', 'teams', 'pagerduty', 'template'] as const;

export type WebhookFormat = (typeof WEBHOOK_FORMATS)[number];

/** A service that accepts notices over HTTPS. */
export interface Webhook {
  /** Part of its channel's name, `webhook-<id>`. */
  readonly id: string;
  readonly format: WebhookFormat;
  /** Name of the secret with its address and key. They are stored nowhere else. */
  readonly secret: string;
  /** HTTP header that carries the key. */
  readonly header: string;
  readonly events: readonly NoticeType[];
  /** Body of the format `template`: JSON whose strings hold `{placeholders}`. */
  readonly template?: Readonly<Record<string, unknown>>;
}

/** A channel of a chat service, reached through Amazon Q Developer. */
export type Chat = {
  /** Part of its channel's name, `chat-<id>`. */
  readonly id: string;
  readonly events: readonly NoticeType[];
} & (
  | { readonly type: 'slack'; readonly workspaceId: string; readonly channelId: string }
  | {
      readonly type: 'teams';
      readonly tenantId: string;
      readonly teamId: string;
      readonly channelId: string;
    }
);
