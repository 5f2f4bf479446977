import { type Passage, squeeze } from '#core/classify/page-text';
import { isEntry, isRule } from '#core/classify/quoted-speech';

/** Lines that every page of a portal carries. Heuristic. */
const FRAME_LINE =
  /copyright|ⓒ|©|allrightsreserved|개인정보처리|이용약관|저작권|대표전화|^고객센터\d|콜센터|우편번호|사업자등록|^\(?\d{5}\)|패밀리사이트|웹접근성|이메일무단|전자정부누리집|^이누리집은.{0,20}누리집입니다|^an?official(web)?site/u;
const MENU_LENGTH = 8;
/** Longer than this, a line is prose about something. */
const PROSE_LENGTH = 110;

/** Lines that speak of trouble. Heuristic. */
const TROUBLE_LINE =
  /오류|에러|장애(?!인)|이상이|문제가|점검|중단|중지|멈춥|작업|불편|죄송|실패|불가|수없|지연|복구|연락|차단|제한|거부|금지|거절|대기|정지|멈추|닫습|쉽니다|재개|화재|정전|끊|초과|만료|종료|불안정|어렵|어려|못했|못하|로봇|사람인지|잘못|양해|문의|다시시도|되지않|하지못|ora-\d|sql|jdbc|error|exception|unavailable|fail|sorry|maintenance|down|denied|forbidden|blocked|refused|unable|cannot|can't|couldnot|couldn't|problem|issue|trouble|notified|timeout|timedout|expired|robot|verify|tryagain|retry|notavailable|notright|wrong|\bat[a-z]+\.[a-z.]+\(/u;
/** Notices, conditions, empty lists and what is over: rules of the house, not trouble. */
const CONDITION =
  /^\[(공지|안내|알림|점검|공고|뉴스|이벤트)\]|경우|때는|를미리|수있습니다|(?<!계속|지속|반복)(않|으|되|하)면|오류없|장애없|^if|검색|매(일|주|월)|(알려|신고해|보내|적어|입력해|제출해|선택해)주|조건에맞는|결과가없|등록된.*없|operational|resolved|정상(운영|화되)|복구(되었|완료)|해결되|^when|^\d{1,2}[.)](?!\d)|가능하(며|지만|나)|youwill/u;
/** Ends of links to what a portal does. Heuristic. */
const FEATURE_LINE = /(?<!가|로)(하기|찾기|신청|조회|검색|계산기|보기|예약|발급|등록|접수)$/u;
const SENTENCE = /(다|요|오|음|함|됨|중|란|안내)[.!]?$|\d[)\]]?$|^[^가-힣]*$/u;

function isContent(line: string): boolean {
  return line.length > MENU_LENGTH && !FRAME_LINE.test(line);
}

function sum(lines: readonly string[]): number {
  return lines.reduce((total, line) => total + line.length, 0);
}

/** Characters of the page that are neither frame nor talk of trouble. */
export function contentOf(body: Passage): number {
  const lines = body.lines.filter((line) => isContent(line) && !body.menus.has(line));
  return sum(lines.filter((line) => line.length > PROSE_LENGTH || !TROUBLE_LINE.test(line)));
}

/** Menus are short; what a page has to say is longer, or ends as a sentence does. */
export function isSaid(line: string): boolean {
  return !FRAME_LINE.test(line) && (line.length > MENU_LENGTH || /[다요음][.!]?$|\d/u.test(line));
}

/** Share of what the page says that is sentences of trouble, 0 to 1. */
export function troubleShareOf(body: Passage): number {
  const all = body.lines.filter((line) => isSaid(line) && !body.menus.has(line));
  const trouble = all
    .filter((line) => TROUBLE_LINE.test(line) && SENTENCE.test(line))
    .filter((line) => !CONDITION.test(line) && !isEntry(line, line) && !isRule(line));
  return all.length === 0 ? 0 : sum(trouble) / sum(all);
}

/** Whose page it is and how to reach them. Heuristic. */
const CONTACT = /^[^.!?]*(\d{3,4}-\d{4}|@)[^다요오.!?]*$|^\(?우\)?\d{5}/u;
/** Ids that a page carries for its keepers. */
const ID_LINE = /^(reference|support|incident|request|ray|trace|queue|event)(id|#|no)[:#]?/u;
const BRAND_LENGTH = 20;
/** What the name of a site may have on the page beyond its title. */
const NAME_MORE = 6;
const PREDICATE = /[다요오음됨함중][^가-힣]*$|[.!?:]$/u;

/** Something said, or something wrong. */
function isNews(line: string): boolean {
  return PREDICATE.test(line) || TROUBLE_LINE.test(line);
}

function isBrand(line: string, title: Passage): boolean {
  if (title.squeezed === '' || line.length > BRAND_LENGTH || isNews(line)) return false;
  if (title.squeezed.includes(line)) return true;
  return line.includes(title.squeezed) && line.length <= title.squeezed.length + NAME_MORE;
}

/** The text without the lines that every page carries, if anything is left. */
export function withoutFrame(text: string): string {
  const lines = text.split('\n').filter((line) => !FRAME_LINE.test(squeeze(line)));
  const rest = lines.join('\n');
  return rest.trim() === '' ? text : rest;
}

/** Header, footer and the name of the site left out. */
export function coreOf({ lines }: Passage, title: Passage): readonly string[] {
  const [first = ''] = lines;
  // A site begins with its name, or with its motto.
  const motto = lines.length > 1 && first.length <= BRAND_LENGTH && !isNews(first);
  return lines
    .slice(motto ? 1 : 0)
    .filter((line) => !FRAME_LINE.test(line) && !CONTACT.test(line) && !isBrand(line, title));
}

/** What a page says to its visitor, not the labels around it. */
export function isTold(line: string): boolean {
  return (
    isSaid(line) &&
    !CONTACT.test(line) &&
    !ID_LINE.test(line) &&
    (line.length > LABEL || PREDICATE.test(line))
  );
}

const LABEL = 12;

/** How many lines do not belong to the frame. */
export function linesOf(body: Passage): number {
  return body.lines.filter((line) => !FRAME_LINE.test(line)).length;
}

/** How many things the page offers to do. */
export function featuresOf(body: Passage): number {
  return body.lines.filter((line) => FEATURE_LINE.test(line) && !TROUBLE_LINE.test(line)).length;
}

/** What stands under any message: ways out of it, and its particulars. Heuristic. */
const WAY_OUT =
  /^(홈|메인|처음|첫화면|이전|뒤로|확인|닫기|다시|새로고침|취소|중지|로그|문의|고객|목록|바로|오늘|일주일|하루|더보기|내용|제목|home|back|retry|reload|close|ok$|go)/u;
const PARTICULAR =
  /[:：]|^[^\p{L}]*(점검|중단|작업|대상|사유|기간|일시|범위|담당|시간|기타|비고|원인|조치|재개|예정|접수|오류|코드|주소)|^[\P{L}월화수목금토일시분오전후까지부터]+$|\d{2,4}-\d{3,4}|\d\.\d+\.\d/u;
const PROSE = /(다|요|오|죠|까)[.!?]?$|[.!?]$|[하되으](니|며|고|여)$/u;
/** Letters of machines: class names, paths, markup. */
const MACHINE = /^[^가-힣]*[.(;=<>{}[\]/\\_#][^가-힣]*$/u;

/** A menu in one line. */
const NAVIGATION =
  /바로가기|로그인|회원가입|사이트맵|고객센터|마이페이지|전체메뉴|이용안내|전자정부누리집/u;
/** Where the lists of other sites begin. */
const LINKS = /^(관련|유관|패밀리|소속|산하|협력)(사이트|기관|누리집)/u;
/** A short line may still be a menu. */
const SHORT_ITEM = 0.5;

function isItem(line: string): boolean {
  const other = [FRAME_LINE, NAVIGATION, TROUBLE_LINE, WAY_OUT, PARTICULAR, PROSE, MACHINE];
  return line.length > 2 && !other.some((pattern) => pattern.test(line));
}

/**
 * How many things the page shows beside its trouble. A message stands below the menus and has
 * nothing but ways out and the footer below itself; short lines above it are menus.
 */
export function itemsOf({ lines, menus }: Passage): number {
  const message = lines.findIndex((line) => isSaid(line) && TROUBLE_LINE.test(line));
  const links = lines.findIndex((line, at) => at > message && LINKS.test(line));
  const end = links === -1 ? lines.length : links;
  const items = lines.slice(0, end).map((line, at) => {
    if (!isItem(line) || menus.has(line)) return 0;
    if (line.length > MENU_LENGTH) return 1;
    return message >= 0 && at > message ? SHORT_ITEM : 0;
  });
  return items.reduce<number>((total, item) => total + item, 0);
}
