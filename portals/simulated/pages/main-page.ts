import { escapeHtml, type Frame, portalPage } from '#portals/simulated/pages/layout';

export interface MainPageView extends Frame {
  /** Paths to link to. */
  readonly links: { readonly data?: string; readonly login?: string; readonly logout: string };
  /** Name of the person who is logged in. */
  readonly user?: string;
}

const NOTICES = [
  '7월 20일(토) 02:00~06:00 시스템 점검 안내',
  '개인정보 처리방침 변경 안내',
  '본인인증 오류 발생 시 조치 방법',
];

/** Utilities of the header, which show a person whether they are logged in. */
export function utilities(links: MainPageView['links'], user?: string): string {
  if (user !== undefined) {
    return `<li class="after"><strong>${escapeHtml(user)}</strong>님</li>
<li class="after"><a href="${links.logout}">로그아웃</a></li>`;
  }
  return `<li class="before"><a href="${links.login ?? '#main'}">로그인</a></li>
<li class="before"><a href="#main">회원가입</a></li>`;
}

const popUp = `<div class="layer-popup" role="dialog" aria-labelledby="popup-title">
<h2 id="popup-title">공지 팝업</h2>
<p>${NOTICES[0]}</p>
<p>점검 시간에는 일부 서비스 이용이 어려울 수 있습니다.</p>
<label><input type="checkbox"> 오늘 하루 보지 않기</label>
<button type="button" class="btn-close" data-close=".layer-popup">닫기</button>
</div>`;

/** As on 고용24: a second 로그아웃 that exists but is invisible. */
const sessionLayer = `<div id="session-layer" hidden>
<p>자동 로그아웃까지 <span id="loginTime">30:00</span></p>
<button type="button" id="btn_logout">로그아웃</button>
<button type="button" id="btn_expad">로그인 연장</button>
</div>`;

export function mainPage({ look, at, links, user }: MainPageView): string {
  const search = links.data
    ? `<form class="search" role="search" action="${links.data}">
<label for="keyword">${look.subject} 검색</label>
<input id="keyword" name="keyword" placeholder="검색어를 입력하세요"> <button>검색</button>
</form>`
    : '';
  return portalPage({
    look,
    at,
    title: '메인',
    utilities: utilities(links, user),
    body: `<h1>${look.name}</h1>
<p class="slogan">${look.slogan}</p>
${search}
<section aria-labelledby="notices"><h2 id="notices">공지사항</h2>
<ul>${NOTICES.map((notice) => `<li><a href="#notices">${notice}</a></li>`).join('')}</ul></section>
<section aria-labelledby="often"><h2 id="often">자주 찾는 서비스</h2>
<ul class="cards">${look.menus.map((menu) => `<li>${menu}</li>`).join('')}</ul></section>`,
    layers: user === undefined ? popUp : sessionLayer,
  });
}
