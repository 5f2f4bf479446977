import { defined } from '#core/defined';
import type { Target } from '#core/watch/catalogue';
import type { Accounts } from '#portals/simulated/accounts';
import type { AnswerMode, Asked } from '#portals/simulated/fault-scope';
import { missingPage } from '#portals/simulated/pages/error-pages';
import type { Frame } from '#portals/simulated/pages/layout';
import { loginPage } from '#portals/simulated/pages/login-page';
import { mainPage } from '#portals/simulated/pages/main-page';
import { passwordExpiredPage } from '#portals/simulated/pages/password-page';
import { alertThenBack, alertThenGo } from '#portals/simulated/pages/script-pages';
import { searchPage } from '#portals/simulated/pages/search-page';
import {
  FORGET_SESSION,
  formVariant,
  type PortalAnswer,
  type PortalRequest,
  page,
  pathOf,
  redirect,
  SESSION_COOKIE,
  SHOWN_USER,
  type Site,
  type SitePlan,
  sessionCookies,
} from '#portals/simulated/site';

const LOGIN_SUBMIT = '/cm/z/b/0210/loginPost.do';
const LOGOUT = '/cm/z/b/0210/logout.do';
const WRONG_WAY = '정상적인 접근 방식이 아닙니다.';

/** A portal as 고용24 is: main page, public search, login by ID and password in a pop-up. */
export class MemberSite implements Site {
  readonly databaseError: string;
  readonly #frame: () => Frame;
  readonly #target: Target;
  readonly #accounts: Accounts;
  readonly #search: ReturnType<typeof searchPage>;
  readonly #asked: ReadonlyMap<string, Asked>;

  constructor({ target, accounts, frame }: SitePlan) {
    const { look } = frame();
    this.databaseError = look.databaseError;
    this.#frame = frame;
    this.#target = target;
    this.#accounts = accounts;
    this.#search = searchPage(look);
    const { main, data, login } = target.pages;
    this.#asked = new Map<string, Asked>([
      ['/', 'main'],
      [pathOf(main), 'main'],
      ...(data === undefined ? [] : [[pathOf(data), 'data'] as const]),
      ...(login === undefined ? [] : [[pathOf(login), 'login'] as const]),
      [LOGIN_SUBMIT, 'login-submit'],
      [LOGOUT, 'logout'],
    ]);
  }

  asked(_method: string, path: string): readonly Asked[] {
    return [this.#asked.get(path) ?? 'other'];
  }

  answer(request: PortalRequest, mode?: AnswerMode): PortalAnswer {
    switch (this.#asked.get(request.path)) {
      case 'main':
        return page(mainPage(this.#view(request)));
      case 'data':
        return page(this.#search(this.#view(request)));
      case 'login':
        return page(
          loginPage({
            ...this.#frame(),
            login: this.#target.pages.login ?? '/',
            action: LOGIN_SUBMIT,
            form: formVariant(mode),
          }),
        );
      case 'login-submit':
        return this.#logIn(request, mode);
      case 'logout':
        this.#accounts.logOut(request.cookies.get(SESSION_COOKIE));
        return redirect(this.#target.pages.main, [FORGET_SESSION]);
      default:
        return { status: 404, body: missingPage() };
    }
  }

  #view({ cookies }: PortalRequest): Parameters<typeof mainPage>[0] {
    const { data, login } = this.#target.pages;
    return {
      ...this.#frame(),
      links: {
        ...defined({ data, login }),
        logout: LOGOUT,
      },
      ...(this.#accounts.has(cookies.get(SESSION_COOKIE)) ? { user: SHOWN_USER } : {}),
    };
  }

  #logIn({ method, form }: PortalRequest, mode?: AnswerMode): PortalAnswer {
    const { main } = this.#target.pages;
    if (method !== 'POST') return { status: 405, body: alertThenGo(WRONG_WAY, main) };
    if (mode === 'login-rejected') {
      return page(alertThenBack('아이디 또는 비밀번호가 일치하지 않습니다.'));
    }
    const answer = this.#accounts.logIn(form.get('id') ?? '', form.get('pwd') ?? '');
    switch (answer.type) {
      case 'accepted':
        return mode === 'password-expired'
          ? page(passwordExpiredPage(this.#frame(), main), sessionCookies(answer.session))
          : page(alertThenGo('로그인되었습니다.', main), sessionCookies(answer.session));
      case 'wrong':
        return page(
          alertThenBack(`아이디 또는 비밀번호가 일치하지 않습니다. (${answer.tries}/5회 오류)`),
        );
      case 'locked':
        return page(
          alertThenBack('비밀번호 5회 오류로 계정이 잠겼습니다. 비밀번호를 재설정해 주세요.'),
        );
    }
  }
}
