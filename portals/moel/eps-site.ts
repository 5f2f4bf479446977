import { epsBirthDatePage, epsMainPage } from '#portals/moel/eps-pages';
import { AccountSite } from '#portals/simulated/account-site';
import type { AnswerMode, Asked } from '#portals/simulated/fault-scope';
import type { MainPageView } from '#portals/simulated/pages/main-page';
import { alertThenBack, alertThenGo } from '#portals/simulated/pages/script-pages';
import {
  formVariant,
  type PortalAnswer,
  type PortalRequest,
  page,
  pathOf,
  redirect,
  sessionCookies,
} from '#portals/simulated/site';

const LOGIN_SUBMIT = '/eo/loginProc.eo';
const BIRTH_DATE = '/eo/birthChk.eo';
const LOGOUT = '/eo/logout.eo';
const REJECTED = '수험번호 또는 비밀번호가 올바르지 않습니다.';
/** Number and password were correct. The birth date is still missing. */
const HALF_COOKIE = 'EOSTEP';

/** EPS: logs in on its main page with a number and a password, then asks for the birth date. */
export class EpsSite extends AccountSite {
  protected readonly links = { logout: LOGOUT };

  asked(_method: string, path: string): readonly Asked[] {
    const { main, data, login } = this.target.pages;
    if (path === LOGIN_SUBMIT || path === BIRTH_DATE) return ['login-submit'];
    if (path === LOGOUT) return ['logout'];
    if (data !== undefined && path === pathOf(data)) return ['data'];
    const asked: Asked[] = [];
    if (path === '/' || path === pathOf(main)) asked.push('main');
    if (login !== undefined && path === pathOf(login)) asked.push('login');
    return asked.length > 0 ? asked : ['other'];
  }

  protected mainPage(view: MainPageView, mode?: AnswerMode): string {
    return epsMainPage({ ...view, action: LOGIN_SUBMIT, form: formVariant(mode) });
  }

  protected loginPage(view: MainPageView, mode?: AnswerMode): string {
    return this.mainPage(view, mode);
  }

  protected logIn(request: PortalRequest, mode?: AnswerMode): PortalAnswer {
    const { form, method, path } = request;
    const { main } = this.target.pages;
    if (method !== 'POST') return { status: 405, body: alertThenGo('잘못된 접근입니다.', main) };
    if (path === BIRTH_DATE) return this.#checkBirthDate(request, mode);
    if (mode === 'login-rejected') return page(alertThenBack(REJECTED));
    const answer = this.accounts.logIn(form.get('sKorTestNo') ?? '', form.get('sFnrwRecvNo') ?? '');
    if (answer.type === 'wrong') return page(alertThenBack(REJECTED));
    if (answer.type === 'locked') {
      return page(alertThenBack('비밀번호 5회 오류로 로그인이 제한되었습니다.'));
    }
    const half = `${HALF_COOKIE}=${answer.session}; Path=/; HttpOnly`;
    return page(epsBirthDatePage(this.frame(), BIRTH_DATE), [half]);
  }

  #checkBirthDate({ cookies, form }: PortalRequest, mode?: AnswerMode): PortalAnswer {
    const { main } = this.target.pages;
    const session = cookies.get(HALF_COOKIE);
    if (session === undefined || !this.accounts.has(session)) {
      return page(alertThenGo('로그인 정보가 없습니다.', main));
    }
    if (!this.accounts.matches('birthDate', form.get('chkBirtDt') ?? '')) {
      return page(alertThenBack('생년월일이 일치하지 않습니다.'));
    }
    return this.welcome(session, redirect(main, sessionCookies(session)), mode);
  }
}
