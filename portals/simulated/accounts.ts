import type { PlainCredentials } from '#core/run/secret';

const MAX_WRONG = 5;
/** A replay logs in thousands of times and never reuses an old cookie. */
const MAX_SESSIONS = 500;

export type LoginAnswer =
  | { readonly type: 'accepted'; readonly session: string }
  | { readonly type: 'wrong'; readonly tries: number }
  | { readonly type: 'locked' };

/** The only account of a portal, its lock and its sessions. */
export class Accounts {
  readonly #credentials: PlainCredentials;
  readonly #newSession: () => string;
  readonly #sessions = new Set<string>();
  #wrong = 0;

  /** `newSession`: returns a session id that cannot be guessed. */
  constructor(credentials: PlainCredentials, newSession: () => string) {
    this.#credentials = credentials;
    this.#newSession = newSession;
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

  /** True if an additional field of the account has this value, e.g. a birth date. */
  matches(field: string, text: string): boolean {
    return text === this.#credentials[field];
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
    const session = this.#newSession();
    this.#sessions.add(session);
    return session;
  }
}
