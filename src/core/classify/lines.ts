import { FOREIGN_ERRORS } from '#core/classify/foreign/failures';
import { FOREIGN_MANNERS } from '#core/classify/foreign/manners';
import { FOREIGN_MAINTENANCE } from '#core/classify/foreign/planned-work';
import * as parts from '#core/classify/line-parts';
import { compactText, type Passage } from '#core/classify/page-text';
import { patternOf } from '#core/classify/part';
import { isEntry, isRule } from '#core/classify/quoted-speech';

const FRAME_LINE = patternOf(parts.FRAME_LINES);
const KOREAN = /[가-힣]{2}/u;
/** Trouble in other languages. Written with spaces, matched without. */
const FOREIGN_TROUBLE = new RegExp(
  patternOf([...FOREIGN_ERRORS, ...FOREIGN_MAINTENANCE, ...FOREIGN_MANNERS])
    .source.replaceAll(' ?', '')
    .replaceAll(' ', ''),
  'u',
);
const MENU_LENGTH = 8;
/** A longer line is prose about something. */
const PROSE_LENGTH = 110;

const TROUBLE_LINE = patternOf(parts.TROUBLE_LINES);
const CONDITION = patternOf(parts.NO_TROUBLE_LINES);
/** Ends of link texts that lead to functions of a portal. Heuristic. */
const FEATURE_LINE = /(?<!가|로)(하기|찾기|신청|조회|검색|계산기|보기|예약|발급|등록|접수)$/u;
const SENTENCE = /(다|요|오|음|함|됨|중|란|안내)[.!]?$|\d[)\]]?$|^[^가-힣]*$/u;

/** "개인정보처리시스템 오류로 …": a footer names things and says nothing about them. */
const SENTENCE_OF_NOW = /(?<!거부(합|됨을알려드립)|금지합|처벌.{0,20})니다[.!]?$|세요[.!]?$/u;

/** A line that every page of a portal carries, or a row of short names. */
export function isFrameLine(line: string): boolean {
  return FRAME_LINE.test(line) && !(SENTENCE_OF_NOW.test(line) && TROUBLE_LINE.test(line));
}

/** A line about trouble in any sense. */
export function isTrouble(line: string): boolean {
  return TROUBLE_LINE.test(line) || (!KOREAN.test(line) && FOREIGN_TROUBLE.test(line));
}

function isContent(line: string): boolean {
  return line.length > MENU_LENGTH && !isFrameLine(line);
}

function sum(lines: readonly string[]): number {
  return lines.reduce((total, line) => total + line.length, 0);
}

/** Characters of the page that are neither frame nor about trouble. */
export function contentOf(body: Passage): number {
  const lines = body.lines.filter((line) => isContent(line) && !body.menus.has(line));
  return sum(lines.filter((line) => line.length > PROSE_LENGTH || !isTrouble(line)));
}

/** Menu items are short. Statements are longer or end like a sentence. */
function isSaid(line: string): boolean {
  return !isFrameLine(line) && (line.length > MENU_LENGTH || /[다요음][.!]?$|\d/u.test(line));
}

/** Share of sentences about trouble in what the page says, 0 to 1. */
export function troubleShareOf(body: Passage): number {
  const all = body.lines.filter((line) => isSaid(line) && !body.menus.has(line));
  const trouble = all
    .filter((line) => isTrouble(line) && SENTENCE.test(line))
    .filter((line) => !CONDITION.test(line) && !isEntry(line, line) && !isRule(line));
  return all.length === 0 ? 0 : sum(trouble) / sum(all);
}

/** Owner and contact lines. Heuristic. */
const CONTACT = /^[^.!?]*(\d{3,4}-\d{4}|@)[^다요오.!?]*$|^\(?우\)?\d{5}/u;
/** Reference ids for the operators of the page. */
const ID_LINE = /^(reference|support|incident|request|ray|trace|queue|event)(id|#|no)[:#]?/u;
const BRAND_LENGTH = 20;
/** The name of a site may exceed the page's title by this many characters. */
const NAME_MORE = 6;
const PREDICATE = /[다요오음됨함중][^가-힣]*$|[.!?:]$/u;

/** A statement, or something wrong. */
function isNews(line: string): boolean {
  return PREDICATE.test(line) || isTrouble(line);
}

function isBrand(line: string, title: Passage): boolean {
  if (title.compact === '' || line.length > BRAND_LENGTH || isNews(line)) return false;
  if (title.compact.includes(line)) return true;
  return line.includes(title.compact) && line.length <= title.compact.length + NAME_MORE;
}

/** The text without the lines that every page carries, unless nothing remains. */
export function withoutFrame(text: string): string {
  const lines = text.split('\n').filter((line) => !isFrameLine(compactText(line)));
  const rest = lines.join('\n');
  return rest.trim() === '' ? text : rest;
}

/** The lines without header, footer and site name. */
export function coreOf({ lines }: Passage, title: Passage): readonly string[] {
  const [first = ''] = lines;
  // A site begins with its name or its motto.
  const motto = lines.length > 1 && first.length <= BRAND_LENGTH && !isNews(first);
  return lines
    .slice(motto ? 1 : 0)
    .filter((line) => !isFrameLine(line) && !CONTACT.test(line) && !isBrand(line, title));
}

/** True for what a page says to its visitor, false for labels. */
export function isTold(line: string): boolean {
  return (
    isSaid(line) &&
    !CONTACT.test(line) &&
    !ID_LINE.test(line) &&
    (line.length > LABEL || PREDICATE.test(line))
  );
}

const LABEL = 12;

/** Number of lines outside the frame. */
export function linesOf(body: Passage): number {
  return body.lines.filter((line) => !isFrameLine(line)).length;
}

/** Number of functions that the page offers. */
export function featuresOf(body: Passage): number {
  return body.lines.filter((line) => FEATURE_LINE.test(line) && !isTrouble(line)).length;
}

const WAY_OUT = patternOf(parts.WAYS_OUT);
const PARTICULAR = patternOf(parts.PARTICULARS);
const PROSE = /(다|요|오|죠|까)[^\p{L}\d]*$|[.!?]$|[하되으](니|며|고|여)$/u;
/** Machine text: class names, paths, markup. */
const MACHINE = /^[^가-힣]*[.(;=<>{}[\]/\\_#][^가-힣]*$/u;

/** A menu in one line. */
const NAVIGATION =
  /바로가기|로그인|회원가입|사이트맵|고객센터|마이페이지|전체메뉴|이용안내|전자정부누리집/u;
/** Start of a list of links to other sites. */
const LINKS = /^(관련|유관|패밀리|소속|산하|협력)(사이트|기관|누리집)/u;
/** A short line may still be a menu item. */
const SHORT_ITEM = 0.5;

function isItem(line: string): boolean {
  const other = [NAVIGATION, TROUBLE_LINE, WAY_OUT, PARTICULAR, PROSE, MACHINE];
  return line.length > 2 && !isFrameLine(line) && !other.some((pattern) => pattern.test(line));
}

/**
 * Number of things that the page shows beside its trouble. A message stands below the menus, with
 * only links out and the footer below it. Short lines above it are menus.
 */
export function itemsOf({ lines, menus }: Passage): number {
  const message = lines.findIndex((line) => isSaid(line) && isTrouble(line));
  const links = lines.findIndex((line, at) => at > message && LINKS.test(line));
  const end = links === -1 ? lines.length : links;
  const items = lines.slice(0, end).map((line, at) => {
    if (!isItem(line) || menus.has(line)) return 0;
    if (line.length > MENU_LENGTH) return 1;
    return message >= 0 && at > message ? SHORT_ITEM : 0;
  });
  return items.reduce<number>((total, item) => total + item, 0);
}
