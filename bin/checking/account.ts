import { isThisMachine } from '#core/classify/reaching';
import { type Credentials, credentialsFrom } from '#core/run/secret';
import { isByCode, type Target } from '#core/watch/catalogue';
import type { Configuration } from '#core/watch/configuration';
import { readSecrets } from '#local/watch/secrets-file';
import { journeys } from '#portals/registry';

export interface Asking {
  readonly configuration: Pick<Configuration, 'permissions'>;
  readonly target: Target;
  readonly journey: string;
  /** The secrets file of `watch`. Default: the usual one, or the environment. */
  readonly file?: string | undefined;
}

/**
 * May a run of this journey log in? A portal elsewhere needs a recorded permission; one on this
 * machine is a test.
 */
export function mayLogIn({ configuration, target, journey }: Asking): boolean {
  const check = { id: `${target.service}/${journey}`, type: 'journey' } as const;
  if (target.login === 'none' && !isByCode(check)) return false;
  return (
    isThisMachine(target.baseUrl) ||
    configuration.permissions.some(
      ({ service, validUntil }) => service === target.service && validUntil > Date.now(),
    )
  );
}

/** The account of this machine. Undefined: none is kept here. Throws InvalidInputError. */
export async function accountHere({ target, file }: Asking): Promise<Credentials | undefined> {
  const ofTest = isThisMachine(target.baseUrl) ? accountOfEnvironment(target) : undefined;
  if (ofTest) return ofTest;
  const { userId, password, ...fields } =
    (await readSecrets(file, process.env)).logins[target.service] ?? {};
  return userId && password ? credentialsFrom({ ...fields, userId, password }) : undefined;
}

/** `BONGHWA_CHECK_BIRTH_DATE` for a login field `birthDate`. */
function accountOfEnvironment({ login }: Target): Credentials | undefined {
  const { BONGHWA_CHECK_USER_ID: userId, BONGHWA_CHECK_PASSWORD: password } = process.env;
  if (!userId || !password) return undefined;
  const asked = (journeys.logins.get(login)?.asks ?? []).flatMap(({ name }) => {
    const value = process.env[`BONGHWA_CHECK_${name.replace(/[A-Z]/g, '_$&').toUpperCase()}`];
    return value ? [[name, value] as const] : [];
  });
  return credentialsFrom({ ...Object.fromEntries(asked), userId, password });
}
