import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { errorCode, InvalidInputError } from '#core/errors';
import { shellWord } from '#core/formats/shell-word';
import type { Localised } from '#core/time/duration';

/** Default file name. */
const SECRETS_FILE = 'bonghwa.secrets.json';

const filled = z.string().min(1);

/**
 * Accounts by service, and the channels' secrets by their configured name: an address or a key as
 * text, or both as fields.
 */
const shape = z.strictObject({
  logins: z.record(z.string(), z.record(z.string(), filled)).default({}),
  channels: z.record(z.string(), z.union([filled, z.record(z.string(), filled)])).default({}),
});

export type WatchSecrets = z.output<typeof shape>;

/**
 * Secrets from a file that only its owner may read, or from `BONGHWA_SECRETS` with the same JSON.
 * Empty if neither exists. Throws InvalidInputError, which never quotes a value.
 */
export async function readSecrets(
  named: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<WatchSecrets> {
  if (named === undefined && environment.BONGHWA_SECRETS) {
    return parse(environment.BONGHWA_SECRETS, 'BONGHWA_SECRETS');
  }
  const path = resolve(named ?? SECRETS_FILE);
  const text = await readIfThere(path, named !== undefined);
  if (text === undefined) return { logins: {}, channels: {} };
  await refuseSharedFile(path);
  return parse(text, path);
}

async function readIfThere(path: string, wanted: boolean): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = errorCode(error) ?? 'unknown error';
    if (code === 'ENOENT' && !wanted) return undefined;
    throw new InvalidInputError(
      {
        en: `The secrets file ${path} cannot be read (${code}).`,
        ko: `인증 정보 파일(${path})을 읽을 수 없습니다(${code}).`,
      },
      { en: 'Name another with --secrets FILE.', ko: '--secrets FILE로 다른 파일을 지정하십시오.' },
    );
  }
}

async function refuseSharedFile(path: string): Promise<void> {
  const { mode, uid } = await stat(path);
  const own = process.getuid?.();
  if (own !== undefined && uid !== own) {
    throw new InvalidInputError(
      {
        en: `The secrets file ${path} belongs to another user.`,
        ko: `인증 정보 파일(${path})의 소유자가 다른 사용자입니다.`,
      },
      {
        en: `Make it yours: chown $(id -un) ${shellWord(path)}`,
        ko: `소유자를 바꾸십시오: chown $(id -un) ${shellWord(path)}`,
      },
    );
  }
  if ((mode & 0o077) === 0) return;
  throw new InvalidInputError(
    {
      en: `Others may read the secrets file ${path} (mode ${(mode & 0o777).toString(8)}).`,
      ko: `다른 사용자가 인증 정보 파일(${path})을 읽을 수 있습니다(권한 ${(mode & 0o777).toString(8)}).`,
    },
    {
      en: `Close it to them: chmod 600 ${shellWord(path)}`,
      ko: `본인만 읽게 하십시오: chmod 600 ${shellWord(path)}`,
    },
  );
}

/** Parse errors quote their input, which is the secret, so only places are shown. */
function parse(text: string, where: string): WatchSecrets {
  const read = json(text);
  if ('brokenAt' in read) {
    throw wrong(where, {
      en: `is no JSON${read.brokenAt && ` from ${read.brokenAt} on`}`,
      ko: `JSON이 아닙니다${read.brokenAt && `(${read.brokenAt}부터)`}`,
    });
  }
  const parsed = shape.safeParse(read.value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path }) => path.join('.')).filter(Boolean);
  if (fields.length > 0) {
    throw wrong(where, {
      en: `is not as it should be at: ${fields.join(', ')}`,
      ko: `값이 잘못된 곳: ${fields.join(', ')}`,
    });
  }
  throw wrong(where, {
    en: 'may hold `logins` and `channels`, and nothing else',
    ko: '`logins`와 `channels`만 있어야 합니다',
  });
}

function wrong(where: string, what: Localised): InvalidInputError {
  const form =
    '{"logins": {"<service>": {"userId": "…", "password": "…"}}, "channels": {"<name>": "…"}}';
  return new InvalidInputError(
    { en: `${where} ${what.en}.`, ko: `${where}: ${what.ko}.` },
    { en: `Its form: ${form}`, ko: `형식: ${form}` },
  );
}

/** The value, or the place where it stops being JSON. Editors on Windows begin with a mark. */
function json(text: string): { readonly value: unknown } | { readonly brokenAt: string } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    const [, place = ''] = /\((line \d+ column \d+)\)$/.exec(String(error)) ?? [];
    return { brokenAt: place };
  }
}
