/**
 * Code of a run's fault, and rule of its verdict, if the credentials of its service are not set.
 */
export const SECRET_MISSING = 'SECRET_MISSING';

/** A value that can be typed into a page but not printed: text and JSON forms are masked. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The only way to the value. Callers pass it directly to the browser or the redactor. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }
}

/** Credentials of an account: id, password and any further field of the operator's login. */
export interface Credentials {
  readonly userId: Secret;
  readonly password: Secret;
  readonly [field: string]: Secret;
}

/** The same values in a form that cannot be printed. */
export function credentialsFrom(plain: PlainCredentials): Credentials {
  const { userId, password, ...others } = plain;
  const more = Object.entries(others).map(([field, value]) => [field, new Secret(value)] as const);
  return {
    ...Object.fromEntries(more),
    userId: new Secret(userId),
    password: new Secret(password),
  };
}

/** Unmasked values on their way into a `Secret` or a simulated portal. */
export interface PlainCredentials {
  readonly userId: string;
  readonly password: string;
  readonly [field: string]: string;
}
