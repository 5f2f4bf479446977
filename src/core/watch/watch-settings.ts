import type { Webhook } from '#core/watch/webhooks';

/** What only `bonghwa watch` reads: its channels, which a deployment has others of, and its way out. */
export interface OwnSettings {
  readonly smtp: readonly Mailer[];
  readonly commands: readonly NoticeCommand[];
  /** PEM file of authorities of one's own, besides the public ones. */
  readonly caFile?: string;
  /** Forward proxy without an account, and the hosts that are reached without it. */
  readonly proxy?: { readonly server: string; readonly bypass: readonly string[] };
}

/** A mail server and who gets mail through it. */
export interface Mailer {
  /** Part of its channel's name, `smtp-<id>`. */
  readonly id: string;
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS where the server offers it. */
  readonly secure: boolean;
  readonly from: string;
  readonly to: readonly string[];
  /** Name of the secret with `user` and `password`; absent: the server asks for none. */
  readonly secret?: string;
  readonly events: Webhook['events'];
}

/** A program that is run for each notice. */
export interface NoticeCommand {
  /** Part of its channel's name, `command-<id>`. */
  readonly id: string;
  /** The program and its arguments. */
  readonly run: readonly string[];
  readonly timeoutSeconds: number;
  readonly events: Webhook['events'];
}
