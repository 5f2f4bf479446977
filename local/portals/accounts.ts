import { randomUUID } from 'node:crypto';

/** Test values in the clear: they open simulated portals only. */
export interface PlainCredentials {
  readonly userId: string;
  readonly password: string;
  /** `yyyyMMdd`, for EPS. */
  readonly birthDate?: string;
}

const MAX_WRONG = 5;
/** A replay logs in thousands of times and never comes back with an old cookie. */
const MAX_SESSIONS = 500;

export type LoginAnswer =
  | { readonly type: 'accepted'; readonly session: string }
  | { readonly type: 'wrong'; readonly tries: number }
  | { readonly type: 'locked' };

/** The one account of a portal, its lock and its sessions. */
export class Accounts {
  readonly #credentials: PlainCredentials;
  readonly #sessions = new Set<string>();
  #wrong = 0;

  constructor(credentials: PlainCredentials) {
    this.#credentials = credentials;
  }

  logIn(userId: string, password: string): LoginAnswer {
    if (this.#wrong >= MAX_WRONG) return { type: 'locked' };
    if (userId !== this.#credentials.userId || password !== this.#credentials.password) {
      this.#wrong += 1;
      return this.#wrong >= MAX_WRONG ? { type: 'locked' } : { type: 'wrong', tries: this.#wrong };
    }
    this.#wrong = 0;
    return { type: 'accepted', session: this.#open() };
  }

  isBirthDate(text: string): boolean {
    return text === this.#credentials.birthDate;
  }

  has(session: string | undefined): boolean {
    return session !== undefined && this.#sessions.has(session);
  }

  logOut(session: string | undefined): void {
    if (session !== undefined) this.#sessions.delete(session);
  }

  #open(): string {
    const [oldest] = this.#sessions;
    if (this.#sessions.size >= MAX_SESSIONS && oldest !== undefined) this.#sessions.delete(oldest);
    const session = randomUUID();
    this.#sessions.add(session);
    return session;
  }
}
