import { isWayOut } from '#core/classify/outline';
import { type Page, shows } from '#core/classify/page';
import { compactText } from '#core/classify/page-text';
import { type Part, patternOf } from '#core/classify/part';
import type { Judge } from '#core/classify/text-judges';
import { FAULT } from '#core/classify/vocabulary';

/** With so little text, a spinner is the only content. */
const SPINNER_TEXT = 60;
export const SPINNERS: readonly Part[] = [
  {
    name: 'korean',
    is: '불러오는 중입니다',
    not: '불러왔습니다',
    any: [
      /(로딩|불러오는|처리|조회)중(입니다|이오니|[.…]|$)|(접속|이동|연결|실행)중입니다|잠시만?기다려/u,
    ],
  },
  {
    name: 'english',
    is: 'Loading...',
    not: 'Load factor',
    any: [/loading|pleasewait|enablejavascript/u],
  },
];
const SPINNER = patternOf(SPINNERS);
/** Who asks to wait because something broke loads nothing. */
const FAULTY = patternOf([FAULT]);

/** Short names in a menu without menu markup count a quarter each. */
const MANY_OFFERS = 2;

/** Links outside menus with menu markup. */
const MANY_LINKS = 3;
/** Pages that rightly consist of links only. */
const SITE_MAP = /사이트맵|전체메뉴|sitemap/u;

/** Lines that are one link each and do not only lead out of the page. */
function linksOutside({ outline, text }: Page['seen']): number {
  const [frame, links] = [new Set(outline?.frame), new Set(outline?.links)];
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => links.has(line) && !frame.has(line) && !isWayOut(line)).length;
}

/** What leads into a site. */
const WAY_IN =
  /(국문|한국어|홈페이지|누리집|모바일|포털|사이트|영문|개인|기업)(으로)?(바로가기|들어가기|입장|로그인|$)|입장하기|들어가기|^enter|^(english|korean|中文|日本語)$/u;
const MOST_IN_GATE = 6;

/** A page that is nothing but its name and the ways into the site, as designed. */
function isGate({ seen, title, expectation }: Page): boolean {
  const { outline, text } = seen;
  if (expectation !== 'not-asked' || !outline || title.compact === '') return false;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (outline.frame.length > 0 || lines.length > MOST_IN_GATE) return false;
  return outline.links.some((link) => WAY_IN.test(compactText(link)));
}

/** "번호 제목 작성일" and no row, no count, no word of there being none. */
function isHeadOnly({ seen, core, listed, records, offers, items }: Page): boolean {
  const { outline, text } = seen;
  if (!outline || outline.fields > 0 || records > 0 || offers >= MANY_OFFERS) return false;
  const headings = new Set(outline.headings.map(compactText));
  const heads = text
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map(compactText);
  const said = core.filter((line) => !headings.has(line) && !heads.includes(line));
  return (
    heads.length === 1 &&
    listed.lines.every((line) => heads.includes(line)) &&
    said.length === 0 &&
    items <= 1
  );
}

/** No content, or an endless spinner. */
export const judgeBlank: Judge = (page) => {
  const { seen, body, title } = page;
  if (page.expectation === 'found' || seen.status === undefined) return undefined;
  const letters = page.core.join('').replace(/[^\p{L}\p{N}]/gu, '');
  const waits = SPINNER.test(body.compact) && !FAULTY.test(page.said.compact);
  const spins = shows(seen, 'spinner') || waits;
  const unrest = seen.fault?.timedOut && page.items === 0 && page.content <= SPINNER_TEXT;
  if (spins && (letters.length <= SPINNER_TEXT || unrest)) {
    const reason = 'The page shows only a loading indicator.';
    return { kind: 'blank', rule: 'endless-spinner', reason, matched: body.plain, cause: 'blank' };
  }
  if ([title, page.heading].some(({ compact }) => SITE_MAP.test(compact))) return undefined;
  if (isHeadOnly(page)) {
    const reason = 'The page ends after the head of a table, without any row.';
    return { kind: 'blank', rule: 'head-without-rows', reason, cause: 'blank' };
  }
  const least = page.expectation === 'missing' ? 10 : 2;
  if (
    letters.length >= least ||
    page.loginForm ||
    page.records > 0 ||
    (seen.outline?.fields ?? (shows(seen, 'form') ? 1 : 0)) > 0 ||
    page.offers >= MANY_OFFERS ||
    isGate(page)
  )
    return undefined;
  if (linksOutside(seen) >= MANY_LINKS) {
    const reason = 'The page shows only links and no text of its own.';
    return { kind: 'unknown', rule: 'links-only', reason, cause: 'links only' };
  }
  if (shows(seen, 'picture')) {
    const reason = 'The page shows pictures or frames but no text to judge.';
    return { kind: 'unknown', rule: 'pictures-only', reason, cause: 'pictures only' };
  }
  if (page.dialogs.length > 0 && seen.layer !== 'session') {
    const reason = 'The page shows only a dialog that no rule knows.';
    const matched = page.dialogs[0]?.plain ?? '';
    return { kind: 'unknown', rule: 'dialog-only', reason, matched, cause: 'dialog only' };
  }
  const reason = 'The page loaded without any content.';
  return { kind: 'blank', rule: 'no-text', reason, cause: 'blank' };
};
