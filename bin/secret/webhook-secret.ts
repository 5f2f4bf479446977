import { randomBytes } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { z } from 'zod';
import { InvalidInputError, UnknownNameError } from '#core/errors';
import type { Language } from '#core/time/duration';
import { isPrivateAddress, isPrivateHost } from '#core/watch/private-address';
import type { Webhook } from '#core/watch/webhooks';
import { askSilently } from '../silent-prompt.ts';
import { DONE_TEXTS } from '../texts/done.ts';

export interface WebhookSecret {
  readonly url: string;
  /** Sent in the webhook's header. For PagerDuty, the integration key. */
  readonly key: string;
}

const PRINTABLE = /^[\x21-\x7e]{1,512}$/;

const shape = z.strictObject({ url: z.string(), key: z.string().default('') });

/** Throws UnknownNameError. */
export function webhookWith(secret: string, webhooks: readonly Webhook[]): Webhook {
  const found = webhooks.find((webhook) => webhook.secret === secret);
  if (found) return found;
  const known = webhooks.map((webhook) => webhook.secret).join(', ') || 'none';
  throw new UnknownNameError(
    { en: `No webhook has the secret "${secret}".`, ko: `secret이 "${secret}"인 웹훅이 없습니다.` },
    {
      en: `Name it in \`webhooks\` in bonghwa.config.ts. Secrets named there: ${known}.`,
      ko: `bonghwa.config.ts의 \`webhooks\`에 적으십시오. 적혀 있는 이름: ${known}.`,
    },
  );
}

export async function askForWebhook({ format }: Webhook, language: Language): Promise<unknown> {
  const { address, integrationKey, anyKey } = DONE_TEXTS[language];
  const key = format === 'pagerduty' ? integrationKey : anyKey;
  return { url: await askSilently(address, language), key: await askSilently(key, language) };
}

/** Throws InvalidInputError that never quotes the values. */
export async function checkWebhook(input: unknown, { format }: Webhook): Promise<WebhookSecret> {
  const parsed = shape.safeParse(input);
  if (!parsed.success) throw refused('url and key are what it takes');
  const { url } = parsed.data;
  const wrong = wrongAddress(url) ?? (await leadsInside(new URL(url).hostname));
  if (wrong) throw refused(wrong);
  const given = parsed.data.key.trim();
  if (format === 'pagerduty' && !given) throw refused('PagerDuty needs its integration key');
  const key = given || randomBytes(24).toString('base64url');
  if (!PRINTABLE.test(key)) throw refused('the key holds what no header can hold');
  return { url, key };
}

/** Why AWS cannot reach a webhook at an address. Undefined if it can. Never quotes the address. */
function wrongAddress(address: string): string | undefined {
  const url = URL.parse(address);
  if (!url) return 'it is not an address';
  if (url.protocol !== 'https:') return 'it is not https';
  if (url.username || url.password) return 'it holds a user name or password; use the key';
  return isPrivateHost(url.hostname)
    ? 'its host is in a private network, which EventBridge does not reach'
    : undefined;
}

/** A name that this machine cannot resolve may resolve from AWS. */
async function leadsInside(host: string): Promise<string | undefined> {
  const addresses = await lookup(host, { all: true }).catch(() => []);
  const isInside =
    addresses.length > 0 && addresses.every(({ address }) => isPrivateAddress(address));
  return isInside
    ? 'its host leads to a private network, which EventBridge does not reach'
    : undefined;
}

function refused(why: string): InvalidInputError {
  return new InvalidInputError(
    `This webhook cannot be used: ${why}.`,
    'Nothing was stored. See: npx bonghwa secret --help',
  );
}
