import { type Frame, portalPage } from '#portals/simulated/pages/layout';

/** "Change your password", between the login and the portal. The session does not show yet. */
export function passwordExpiredPage(frame: Frame, next: string): string {
  return portalPage({
    ...frame,
    title: '비밀번호 변경 안내',
    utilities: '<li class="before"><a href="#main">고객센터</a></li>',
    body: `<h1>비밀번호 변경 안내</h1>
<p>비밀번호를 변경한 지 90일이 지났습니다. 안전한 이용을 위해 비밀번호를 변경해 주세요.</p>
<form autocomplete="off">
<label for="newPwd">새 비밀번호</label> <input type="password" id="newPwd" name="newPwd">
<label for="newPwdCheck">새 비밀번호 확인</label> <input type="password" id="newPwdCheck">
<button type="button">비밀번호 변경</button>
</form>
<p><a href="${next}">다음에 변경하기</a></p>`,
  });
}
