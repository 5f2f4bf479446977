import type { Target } from '#core/watch/catalogue';
import type { Accounts } from '#portals/simulated/accounts';
import type { AnswerMode, Asked } from '#portals/simulated/fault-scope';
import type { Frame } from '#portals/simulated/pages/layout';

/** A parsed request. */
export interface PortalRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly cookies: ReadonlyMap<string, string>;
  readonly form: URLSearchParams;
}

export interface PortalAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
}

/** The pages of one portal. Must be cheap, because a replay requests thousands. */
export interface Site {
  /** The kinds of a request. A fault's scope depends on them. */
  asked(method: string, path: string): readonly Asked[];
  /** The page of a working portal, or changed from inside by the mode. */
  answer(request: PortalRequest, mode?: AnswerMode): PortalAnswer;
  /** Text of the portal's database in an error page. */
  readonly databaseError: string;
}

/** Input for building a simulated site. */
export interface SitePlan {
  readonly target: Target;
  readonly accounts: Accounts;
  /** Called for each page, because the time shown may be a replay's. */
  readonly frame: () => Frame;
}

export const SESSION_COOKIE = 'HPSESSIONID';
/** The displayed name of the logged-in person. Never the user id, which is a secret. */
export const SHOWN_USER = '모의회원';

export function page(body: string, cookies: readonly string[] = []): PortalAnswer {
  return {
    status: 200,
    body,
    ...(cookies.length > 0 ? { headers: { 'set-cookie': cookies } } : {}),
  };
}

export function redirect(location: string, cookies: readonly string[] = []): PortalAnswer {
  return { status: 302, body: '', headers: { location, 'set-cookie': cookies } };
}

/** Like the real portal: sticky route and session, not readable by scripts. */
export function sessionCookies(session: string): readonly string[] {
  return [
    `${SESSION_COOKIE}=${session}; Path=/; HttpOnly; SameSite=Lax`,
    'route=node1; Path=/; HttpOnly; SameSite=Lax',
  ];
}

export const FORGET_SESSION = `${SESSION_COOKIE}=; Path=/; Max-Age=0`;

/** The variant of the login form in a mode. */
export function formVariant(mode: AnswerMode | undefined): 'usual' | 'absent' | 'renamed' {
  if (mode === 'login-option-absent') return 'absent';
  return mode === 'changed-form' ? 'renamed' : 'usual';
}

/** The path of a target's page, without its query. */
export function pathOf(page: string): string {
  return page.split('?', 1)[0] ?? page;
}
