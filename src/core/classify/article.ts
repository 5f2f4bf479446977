import { ARTICLE_SIGNS, ARTICLE_TITLES, OFFERED_THINGS } from '#core/classify/article-parts';
import type { Passage } from '#core/classify/page-text';
import { patternOf } from '#core/classify/part';

/** Shorter lines are menus. A menu item "자주 묻는 질문" does not make an article. */
const MENU_LENGTH = 8;
const SIGNS_NEEDED = 2;

const ARTICLE_TITLE = patternOf(ARTICLE_TITLES);
const POLICY = patternOf(ARTICLE_TITLES.filter(({ name }) => name === 'policy'));
const SIGNS = ARTICLE_SIGNS.map((part) => patternOf([part], 'mu'));

/** Headings of a job offer. Two of them make one. */
const JOB_HEADING =
  /^(주요업무|담당업무|자격요건|우대사항|지원자격|근무지역|근무조건|복리후생|모집부문|전형절차|지원하기|입사지원)$/u;

/** A status page that reports good health also lists past outages. */
const STATUS_PAGE = /모든(시스템|서비스)(이|가)?정상|allsystems(are)?(operational|normal)/u;
/** One row for each part of the service. */
const STATUS_ROW = /^.{2,12}[●:✔]?(정상|operational)(?![가-힣])/u;
const STATUS_ROWS = 3;

/** Names of courses, job offers and events. */
const OFFERED = patternOf(OFFERED_THINGS);
/** What a visitor does with an offer: apply, enrol. */
const TAKEN_UP =
  /^(수강|참가|참여|교육|훈련|온라인)?(신청|접수|예약)(하기)?$|^(입사)?지원(하기)?$/u;
const ON_OFFER = /상세|과정|강의|강좌|교육|채용|공고|행사|세미나|모집/u;

/** The page of one offer. Its name is the heading, even if the name contains a word of trouble. */
function isOffer(title: Passage, heading: Passage, body: Passage): boolean {
  if (
    !OFFERED.test(heading.compact) ||
    /목록$/u.test(heading.compact) ||
    title.compact.includes(heading.compact)
  )
    return false;
  return ON_OFFER.test(title.compact) || body.lines.some((line) => TAKEN_UP.test(line));
}

/** A post that explains an error, or asks how to fix it. */
const HOW_TO =
  /(에러|오류|장애|exception|error|ora-\d+|timeout).{0,30}(해결|원인|어떻게|대처|하나요|인가요|나요\??$|정리$|후기)/u;
/** What a new version fixes. */
const CHANGES = /(수정|추가|개선|변경|고쳤습니다|수정했습니다|보상지급|fixed|added)[.)]?$/u;
const OF_VERSIONS = /변경이력|업데이트|릴리스|릴리즈|패치|changelog|releasenotes|^v?\d+\.\d+/u;
const ASKS =
  /^(q[.:]|what(if|is)|how(do|can|to|long)|why|can(i|we)|doi|isit).{5,}\?$|[가-힣].{5,}\?$/u;
const DAY = /^\d{4}[./-]\d{1,2}[./-]\d{1,2}\.?$|^\d+(분|시간|일|주)전$/u;
const SOME = 2;

/** Hours of each thing that can be done: "이체 00:30~23:30". */
const HOURS_TITLE = /(이용|운영|거래|업무|점검)(가능)?시간/u;
const HOURS_ROW = /\d{1,2}:\d{2}[~∼-]\d{1,2}:\d{2}/u;
const SOME_HOURS = 3;

function isTimetable(title: Passage, heading: Passage, { lines }: Passage): boolean {
  const named = [title, heading].some(({ compact }) => HOURS_TITLE.test(compact));
  return named && lines.filter((line) => HOURS_ROW.test(line)).length >= SOME_HOURS;
}

/** A page that is closed may answer questions about it. */
const CLOSED = /(쉽니다|닫습니다|멈춥니다|(중단|중지)(됩니다|합니다|되었습니다)|수없습니다)[.!]?$/u;

function isPost(title: Passage, heading: Passage, { lines }: Passage): boolean {
  const count = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length;
  if (HOW_TO.test(heading.compact)) return true;
  // First what is cheap: the pattern tries every letter of a line as the begin of a question.
  const asks = lines.filter((line) => line.endsWith('?') && ASKS.test(line)).length;
  const versions = [title, heading].some(({ compact }) => OF_VERSIONS.test(compact));
  return (
    (versions && count(CHANGES) >= SOME) ||
    (asks >= SOME && !CLOSED.test(heading.compact)) ||
    count(DAY) >= SOME
  );
}

export function isArticle(title: Passage, heading: Passage, body: Passage): boolean {
  if (isOffer(title, heading, body) || isPost(title, heading, body)) return true;
  if (isTimetable(title, heading, body)) return true;
  if (STATUS_PAGE.test(body.compact)) return true;
  if (body.lines.filter((line) => STATUS_ROW.test(line)).length >= STATUS_ROWS) return true;
  if (body.lines.filter((line) => JOB_HEADING.test(line)).length >= 2) return true;
  if (ARTICLE_TITLE.test(title.compact) || POLICY.test(heading.compact)) return true;
  const lines = body.lines.filter(
    (line) => line.length > MENU_LENGTH || /[\d?]|요$|^(이전글|다음글)/u.test(line),
  );
  const text = [title.compact, ...lines].join('\n');
  return SIGNS.filter((sign) => sign.test(text)).length >= SIGNS_NEEDED;
}
