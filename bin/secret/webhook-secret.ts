import { randomBytes } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { z } from 'zod';
import { InvalidInputError, UnknownNameError } from '#core/errors';
import type { Language, Localised } from '#core/time/duration';
import { isPrivateAddress, isPrivateHost } from '#core/watch/private-address';
import type { Webhook } from '#core/watch/webhooks';
import { askSilently } from '../silent-prompt.ts';
import { DONE_TEXTS } from '../texts/done.ts';

export interface WebhookSecret {
  readonly url: string;
  /** Sent in the webhook's header. For PagerDuty, the integration key. */
  readonly key: string;
}

/**
 * Addresses that EventBridge takes. It would read a `*` as a place to fill. Source: its API,
 * CreateApiDestination, InvocationEndpoint.
 */
const ENDPOINT = /^(?:%[0-9A-Fa-f]{2}|[-().!~';/?:@&=+$,\w]){1,2048}$/;

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
  if (!parsed.success) throw refused(WRONG.fields);
  const { url } = parsed.data;
  const wrong = wrongAddress(url) ?? (await leadsInside(new URL(url).hostname));
  if (wrong) throw refused(wrong);
  const given = parsed.data.key.trim();
  if (format === 'pagerduty' && !given) throw refused(WRONG.noIntegrationKey);
  const key = given || randomBytes(24).toString('base64url');
  if (!PRINTABLE.test(key)) throw refused(WRONG.key);
  return { url, key };
}

/** Why AWS cannot reach a webhook at an address. Undefined if it can. Never quotes the address. */
function wrongAddress(address: string): Localised | undefined {
  const url = URL.parse(address);
  if (!url) return WRONG.address;
  if (url.protocol !== 'https:') return WRONG.notHttps;
  if (url.username || url.password) return WRONG.account;
  if (isPrivateHost(url.hostname)) return WRONG.inside;
  return ENDPOINT.test(address) ? undefined : WRONG.characters;
}

/** A name that this machine cannot resolve may resolve from AWS. */
async function leadsInside(host: string): Promise<Localised | undefined> {
  const addresses = await lookup(host, { all: true }).catch(() => []);
  const isInside =
    addresses.length > 0 && addresses.every(({ address }) => isPrivateAddress(address));
  return isInside ? WRONG.inside : undefined;
}

const WRONG = {
  fields: { en: 'it takes url and key', ko: 'url과 key를 주어야 합니다' },
  noIntegrationKey: {
    en: 'PagerDuty needs its integration key',
    ko: 'PagerDuty에는 integration key가 필요합니다',
  },
  key: {
    en: 'no header can hold this key',
    ko: 'key에 헤더에 넣을 수 없는 문자가 있습니다',
  },
  address: { en: 'it is not an address', ko: '주소가 아닙니다' },
  notHttps: { en: 'it is not https', ko: 'https 주소가 아닙니다' },
  account: {
    en: 'it holds a user name or password; use the key',
    ko: '주소에 계정이 들어 있습니다. key를 쓰십시오',
  },
  characters: {
    en: 'EventBridge takes no such address: at most 2,048 letters, without *, # or letters that are not encoded',
    ko: 'EventBridge가 받지 않는 주소입니다. 2,048자까지이고 *, #, 인코딩하지 않은 문자가 없어야 합니다',
  },
  inside: {
    en: 'its host is in a private network, which EventBridge does not reach',
    ko: '호스트가 사설망에 있어 EventBridge가 접근할 수 없습니다',
  },
} satisfies Readonly<Record<string, Localised>>;

function refused(why: Localised): InvalidInputError {
  return new InvalidInputError(
    {
      en: `This webhook cannot be used: ${why.en}.`,
      ko: `이 웹훅은 쓸 수 없습니다: ${why.ko}.`,
    },
    {
      en: 'Nothing was stored. See: npx bonghwa secret --help',
      ko: '저장하지 않았습니다. 도움말: npx bonghwa secret --help',
    },
  );
}
