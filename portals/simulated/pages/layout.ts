import type { Instant } from '#core/time/time';
import type { Look } from '#portals/simulated/look';

/** The same text on every page of every portal, so that it never distinguishes services. */
export const SIMULATED_MARK = '모의(시뮬레이션) 화면입니다. 실제 누리집이 아닙니다.';

/** The frame of every page of a portal. */
export interface Frame {
  readonly look: Look;
  /** The time shown, virtual in a replay. */
  readonly at: Instant;
}

export interface PageView extends Frame {
  readonly title: string;
  /** Markup of the main part. */
  readonly body: string;
  /** Markup of the utility list in the header: log in, sign up, log out. */
  readonly utilities: string;
  /** Markup after the footer: layers and scripts. */
  readonly layers?: string;
}

const SHOWN_TIME = new Intl.DateTimeFormat('ko-KR', {
  timeZone: 'Asia/Seoul',
  dateStyle: 'medium',
  timeStyle: 'short',
});

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A whole page of a working portal: header, main part, footer. */
export function portalPage(view: PageView): string {
  const { look } = view;
  const menus = look.menus.map((menu) => `<li><a href="#main">${menu}</a></li>`).join('');
  return `<!DOCTYPE html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${view.title} | ${look.name}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/static/portal.css">
<style>:root { --colour: ${look.colour}; }</style>
</head>
<body>
<p class="simulated" role="note">${SIMULATED_MARK}</p>
<header>
<p class="logo"><a href="/">${look.name}</a> <small>${look.slogan}</small></p>
<ul class="header_util">${view.utilities}</ul>
<nav aria-label="주 메뉴"><ul>${menus}</ul></nav>
</header>
<main id="main">
${view.body}
</main>
<footer><p>${look.name} · 시연용 모의 누리집 · 화면 시각 ${SHOWN_TIME.format(view.at)} (KST)</p></footer>
${view.layers ?? ''}
<script src="/static/portal.js"></script>
</body>
</html>
`;
}

/** A page outside the portal's layout: server pages, apologies, pages with only a script. */
export function barePage(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="ko">
<head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"></head>
<body>
<p style="background:#fff3db;padding:4px 12px;font-size:13px">${SIMULATED_MARK}</p>
${body}
</body>
</html>
`;
}
