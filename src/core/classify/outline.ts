import { LINKS_OUT } from '#core/classify/line-parts';
import { isTrouble } from '#core/classify/lines';
import { compactText } from '#core/classify/page-text';
import { patternOf } from '#core/classify/part';
import type { PageOutline } from '#core/run/observation';

/** The lines of a page, sorted by their role. */
export interface Division {
  /** What the page itself says. */
  readonly said: string;
  /** Table rows and list entries: what the page says about other things. */
  readonly listed: string;
  /** Number of links, one per line, outside its menus and without links that lead out. */
  readonly offers: number;
  /** Table rows with data, and counts. Only a working page has them. */
  readonly records: number;
}

const SEPARATORS = /[|·ㆍ•>»\-/\s[\]()]+/gu;
/** Functions that visitors come for. */
const DEED = /(하기|보기|찾기|신청|조회|확인|예약|발급|등록|검색|출력)$/u;
const WAY_OUT = patternOf(LINKS_OUT);

/** "메인으로", "이용약관": links under any message. */
export function isWayOut(link: string): boolean {
  return WAY_OUT.test(compactText(link));
}

/** Without an outline, every line counts as said. */
export function divide(text: string, outline?: PageOutline): Division {
  if (!outline) return { said: text, listed: '', offers: 0, records: 0 };
  const { frame, headings, links, entries } = outline;
  const [inFrame, isHeading, isEntry] = [setOf(frame), setOf(headings), setOf(entries)];
  const isLink = setOf(links);
  const names = [...isLink].sort((one, other) => other.length - one.length);
  const said: string[] = [];
  const listed: string[] = [];
  let offers = 0;
  let head = 0;
  let labelled = false;
  let records = 0;
  // Short names above everything said are a menu. Below it they are a footer, unless they name a
  // deed.
  let above = 0;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  for (const [at, line] of lines.entries()) {
    const key = compactText(line);
    const framed = inFrame.has(key) && !isHeading.has(key);
    if (framed || isPath(key)) continue;
    if (isCaption(key) && isLinks(lines.slice(at + 1), isLink)) continue;
    const cells = isEntry.has(key) && isMenuRow(line, 2) ? cellsOf(line).length : 0;
    if (isMenuRow(line) && (cells !== head || isRowOf(names, key))) {
      head = cells;
      continue;
    }
    if (cells === 2 && head === 0) head = cells;
    // The items of a menu in list markup.
    const isItem = isLink.has(key) && !isLong(key) && !line.includes('\t');
    if (STACK_FRAME.test(line) || THROWN.test(line)) {
      said.push(line);
      continue;
    }
    if (isEntry.has(key) && !isItem && (labelled || isParticular(line))) {
      said.push(line);
      labelled = true;
    } else if (isEntry.has(key) && !isItem) {
      if (outline.fields === 0 || !(isOption(line) && isTrouble(key))) listed.push(line);
      records += isRecord(line, head) ? 1 : 0;
      offers += above + (names.some((name) => isLong(name) && key.includes(name)) ? 1 : 0);
      above = 0;
    } else if (isLink.has(key) && !WAY_OUT.test(key)) {
      if (isLong(key)) offers += 1;
      else if (said.length > 0 && DEED.test(key)) offers += IN_MENU;
      else if (said.length > 0) above += IN_MENU;
    } else if (!isLink.has(key) && !isRowOf(names, key)) {
      said.push(line);
      records += COUNT.test(key) ? 1 : 0;
      offers += above;
      above = 0;
    }
  }
  return { said: said.join('\n'), listed: listed.join('\n'), offers, records };
}

/** "자주 찾는 서비스": the name of a menu that does not call itself one. */
function isCaption(key: string): boolean {
  return key.length <= LONGEST_NAME && !SAYS.test(key) && !isTrouble(key);
}

/** Two short links follow. */
function isLinks(next: readonly string[], isLink: ReadonlySet<string>): boolean {
  const [one = '', other = ''] = next.map(compactText);
  return [one, other].every((key) => isLink.has(key) && !isLong(key) && !WAY_OUT.test(key));
}

/** Details of an error page's own error in a table: "오류코드 E100". */
const PARTICULAR =
  /^(오류|에러|장애|error|예외|결과|응답)(코드|번호|내용|메시지|메세지|사유|원인|일시|code|message)$|^(조치|대처)(방법|사항|내용)?$|^(상세|에러|오류)(내용|정보)$/u;

function isParticular(line: string): boolean {
  const cells = cellsOf(line);
  return cells.length <= 2 && PARTICULAR.test(compactText(cells[0] ?? ''));
}

/** A result count of the database, also zero. */
const COUNT = /(총|전체|모두|결과|합계)[(:：]?[\d,]+(건|개|명|곳)|^[\d,]+건$|[\d,]+건의/u;

/** Options of a form. */
function isOption(line: string): boolean {
  return line.length <= LONGEST_NAME && !/\t|\d|[다요음][.!?]?$/u.test(line);
}

const CELLS_OF_RECORD = 3;
/** Tables also announce planned work. */
const TIMES = /[~～]|부터|까지|중단|중지|(^|\t)(이용)?불가(\t|$)|재개/u;
/** Lines of a program's failure are the page's own words, even in a table of its layout. */
const STACK_FRAME = /^\s*at\s[\w$.]+\(|^\s*Caused by:/u;
const THROWN = /^([a-z]\w*\.){2,}[A-Z]\w*(Exception|Error)\b/u;
/** Whom to ask instead. */
const REACHED_BY =
  /(^|[\t\s])[01]\d{1,3}-\d{3,4}|(방문|전화|우편|팩스|창구)(\t|$|\s?(접수|신청|납부))/u;

/** Data: three cells, or two below a head, where the first is a number or a code. */
function isRecord(line: string, head: number): boolean {
  const cells = cellsOf(line);
  if (TIMES.test(line) || REACHED_BY.test(line) || STACK_FRAME.test(line)) return false;
  const coded = head === 2 && cells.length === 2 && /\d/u.test(cells[0] ?? '');
  return coded || cells.length >= CELLS_OF_RECORD;
}

function cellsOf(line: string): readonly string[] {
  return line.split('\t').filter((cell) => cell.trim() !== '');
}

/** A row of short names, cell by cell: a menu or a head in table markup. */
function isMenuRow(line: string, least = CELLS_OF_RECORD): boolean {
  const cells = cellsOf(line);
  return (
    cells.length >= least && cells.every((cell) => cell.length <= LONGEST_NAME && !/\d/.test(cell))
  );
}

function isLong(name: string): boolean {
  return name.length > MENU_LENGTH;
}

function setOf(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.map(compactText).filter((line) => line !== ''));
}

/** "홈 > 채용정보": the path to the page, not what it says. */
export function isPath(line: string): boolean {
  return /^(홈|home|main|메인)[>›»/]/u.test(line);
}

/** Links side by side, with at most the site name between them. */
function isRowOf(names: readonly string[], line: string): boolean {
  if (line.length > LONGEST_ROW) return false;
  const inside = names.filter((name) => name.length > 1 && line.includes(name));
  const bare = inside.reduce((left, name) => left.replaceAll(name, ''), line);
  const rest = bare.replace(SEPARATORS, '');
  if (inside.length === 0) return false;
  return rest === '' || (inside.length > 1 && rest.length <= BRAND && !SAYS.test(rest));
}

const LONGEST_ROW = 200;
/** Longest site name, in characters. */
const BRAND = 14;
const SAYS = /(다|요|오|음|됨)[.!?]?$|[.!?:]|\d/u;
const LONGEST_NAME = 12;
const MENU_LENGTH = 7;
/** Weight of a short name, because it may stand in a menu without menu markup. */
const IN_MENU = 0.25;
