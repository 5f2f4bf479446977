import type { Localised } from '#core/time/duration';

/** Names under which people write an address or an account. Compared without `_`, `-` and case. */
const SECRETS: readonly string[] = [
  ...['url', 'uri', 'hook', 'link', 'address', 'endpoint', 'hookurl', 'webhook', 'webhookurl'],
  ...['password', 'passwd', 'passphrase', 'pass', 'pw', 'user', 'userid', 'username', 'login'],
  ...['authorization', 'authentication', 'auth', 'bearer', 'credential', 'credentials'],
];
const KEY = /(key|token|secret)$/;

/** Where an address or a key belongs into a secret: the list, and the argument of `secret set`. */
const HOMES: Readonly<Record<string, (entry: Entry) => string>> = {
  webhooks: ({ secret, id }) => `webhook/${nameOf(secret ?? id)}`,
  permissions: ({ service }) => nameOf(service),
};

type Entry = Readonly<Record<string, unknown>>;

export function isSecretField(name: string): boolean {
  const bare = name.toLowerCase().replaceAll(/[-_\s]/g, '');
  return SECRETS.includes(bare) || KEY.test(bare);
}

/**
 * What to do about an unknown field that holds a secret. Undefined if it is only misspelt. Never
 * quotes its value.
 */
export function secretInConfiguration(
  list: PropertyKey | undefined,
  entry: unknown,
  keys: readonly string[],
): Localised | undefined {
  const found = keys.filter(isSecretField).join(', ');
  if (found === '') return undefined;
  if (list === 'chat') {
    return {
      en:
        `has the field ${found}: Amazon Q Developer needs no address; ` +
        'one of your own goes into `webhooks`',
      ko: `${found} 필드: Amazon Q Developer에는 주소가 없습니다. 웹훅이면 \`webhooks\`를 쓰십시오`,
    };
  }
  if (list === 'watch') {
    return {
      en:
        `has the field ${found}, which is a secret: delete it here and put it into ` +
        'bonghwa.secrets.json (docs/own-services.md)',
      ko:
        `${found} 필드는 비밀이므로 여기서 지우고 bonghwa.secrets.json에 적으십시오` +
        '(docs/own-services.md)',
    };
  }
  const home = HOMES[String(list)];
  if (!home) return undefined;
  const command = `npx bonghwa secret set ${home((entry ?? {}) as Entry)}`;
  return {
    en:
      `has the field ${found}, which is a secret: delete it here (renew it if others can read ` +
      `this file) and run ${command}; for \`watch\` put it into bonghwa.secrets.json`,
    ko:
      `${found} 필드는 비밀이므로 여기서 지우고(다른 사람이 이 파일을 볼 수 있으면 새로 발급받고) ` +
      `다음을 실행하십시오: ${command} (\`watch\`라면 bonghwa.secrets.json에)`,
  };
}

/** A name that the command takes. Anything else may be a secret itself. */
function nameOf(value: unknown): string {
  return typeof value === 'string' && /^[a-z][a-z0-9-]{0,39}$/.test(value) ? value : 'NAME';
}
