import { type ElementClass, WATCHED_ELEMENTS } from '#core/classify/elements';
import { isArticle, isEntry } from '#core/classify/talk';
import type { Observation } from '#core/observation';
import { type Passage, passageOf } from '#core/page-text';

/** An observation made ready for the judges. */
export interface Page {
  readonly seen: Observation;
  readonly title: Passage;
  readonly body: Passage;
  readonly dialogs: readonly Passage[];
  /** `missing` when any expected marker is; `not-asked` when none was given. */
  readonly expectation: 'found' | 'missing' | 'not-asked';
  /** Characters of the page that are neither frame (menus, footer) nor talk of trouble. */
  readonly content: number;
  /** Share of the text outside the frame that is sentences of trouble, 0 to 1. */
  readonly troubleShare: number;
  /** Several things that one can do here: the service is at work. */
  readonly furnished: boolean;
  /** A place to type a password, or the words of one. */
  readonly loginForm: boolean;
  /** News, boards, answers, advertisements: they talk about trouble without being in it. */
  readonly article: boolean;
}

/** Lines that every page of a portal carries. Heuristic. */
const FRAME_LINE =
  /copyright|ⓒ|©|allrightsreserved|개인정보처리|이용약관|저작권|대표전화|^고객센터\d|콜센터|우편번호|사업자등록|^\(?\d{5}\)|패밀리사이트|웹접근성|이메일무단/u;
const MENU_LENGTH = 8;
/** Longer than this, a line is prose about something. */
const PROSE_LENGTH = 110;

/** Lines that speak of trouble. Heuristic. */
const TROUBLE_LINE =
  /오류|에러|장애(?!인)|이상이|문제가|점검|중단|중지|멈춥|작업|불편|죄송|실패|불가|수없|지연|복구|차단|제한|거부|금지|거절|대기|정지|멈추|닫습|쉽니다|재개|화재|정전|끊|초과|만료|종료|불안정|어렵|어려|못했|못하|로봇|사람인지|잘못|양해|문의|다시시도|되지않|하지못|ora-\d|sql|jdbc|error|exception|unavailable|fail|sorry|maintenance|down|denied|forbidden|blocked|refused|unable|cannot|can't|couldnot|couldn't|problem|issue|trouble|notified|timeout|timedout|expired|robot|verify|tryagain|retry|notavailable|notright|wrong|\bat[a-z]+\.[a-z.]+\(/u;
/** Notices, conditions, empty lists and what is over: rules of the house, not trouble. */
const CONDITION =
  /^\[(공지|안내|알림|점검|공고|뉴스|이벤트)\]|경우|때는|를미리|수있습니다|(?<!계속|지속|반복)(않|으|되|하)면|오류없|장애없|^if|검색|매(일|주|월)|(알려|신고해|보내|적어|입력해|제출해)주|조건에맞는|결과가없|등록된.*없|operational|resolved|정상(운영|화되)|복구(되었|완료)|해결되|^when|youwill/u;
/** Ends of links to what a portal does. Heuristic. */
const FEATURE_LINE = /(?<!가|로)(하기|찾기|신청|조회|검색|계산기|보기|예약|발급|등록|접수)$/u;
const FEATURES_NEEDED = 4;
const SENTENCE = /(다|요|오|음|함|됨|중|란|안내)[.!]?$|\d[)\]]?$|^[^가-힣]*$/u;

function isContent(line: string): boolean {
  return line.length > MENU_LENGTH && !FRAME_LINE.test(line);
}

function sum(lines: readonly string[]): number {
  return lines.reduce((total, line) => total + line.length, 0);
}

function contentOf(body: Passage): number {
  const lines = body.lines.filter(isContent);
  return sum(lines.filter((line) => line.length > PROSE_LENGTH || !TROUBLE_LINE.test(line)));
}

/** Menus are short; what a page has to say is longer, or ends as a sentence does. */
function isSaid(line: string): boolean {
  return !FRAME_LINE.test(line) && (line.length > MENU_LENGTH || /[다요음][.!]?$|\d/u.test(line));
}

function troubleShareOf(body: Passage): number {
  const all = body.lines.filter(isSaid);
  const trouble = all
    .filter((line) => TROUBLE_LINE.test(line) && SENTENCE.test(line))
    .filter((line) => !CONDITION.test(line) && !isEntry(line, line));
  return all.length === 0 ? 0 : sum(trouble) / sum(all);
}

function expectationOf(seen: Observation): Page['expectation'] {
  const expected = seen.markers.filter((marker) => marker.expected);
  if (expected.length === 0) return 'not-asked';
  return expected.every((marker) => marker.found) ? 'found' : 'missing';
}

/** Whether a visible element of this class was seen. Compared without regard to case. */
export function shows(seen: Observation, wanted: ElementClass): boolean {
  const elements = seen.elements.map((element) => element.toLowerCase());
  return WATCHED_ELEMENTS[wanted].some((selector) => elements.includes(selector.toLowerCase()));
}

export function pageOf(seen: Observation): Page {
  const title = passageOf(seen.title);
  const body = passageOf(seen.text);
  return {
    seen,
    title,
    body,
    dialogs: seen.dialogs.map(({ message }) => passageOf(message)),
    expectation: expectationOf(seen),
    content: contentOf(body),
    troubleShare: troubleShareOf(body),
    furnished:
      body.lines.filter((line) => FEATURE_LINE.test(line) && !TROUBLE_LINE.test(line)).length >=
      FEATURES_NEEDED,
    loginForm:
      shows(seen, 'password') || (body.lines.includes('아이디') && body.lines.includes('비밀번호')),
    article: isArticle(title, body),
  };
}
