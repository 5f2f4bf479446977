import type { Target } from '#core/watch/catalogue';
import { epsBirthDatePage, epsMainPage } from '#portals/moel/eps-pages';
import type { Accounts } from '#portals/simulated/accounts';
import type { AnswerMode, Asked } from '#portals/simulated/fault-scope';
import { missingPage } from '#portals/simulated/pages/error-pages';
import type { Frame } from '#portals/simulated/pages/layout';
import type { MainPageView } from '#portals/simulated/pages/main-page';
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

const LOGIN_SUBMIT = '/eo/loginProc.eo';
const BIRTH_DATE = '/eo/birthChk.eo';
const LOGOUT = '/eo/logout.eo';
const REJECTED = '수험번호 또는 비밀번호가 올바르지 않습니다.';
/** Number and password were right; the birth date is still to come. */
const HALF_COOKIE = 'EOSTEP';

/** EPS: logs in on its main page with a number and a password, then asks for the birth date. */
export class EpsSite implements Site {
  readonly databaseError: string;
  readonly #frame: () => Frame;
  readonly #target: Target;
  readonly #accounts: Accounts;
  readonly #search: ReturnType<typeof searchPage>;

  constructor({ target, accounts, frame }: SitePlan) {
    const { look } = frame();
    this.databaseError = look.databaseError;
    this.#frame = frame;
    this.#target = target;
    this.#accounts = accounts;
    this.#search = searchPage(look);
  }

  asked(_method: string, path: string): readonly Asked[] {
    const { main, data, login } = this.#target.pages;
    if (path === LOGIN_SUBMIT || path === BIRTH_DATE) return ['login-submit'];
    if (path === LOGOUT) return ['logout'];
    if (data !== undefined && path === pathOf(data)) return ['data'];
    const asked: Asked[] = [];
    if (path === '/' || path === pathOf(main)) asked.push('main');
    if (login !== undefined && path === pathOf(login)) asked.push('login');
    return asked.length > 0 ? asked : ['other'];
  }

  answer(request: PortalRequest, mode?: AnswerMode): PortalAnswer {
    const [asked] = this.asked(request.method, request.path);
    switch (asked) {
      case 'main':
      case 'login':
        return page(
          epsMainPage({ ...this.#view(request), action: LOGIN_SUBMIT, form: formVariant(mode) }),
        );
      case 'data':
        return page(this.#search(this.#view(request)));
      case 'login-submit':
        return this.#logIn(request, mode);
      case 'logout':
        this.#accounts.logOut(request.cookies.get(SESSION_COOKIE));
        return redirect(this.#target.pages.main, [FORGET_SESSION]);
      default:
        return { status: 404, body: missingPage() };
    }
  }

  #view({ cookies }: PortalRequest): MainPageView {
    const logged = this.#accounts.has(cookies.get(SESSION_COOKIE));
    return {
      ...this.#frame(),
      links: { logout: LOGOUT },
      ...(logged ? { user: SHOWN_USER } : {}),
    };
  }

  #logIn(request: PortalRequest, mode?: AnswerMode): PortalAnswer {
    const { form, method, path } = request;
    const { main } = this.#target.pages;
    if (method !== 'POST') return { status: 405, body: alertThenGo('잘못된 접근입니다.', main) };
    if (path === BIRTH_DATE) return this.#checkBirthDate(request, mode);
    if (mode === 'login-rejected') return page(alertThenBack(REJECTED));
    const answer = this.#accounts.logIn(
      form.get('sKorTestNo') ?? '',
      form.get('sFnrwRecvNo') ?? '',
    );
    if (answer.type === 'wrong') return page(alertThenBack(REJECTED));
    if (answer.type === 'locked') {
      return page(alertThenBack('비밀번호 5회 오류로 로그인이 제한되었습니다.'));
    }
    const half = `${HALF_COOKIE}=${answer.session}; Path=/; HttpOnly`;
    return page(epsBirthDatePage(this.#frame(), BIRTH_DATE), [half]);
  }

  #checkBirthDate({ cookies, form }: PortalRequest, mode?: AnswerMode): PortalAnswer {
    const { main } = this.#target.pages;
    const session = cookies.get(HALF_COOKIE);
    if (session === undefined || !this.#accounts.has(session)) {
      return page(alertThenGo('로그인 정보가 없습니다.', main));
    }
    if (!this.#accounts.matches('birthDate', form.get('chkBirtDt') ?? '')) {
      return page(alertThenBack('생년월일이 일치하지 않습니다.'));
    }
    return mode === 'password-expired'
      ? page(passwordExpiredPage(this.#frame(), main), sessionCookies(session))
      : redirect(main, sessionCookies(session));
  }
}
