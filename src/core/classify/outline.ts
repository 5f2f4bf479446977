import { LINKS_OUT } from '#core/classify/line-parts';
import { compactText } from '#core/classify/page-text';
import { patternOf } from '#core/classify/part';
import type { PageOutline } from '#core/run/observation';

/** The lines of a page by what they are. */
export interface Division {
  /** What the page says itself. */
  readonly said: string;
  /** Rows of tables and entries of lists: what the page says about other things. */
  readonly listed: string;
  /** How many links it offers line by line outside its menus, ways out not counted. */
  readonly offers: number;
}

const SEPARATORS = /[|·ㆍ•>»\-/\s[\]()]+/gu;
/** Functions that a visitor came for. */
const DEED = /(하기|보기|찾기|신청|조회|확인|예약|발급|등록|검색|출력)$/u;
const WAY_OUT = patternOf(LINKS_OUT);

/** Without an outline everything is said. */
export function divide(text: string, outline?: PageOutline): Division {
  if (!outline) return { said: text, listed: '', offers: 0 };
  const { frame, headings, links, entries } = outline;
  const [inFrame, isHeading, isEntry] = [setOf(frame), setOf(headings), setOf(entries)];
  const isLink = setOf(links);
  const names = [...isLink].sort((one, other) => other.length - one.length);
  const said: string[] = [];
  const listed: string[] = [];
  let offers = 0;
  // Short names above all that is said are a menu; below it, a footer, unless they name a deed.
  let above = 0;
  for (const line of text.split('\n')) {
    const key = compactText(line);
    const framed = inFrame.has(key) && !isHeading.has(key);
    if (key === '' || framed || isMenuRow(line)) continue;
    if (isEntry.has(key)) {
      listed.push(line);
      offers += above + (names.some((name) => isLong(name) && key.includes(name)) ? 1 : 0);
      above = 0;
    } else if (isLink.has(key) && !WAY_OUT.test(key)) {
      if (isLong(key)) offers += 1;
      else if (said.length > 0 && DEED.test(key)) offers += IN_MENU;
      else if (said.length > 0) above += IN_MENU;
    } else if (!isLink.has(key) && !isRowOf(names, key)) {
      said.push(line);
      offers += above;
      above = 0;
    }
  }
  return { said: said.join('\n'), listed: listed.join('\n'), offers };
}

/** A row of short names, cell by cell: a menu laid out as a table, or the head of one. */
function isMenuRow(line: string): boolean {
  const cells = line.split('\t').filter((cell) => cell.trim() !== '');
  return cells.length > 2 && cells.every((cell) => cell.length <= LONGEST_NAME && !/\d/.test(cell));
}

function isLong(name: string): boolean {
  return name.length > MENU_LENGTH;
}

function setOf(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.map(compactText).filter((line) => line !== ''));
}

/** Nothing but links side by side. */
function isRowOf(names: readonly string[], line: string): boolean {
  if (line.length > LONGEST_ROW) return false;
  const rest = names.reduce(
    (left, name) => (name.length > 1 ? left.replaceAll(name, '') : left),
    line,
  );
  return rest !== line && rest.replace(SEPARATORS, '') === '';
}

const LONGEST_ROW = 200;
const LONGEST_NAME = 12;
const MENU_LENGTH = 7;
/** A short name may stand in a menu that does not call itself one. */
const IN_MENU = 0.25;
