import { type Frame, portalPage } from '#portals/simulated/pages/layout';
import { utilities } from '#portals/simulated/pages/main-page';

export interface LoginPageView extends Frame {
  readonly login: string;
  /** Address that the form is sent to. */
  readonly action: string;
  /** `absent`: the ID/password option is gone. `renamed`: it opens a form with other ids. */
  readonly form: 'usual' | 'absent' | 'renamed';
}

const IDS = {
  usual: { open: 'btnIdPopup', id: 'id', password: 'pwd', submit: 'btnIndvIdLogin' },
  renamed: { open: 'btnIdPopup', id: 'mbrId', password: 'mbrPwd', submit: 'btnMemberLogin' },
} as const;

function layer(action: string, ids: (typeof IDS)['usual' | 'renamed']): string {
  return `<div id="pop_cert_id" class="full-popup" role="dialog" aria-labelledby="pop-title" hidden>
<h2 id="pop-title">아이디/비밀번호 로그인</h2>
<form method="post" action="${action}" autocomplete="off">
<label for="${ids.id}">아이디</label>
<input type="text" id="${ids.id}" name="${ids.id}" maxlength="30" placeholder="개인회원 ID">
<label for="${ids.password}">비밀번호</label>
<input type="password" id="${ids.password}" name="${ids.password}" maxlength="24"
  data-enc="on" data-tk-kbdtype="qwerty" placeholder="비밀번호">
<label><input type="checkbox" id="Tk_${ids.password}_checkbox"> 마우스 입력기 사용</label>
<button type="submit" id="${ids.submit}">로그인</button>
</form>
<button type="button" data-close="#pop_cert_id">취소</button>
</div>`;
}

/**
 * A login page like that of 고용24: a choice of logins, and the ID/password form in its own layer.
 */
export function loginPage({ look, at, login, action, form }: LoginPageView): string {
  const ids = form === 'absent' ? undefined : IDS[form];
  const option = ids
    ? `<li><a href="#pop_cert_id" role="button" id="${ids.open}" class="link-id full_open"
  data-open="#pop_cert_id">아이디/비밀번호</a></li>`
    : '';
  const notice = ids
    ? '민원 신청 시에는 추가 본인 인증이 필요합니다.'
    : '아이디/비밀번호 로그인은 모바일 앱에서만 이용하실 수 있습니다.';
  return portalPage({
    look,
    at,
    title: '로그인',
    utilities: utilities({ login, logout: '#main' }),
    body: `<h1>로그인</h1>
<p>로그인 방법을 선택하세요. ${notice}</p>
<ul class="cards">
<li><a href="#main" role="button" class="link-easy-anyId">간편인증</a></li>
<li><a href="#main" role="button" class="btn_quick_login">공동·금융인증서</a></li>
<li><a href="#main" role="button">모바일 신분증</a></li>
${option}
</ul>
<p><a href="#main">아이디 찾기</a> · <a href="#main">비밀번호 재설정</a></p>`,
    ...(ids ? { layers: layer(action, ids) } : {}),
  });
}
