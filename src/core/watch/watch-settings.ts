import type { Webhook } from '#core/watch/webhooks';

/**
 * Settings that only `bonghwa watch` reads: its channels, which a deployment replaces, and its
 * network route.
 */
export interface OwnSettings {
  readonly smtp: readonly Mailer[];
  readonly commands: readonly NoticeCommand[];
  /** PEM file of additional certificate authorities. */
  readonly caFile?: string;
  /** Forward proxy, with an account in its address if it needs one, and the hosts that bypass it. */
  readonly proxy?: { readonly server: string; readonly bypass: readonly string[] };
}

/** A mail server and its recipients. */
export interface Mailer {
  /** Part of its channel's name, `smtp-<id>`. */
  readonly id: string;
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte. Otherwise STARTTLS if the server offers it. */
  readonly secure: boolean;
  readonly from: string;
  readonly to: readonly string[];
  /** Name of the secret with `user` and `password`. Absent: the server needs no login. */
  readonly secret?: string;
  readonly events: Webhook['events'];
}

/** A program that runs for each notice. */
export interface NoticeCommand {
  /** Part of its channel's name, `command-<id>`. */
  readonly id: string;
  /** The program and its arguments. */
  readonly run: readonly string[];
  readonly timeoutSeconds: number;
  readonly events: Webhook['events'];
}

/** Names of the channels that only `watch` has. */
export function channelsOfWatch({ smtp, commands }: OwnSettings): readonly string[] {
  return [...smtp.map(({ id }) => `smtp-${id}`), ...commands.map(({ id }) => `command-${id}`)];
}
