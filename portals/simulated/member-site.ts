import { defined } from '#core/defined';
import { AccountSite } from '#portals/simulated/account-site';
import type { AnswerMode, Asked } from '#portals/simulated/fault-scope';
import { loginPage } from '#portals/simulated/pages/login-page';
import { type MainPageView, mainPage } from '#portals/simulated/pages/main-page';
import { alertThenBack, alertThenGo } from '#portals/simulated/pages/script-pages';
import {
  formVariant,
  type PortalAnswer,
  type PortalRequest,
  page,
  pathOf,
  type SitePlan,
  sessionCookies,
} from '#portals/simulated/site';

const LOGIN_SUBMIT = '/cm/z/b/0210/loginPost.do';
const LOGOUT = '/cm/z/b/0210/logout.do';
const WRONG_WAY = '정상적인 접근 방식이 아닙니다.';

/** A portal like 고용24: main page, public search, login with ID and password in a pop-up. */
export class MemberSite extends AccountSite {
  protected readonly links: MainPageView['links'];
  readonly #asked: ReadonlyMap<string, Asked>;

  constructor(plan: SitePlan) {
    super(plan);
    const { main, data, login } = plan.target.pages;
    this.links = { ...defined({ data, login }), logout: LOGOUT };
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

  protected mainPage(view: MainPageView): string {
    return mainPage(view);
  }

  protected loginPage(_view: MainPageView, mode?: AnswerMode): string {
    return loginPage({
      ...this.frame(),
      login: this.target.pages.login ?? '/',
      action: LOGIN_SUBMIT,
      form: formVariant(mode),
    });
  }

  protected logIn({ method, form }: PortalRequest, mode?: AnswerMode): PortalAnswer {
    const { main } = this.target.pages;
    if (method !== 'POST') return { status: 405, body: alertThenGo(WRONG_WAY, main) };
    if (mode === 'login-rejected') {
      return page(alertThenBack('아이디 또는 비밀번호가 일치하지 않습니다.'));
    }
    const answer = this.accounts.logIn(form.get('id') ?? '', form.get('pwd') ?? '');
    switch (answer.type) {
      case 'accepted': {
        const { session } = answer;
        const done = page(alertThenGo('로그인되었습니다.', main), sessionCookies(session));
        return this.welcome(session, done, mode);
      }
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
