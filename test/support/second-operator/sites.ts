import { missingPage } from '#portals/simulated/pages/error-pages';
import { portalPage } from '#portals/simulated/pages/layout';
import { searchPage } from '#portals/simulated/pages/search-page';
import type { OperatorSites } from '#portals/simulated/simulated-sites';
import {
  type PortalRequest,
  page,
  redirect,
  SESSION_COOKIE,
  type Site,
  type SitePlan,
  sessionCookies,
} from '#portals/simulated/site';

const FORM = `<form method="post" action="/sign-in"><label>호출부호 <input id="ship" name="ship"></label>
<input type="password" id="word" name="word"><button id="next">다음</button></form>`;
const PIN = `<form method="post" action="/pin"><input type="password" id="pin" name="pin">
<button id="enter">확인</button></form>`;

function berthSite({ target, accounts, frame }: SitePlan): Site {
  const search = searchPage(frame().look);
  const shown = (title: string, body: string, utilities = '') =>
    page(portalPage({ ...frame(), title, body: `<h1>${title}</h1>${body}`, utilities }));

  function signIn({ method, form }: PortalRequest) {
    if (method !== 'POST') return shown('로그인', FORM);
    const answer = accounts.logIn(form.get('ship') ?? '', form.get('word') ?? '');
    if (answer.type !== 'accepted') return shown('로그인', `<p>호출부호 불일치</p>${FORM}`);
    return page(portalPage({ ...frame(), title: '핀', body: PIN, utilities: '' }), [
      `half=${answer.session}; Path=/`,
    ]);
  }

  return {
    databaseError: frame().look.databaseError,
    asked: (_, path) => [path === target.pages.data ? 'data' : 'main'],
    answer(request) {
      const { path, form, cookies } = request;
      const session = cookies.get('half') ?? '';
      switch (path) {
        case '/':
          return accounts.has(cookies.get(SESSION_COOKIE))
            ? shown('선석예약', '', '<li><a href="/out">로그아웃</a></li>')
            : shown('선석예약', '<p>부두를 고르세요.</p>');
        case '/berths':
          return page(search({ ...frame(), links: { logout: '/out' } }));
        case '/sign-in':
          return signIn(request);
        case '/pin':
          return accounts.matches('pin', form.get('pin') ?? '')
            ? redirect('/', sessionCookies(session))
            : shown('핀 불일치', PIN);
        case '/out':
          accounts.logOut(cookies.get(SESSION_COOKIE));
          return redirect('/');
        default:
          return { status: 404, body: missingPage() };
      }
    },
  };
}

export const sites: OperatorSites = {
  looks: {
    berth: {
      name: '선석예약',
      slogan: '배가 머무는 자리',
      colour: '#004466',
      menus: ['부두', '예약'],
      subject: '선석',
      databaseError: 'ORA-00257: archiver error',
    },
  },
  byLogin: { 'ship-then-pin': berthSite },
};
