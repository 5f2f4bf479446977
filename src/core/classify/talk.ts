import type { Passage } from '#core/page-text';

/**
 * Heuristics that tell a page in trouble from one that talks about it: quoted, conditional, past,
 * explained or announced words are not the page speaking of itself.
 */

/** After the words, within their sentence. */
const AFTER =
  /^.{0,6}(?:["”’」』](?![\]},])|'(?!s))|^.{0,12}(라는|라고|라며|이라는|메시지가|메세지가|문구|화면이|해결|원인|방법|(?<!지속될|지속되는|지속할|계속될|발생할|반복될)경우|나와요|나온다|뜨는|뜨며|뜹니다|표시됩니다|밝혔|따르면|였다|했다|겪었다|복구완료|해소|완료안내|완료되었|정상화되|발생시|마다|예약|일때|때는)|^.{0,2}수있(습니다|음|으니|어)/u;
/** Before the words, within their sentence. */
const BEFORE =
  /(?<![:=[{,(])(?:["“‘「『]|(?<![a-z])')[^"'“”‘’「」『』]{0,20}$|^(when|if)(the|an?)[^.]{0,40}$/u;
/** An item of a list of questions, notices or past events; but also how a log line begins. */
const ITEM =
  /^q\d?[.:]|^\d{4}[-.]\d{1,2}[-.]\d{1,2}(?!\d)|^\[(공지|안내|알림|점검|공고|뉴스|이벤트|사전)\]|매월|매주/u;
/** The whole sentence asks. */
const QUESTION = /(까|요|나|은|는|가|것은)?\?$/u;

/** JSON quotes everything. */
const JSON_TEXT = /^[[{].*":/u;

export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Words of a program rather than of a person. */
  readonly machine: boolean;
}

export function isTalk(passage: Passage, { start, end, machine }: Stretch): boolean {
  if (JSON_TEXT.test(passage.squeezed)) return false;
  const from = passage.breaks.findLast((at) => at <= start) ?? 0;
  const to = passage.breaks.find((at) => at >= end) ?? passage.squeezed.length;
  const before = passage.squeezed.slice(from, start);
  const after = passage.squeezed.slice(end, to);
  if (!machine && ITEM.test(before)) return true;
  const closed = (before.match(/"/gu)?.length ?? 0) % 2 === 0;
  if (BEFORE.test(closed ? before.replaceAll('"', '') : before)) return true;
  return AFTER.test(after) || QUESTION.test(after);
}

/** Two of these make an article: news, board, answer, manual, advertisement. */
const ARTICLE_SIGNS: readonly RegExp[] = [
  /[가-힣]{2,4}기자/u,
  /댓글\d|comments?\(\d/u,
  /무단전재|재배포금지/u,
  /조회수|조회\d|viewed\d/u,
  /작성일|등록일|작성자|입력\d{4}[.-]/u,
  /이전글|다음글/u,
  /공감\d|구독하기|posted(on|by)|bloggedby/u,
  /자주(묻는|하는)질문/u,
  /^q\d?[.:]/mu,
  /^a\d?[.:]/mu,
  /stackoverflow/u,
  /asked\d|answered\w/u,
  /sortedby/u,
  /howto(fix|solve)|inthisguide|tutorial|troubleshooting/u,
  /whatdoes|indicatesthat|meansthat|statuscode/u,
  /seealso|browsercompatibility|lastmodified(on|by)/u,
  /해결방법|해결법|이글에서|정리합니다|알아보겠|알아봅/u,
  /다음중|옳은것은/u,
  /정답|기출/u,
  /관련기사|일보|신문|뉴스$/mu,
  /우대사항/u,
  /자격요건|지원자격/u,
  /담당업무|주요업무/u,
  /채용공고|접수기간/u,
  /(때|경우)(에)?발생(합니다|하는)/u,
  /나타냅니다|의미합니다|뜻합니다/u,
  /사전$|용어|코드표|매뉴얼|가이드/mu,
  /releasenotes|changelog/u,
  /forexample|예를들(어|면)/u,
  /nextchapter|editthispage|previouspage/u,
  /(error|exception)handling|오류처리|예외처리/u,
  /상태코드|정리$/mu,
  /^\[[^\]]{1,6}\].*\n\[/mu,
  /1:1문의|고객의소리|q&a/u,
  /^.{2,14}(안됩니다|표시됩니다|실패합니다)$/mu,
  /^(fixed|new|added|improved):/mu,
  /(?<!니)다[.]?$/mu,
  /이다\.|된다\.|한다\.|있다\.|했다\.|였다\./u,
  /위키|분류|각주/u,
  /무료체험|도입문의|솔루션/u,
  /안돼요$|나와요$|느려요$|싶어요$/mu,
];

/** Short lines are menus; a menu item "자주 묻는 질문" makes no article. */
const MENU_LENGTH = 8;
const SIGNS_NEEDED = 2;

export function isArticle(title: Passage, body: Passage): boolean {
  const lines = body.lines.filter((line) => line.length > MENU_LENGTH || /[\d?]|요$/u.test(line));
  const text = [title.squeezed, ...lines].join('\n');
  return ARTICLE_SIGNS.filter((sign) => sign.test(text)).length >= SIGNS_NEEDED;
}
