/** Code of a run's fault, and rule of its verdict, where the credentials of its service are not set. */
export const SECRET_MISSING = 'SECRET_MISSING';

/** A value that can be typed into a page but not printed: text and JSON forms are masked. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The one way out; callers hand it straight to the browser or the redactor. */
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

export interface Credentials {
  readonly userId: Secret;
  readonly password: Secret;
  /** Second factor some portals ask for, e.g. EPS's birth date. */
  readonly birthDate?: Secret;
}
