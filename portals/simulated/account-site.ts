import type { Target } from '#core/watch/catalogue';
import type { Accounts } from '#portals/simulated/accounts';
import type { AnswerMode, Asked } from '#portals/simulated/fault-scope';
import { missingPage } from '#portals/simulated/pages/error-pages';
import type { Frame } from '#portals/simulated/pages/layout';
import type { MainPageView } from '#portals/simulated/pages/main-page';
import { passwordExpiredPage } from '#portals/simulated/pages/password-page';
import { searchPage } from '#portals/simulated/pages/search-page';
import {
  FORGET_SESSION,
  type PortalAnswer,
  type PortalRequest,
  page,
  redirect,
  SESSION_COOKIE,
  SHOWN_USER,
  type Site,
  type SitePlan,
  sessionCookies,
} from '#portals/simulated/site';

/** A portal with a main page, a public search and accounts. The operator supplies the login. */
export abstract class AccountSite implements Site {
  readonly databaseError: string;
  protected readonly frame: () => Frame;
  protected readonly target: Target;
  protected readonly accounts: Accounts;
  readonly #search: ReturnType<typeof searchPage>;

  constructor({ target, accounts, frame }: SitePlan) {
    const { look } = frame();
    this.databaseError = look.databaseError;
    this.frame = frame;
    this.target = target;
    this.accounts = accounts;
    this.#search = searchPage(look);
  }

  abstract asked(method: string, path: string): readonly Asked[];
  protected abstract readonly links: MainPageView['links'];
  protected abstract mainPage(view: MainPageView, mode?: AnswerMode): string;
  protected abstract loginPage(view: MainPageView, mode?: AnswerMode): string;
  protected abstract logIn(request: PortalRequest, mode?: AnswerMode): PortalAnswer;

  answer(request: PortalRequest, mode?: AnswerMode): PortalAnswer {
    const [asked] = this.asked(request.method, request.path);
    switch (asked) {
      case 'main':
        return page(this.mainPage(this.#view(request), mode));
      case 'data':
        return page(this.#search(this.#view(request)));
      case 'login':
        return page(this.loginPage(this.#view(request), mode));
      case 'login-submit':
        return this.logIn(request, mode);
      case 'logout':
        this.accounts.logOut(request.cookies.get(SESSION_COOKIE));
        return redirect(this.target.pages.main, [FORGET_SESSION]);
      default:
        return { status: 404, body: missingPage() };
    }
  }

  /** Logged in, unless the password has expired. Then `done` waits. */
  protected welcome(session: string, done: PortalAnswer, mode?: AnswerMode): PortalAnswer {
    if (mode !== 'password-expired') return done;
    const expired = passwordExpiredPage(this.frame(), this.target.pages.main);
    return page(expired, sessionCookies(session));
  }

  #view({ cookies }: PortalRequest): MainPageView {
    const logged = this.accounts.has(cookies.get(SESSION_COOKIE));
    return { ...this.frame(), links: this.links, ...(logged ? { user: SHOWN_USER } : {}) };
  }
}
