import { ARTICLE_SIGNS, ARTICLE_TITLES } from '#core/classify/article-parts';
import type { Passage } from '#core/classify/page-text';
import { patternOf } from '#core/classify/part';

/** Short lines are menus; a menu item "자주 묻는 질문" makes no article. */
const MENU_LENGTH = 8;
const SIGNS_NEEDED = 2;

const ARTICLE_TITLE = patternOf(ARTICLE_TITLES);
const SIGNS = ARTICLE_SIGNS.map((part) => patternOf([part], 'mu'));

/** Headings of an offer of work; two of them make one. */
const JOB_HEADING =
  /^(주요업무|담당업무|자격요건|우대사항|지원자격|근무지역|근무조건|복리후생|모집부문|전형절차|지원하기|입사지원)$/u;

/** A status page that says all is well lists past outages. */
const STATUS_PAGE = /모든(시스템|서비스)(이|가)?정상|allsystems(are)?(operational|normal)/u;
/** One row for each part of the service. */
const STATUS_ROW = /^.{2,12}[●:✔]?(정상|operational)(?![가-힣])/u;
const STATUS_ROWS = 3;

export function isArticle(title: Passage, body: Passage): boolean {
  if (STATUS_PAGE.test(body.compact)) return true;
  if (body.lines.filter((line) => STATUS_ROW.test(line)).length >= STATUS_ROWS) return true;
  if (body.lines.filter((line) => JOB_HEADING.test(line)).length >= 2) return true;
  if (ARTICLE_TITLE.test(title.compact)) return true;
  const lines = body.lines.filter(
    (line) => line.length > MENU_LENGTH || /[\d?]|요$|^(이전글|다음글)$/u.test(line),
  );
  const text = [title.compact, ...lines].join('\n');
  return SIGNS.filter((sign) => sign.test(text)).length >= SIGNS_NEEDED;
}
