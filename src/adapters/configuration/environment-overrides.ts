import { defined } from '#core/defined';

/**
 * Recipients and account from the environment, so that they do not have to be in git:
 * `BONGHWA_SUBSCRIBERS` and `BONGHWA_OPERATORS` as `email:a@b.kr,sms:+8210…,https://…`,
 * `BONGHWA_ACCOUNT` as 12 digits.
 */
export function withEnvironment(
  input: unknown,
  environment: Readonly<Record<string, string | undefined>>,
): unknown {
  if (typeof input !== 'object' || input === null) return input;
  const own = input as Readonly<Record<string, unknown>>;
  const account = environment.BONGHWA_ACCOUNT;
  return {
    ...own,
    ...defined({ account: account || undefined }),
    ...recipients(own, 'subscribers', environment.BONGHWA_SUBSCRIBERS),
    ...recipients(own, 'operators', environment.BONGHWA_OPERATORS),
  };
}

function recipients(
  own: Readonly<Record<string, unknown>>,
  field: string,
  list: string | undefined,
): Record<string, unknown> {
  if (!list) return {};
  const before = own[field] ?? [];
  if (!Array.isArray(before)) return {};
  return { [field]: [...before, ...list.split(',').map((entry) => recipient(entry.trim()))] };
}

function recipient(entry: string): { protocol: string; endpoint: string } {
  if (entry.startsWith('https://')) return { protocol: 'https', endpoint: entry };
  const colon = entry.indexOf(':');
  return { protocol: entry.slice(0, Math.max(colon, 0)), endpoint: entry.slice(colon + 1) };
}
