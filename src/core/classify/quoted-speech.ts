import type { Passage } from '#core/classify/page-text';

/**
 * Heuristics that tell a page in trouble from one that talks about it: quoted, conditional, past,
 * explained or announced words are not the page speaking of itself.
 */

/** After the words, within their sentence. */
const AFTER =
  /^(?:이|가|은)?아(?:닌|니라|니며)|^(?:이|가|을|은)?예정(?:되|이|입|하|에)|^.{0,6}(?:["”’」』](?![\]},])|'(?!s))|^.{0,12}(라는|라고|라며|이라는|메시지가|메세지가|문구|화면이|해결|원인|방법|(?<!지속될|지속되는|지속할|계속될|발생할|반복될)경우|나와요|나온다|뜨는|뜨며|뜹니다|표시됩니다|밝혔|따르면|였다|했다|겪었다|복구완료|해소|완료안내|완료되었|정상화되|발생시|마다|예약|일때|때는)|^.{0,2}수있(습니다|음|으니|어)/u;
/** Before the words, within their sentence. */
const BEFORE =
  /(?<![:=[{,(])(?:["“‘「『]|(?<![a-z])')[^"'“”‘’「」『』]{0,20}$|(^|[.,])(when|if|whenever)(the|an?|your|our|it)(?!'re)[^.]{0,40}$|(^|[.])(when|if)[a-z]+(is|are|does|do|has)[^.,]{1,30},[^.]{0,30}$/u;
/** An item of a list of questions, notices, duties or past events; but also how a log line begins. */
const ITEM =
  /^q\d?[.:]|^\d{4}[-.]\d{1,2}[-.]\d{1,2}(?!\d)|^\[(공지|안내|알림|점검|공고|뉴스|이벤트|사전|완료|긴급|필독|중요)\]|^notice:|^(담당|주요)업무|^업무(내용|분야)?[:：]|^(우대|자격|교육)(사항|요건|내용)/u;
/** A row of a board ends with its date or with the number of its comments. */
const ROW = /^[^:：]{8,}(\d{4}[.-]\d{1,2}[.-]\d{1,2}\.?|\(\d{1,3}\))$/u;
const ROW_OF_TIMES = /일시(?!중|적)|일정|기간|부터|까지|~/u;
/** What comes round is a rule of the house. */
const RECURRING = /(매(일|주|월|년|달)|\d(일|개월|달)마다)(?!.*(중입니다|지났))/u;
/** The whole sentence asks. */
const QUESTION = /(까|요|나|은|는|가|것은)?\?$/u;

/** Before words that claim something: "… 하면", unless it is the trouble that goes on. */
const CONDITION =
  /(미사용|오류|실패|초과|위반|분실)시(에는|에)?.{0,24}$|(지난|어제|전날|당시)(?!.*(까지|부터)).{0,24}$|(?<!(지속|계속|반복|발생)(하|되))(하|으|되|르|시|리|지않으)면(?!서).{0,30}$/u;
/** After words that claim something: they stand for a thing, a rule, a lesson or an offer. */
const SUBJECT =
  /^(한|하는|할|된|되는|될|은|는|던)?(화면|내용|부분(?!이있)|증상|분(?!석)|사람|사례|적이|이력)|^(서비스|기능|설정|솔루션|프로그램|방법|대책|훈련|보험|예방|유형|이력|내역|통계|현황|신고|교체|구매|도입|용역|컨설팅|매뉴얼|절차|기준|수칙|요령|지침)(?!.{0,8}(중단|불가|중지|장애|오류|종료|제한|수없|않))|^(하|되|시키|생기|나|있으|없으|이)(면(?!서)|더라도)|^.{0,3}(하|시키|되)?(세요(?!\.?$)|려면|지않도록|지않게|도록|는방법)|^.{0,14}(다룹|다루|배웁|배우|익히|익힙|설명|연습|실습|모니터링|자동화|관제|실무|운영과|교육|강의|강좌|과정|세미나|대응|예방|방지|솔루션|막아줍|알려주|신고해|등록해)|^.{0,24}(될|않을|생길|어려울|발생할)수도?있(습니다|음|으니|어요)|^.{0,16}(을|를)(보여|표시)(주|줍|드|합니다|됩니다)|^.{0,40}(의미합|뜻합|나타냅)|^.{0,24}(?<!\d)등(의|을|이|,|에|자주|다양|(?=\s|$))/u;

/** JSON quotes everything. */
const JSON_TEXT = /^[[{].*":/u;

export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Words of a program rather than of a person. */
  readonly machine: boolean;
  /** The words claim that something is wrong; "문의하세요" does not. */
  readonly claims: boolean;
}

/** Of a whole sentence: what holds whenever something happens, or what somebody has to do. */
const RULE =
  /(?<!(지속|계속|반복|발생)(하|되)|[화전측방서대수표정장국양휴])(?<=[가-힣])면(?![서접제적허담세목])|(오류|실패|초과|위반|입력|분실)(시|할시)(에는|에)?(?![스])|경우|야(합니다|하며|해요)|이상이며|^제\d+조|^(회사|회원|이용자)는|도와드|상담해|(?<!니)다[.]?$|(신청|접수|모집|응모)(기간|기한)?(이|은)?(종료|끝|지나|마감)|(?<=[^.]{4})\?$/u;

export function isRule(sentence: string): boolean {
  return RULE.test(sentence);
}

export function isTalk(passage: Passage, { start, end, machine, claims }: Stretch): boolean {
  if (JSON_TEXT.test(passage.squeezed)) return false;
  const from = passage.breaks.findLast((at) => at <= start) ?? 0;
  const to = passage.breaks.find((at) => at >= end) ?? passage.squeezed.length;
  const before = passage.squeezed.slice(from, start);
  const after = passage.squeezed.slice(end, to);
  if (!machine && isEntry(before, passage.squeezed.slice(from, to))) return true;
  const closed = (before.match(/"/gu)?.length ?? 0) % 2 === 0;
  if (BEFORE.test(closed ? before.replaceAll('"', '') : before)) return true;
  if (claims && (CONDITION.test(before) || SUBJECT.test(after))) return true;
  return AFTER.test(after) || QUESTION.test(after);
}

/** A line that names something and says nothing of it. */
export function isHeading(passage: Passage, { start, end }: Stretch): boolean {
  const from = passage.breaks.findLast((at) => at <= start) ?? 0;
  const to = passage.breaks.find((at) => at >= end) ?? passage.squeezed.length;
  const sentence = passage.squeezed.slice(from, to).replace(/[([].*[)\]]\.?$/u, '');
  return /(안내|공지|알림|계획|결과|일정|중단|중지)$/u.test(sentence);
}

/** A row of a board, a duty, a rule that comes round: none says how things are now. */
export function isEntry(before: string, sentence: string): boolean {
  if (ITEM.test(before) || RECURRING.test(sentence)) return true;
  return ROW.test(sentence) && !ROW_OF_TIMES.test(sentence);
}

/** Two of these make an article: news, board, answer, manual, advertisement. */
const ARTICLE_SIGNS: readonly RegExp[] = [
  /[가-힣]{2,4}(?<!대)기자(?![가-힣])/u,
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
  /채용공고|접수(기간|마감)/u,
  /근무(지역|지:|시간|형태|조건)|모집$/mu,
  /수강(신청|료)|강의계획/u,
  /(훈련|교육)(기간|과정)/u,
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
  /\d+minread|archive.*tags/u,
  /란\?|도움이(되었|됐)/u,
  /제\d+호/u,
  /지난호/u,
  /안돼요$|나와요$|느려요$|싶어요$/mu,
];

/** Short lines are menus; a menu item "자주 묻는 질문" makes no article. */
const MENU_LENGTH = 8;
const SIGNS_NEEDED = 2;

/** A title that says it all. */
const ARTICLE_TITLE =
  /faq|자주(묻는|하는)질문|채용(정보|공고)|강의|강좌|교육과정|게시판|일보|뉴스|신문|사전$|매뉴얼|솔루션|블로그|개인정보(처리방침|보호정책)|약관|운영정책|(오류|에러|응답|상태)코드(표|목록|정의|안내)?$|statuscodes|documentation|^help|도움말|소식지|뉴스레터|newsletter|정책$/u;

/** Headings of an offer of work; two of them make one. */
const JOB_HEADING =
  /^(주요업무|담당업무|자격요건|우대사항|지원자격|근무지역|근무조건|복리후생|모집부문|전형절차|지원하기|입사지원)$/u;

/** A page on the state of things tells of what was. */
const STATUS_PAGE = /모든(시스템|서비스)(이|가)?정상|allsystems(are)?(operational|normal)/u;
/** One row for each part of the service. */
const STATUS_ROW = /^.{2,12}[●:✔]?(정상|operational)(?![가-힣])/u;
const STATUS_ROWS = 3;

export function isArticle(title: Passage, body: Passage): boolean {
  if (STATUS_PAGE.test(body.squeezed)) return true;
  if (body.lines.filter((line) => STATUS_ROW.test(line)).length >= STATUS_ROWS) return true;
  if (body.lines.filter((line) => JOB_HEADING.test(line)).length >= 2) return true;
  if (ARTICLE_TITLE.test(title.squeezed)) return true;
  const lines = body.lines.filter((line) => line.length > MENU_LENGTH || /[\d?]|요$/u.test(line));
  const text = [title.squeezed, ...lines].join('\n');
  return ARTICLE_SIGNS.filter((sign) => sign.test(text)).length >= SIGNS_NEEDED;
}
