import { type Frame, portalPage } from '#portals/simulated/pages/layout';
import { type MainPageView, utilities } from '#portals/simulated/pages/main-page';

const IDS = {
  usual: { number: 'sKorTestNo', password: 'sFnrwRecvNo', button: 'btn_login' },
  renamed: { number: 'epsTopikNo', password: 'epsPassword', button: 'btn_signin' },
} as const;

function loginForm(action: string, form: 'usual' | 'absent' | 'renamed'): string {
  if (form === 'absent') {
    return '<p>일반 로그인은 모바일 앱에서만 이용하실 수 있습니다.</p>';
  }
  const ids = IDS[form];
  return `<form method="post" action="${action}" autocomplete="off" aria-label="로그인">
<label for="${ids.number}">한국어시험 수험번호</label>
<input type="text" id="${ids.number}" name="${ids.number}" maxlength="20">
<label for="${ids.password}">비밀번호</label>
<input type="password" id="${ids.password}" name="${ids.password}" maxlength="24">
<button type="submit" class="${ids.button}">로그인</button>
</form>`;
}

export interface EpsMainView extends MainPageView {
  readonly action: string;
  readonly form: 'usual' | 'absent' | 'renamed';
}

/** EPS logs in on its main page: with a number and a password, then the birth date. */
export function epsMainPage({ look, at, links, user, action, form }: EpsMainView): string {
  return portalPage({
    look,
    at,
    title: '메인',
    utilities: user === undefined ? '<li><a href="#main">한국어</a></li>' : utilities(links, user),
    body: `<h1>${look.name}</h1>
<p lang="en">${look.slogan}</p>
${user === undefined ? loginForm(action, form) : '<p>구직신청 진행 상황을 확인하세요.</p>'}
<section aria-labelledby="notices"><h2 id="notices">공지사항</h2>
<ul><li>고용허가제 신규 도입 인원 안내</li><li>사업장 변경 신청 방법 안내</li></ul></section>`,
  });
}

/** The second page of the EPS login. */
export function epsBirthDatePage(frame: Frame, action: string): string {
  return portalPage({
    ...frame,
    title: '생년월일 확인',
    utilities: '<li><a href="#main">한국어</a></li>',
    body: `<h1>생년월일 확인</h1>
<form method="post" action="${action}" autocomplete="off">
<label for="chkBirtDt">생년월일(8자리)</label>
<input type="text" id="chkBirtDt" name="chkBirtDt" maxlength="8" inputmode="numeric">
<span class="buttonE"><button type="submit">확인</button></span>
</form>`,
  });
}
