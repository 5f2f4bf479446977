import { chain, type Part, patternOf } from '#core/classify/part';
import { RULE } from '#core/classify/rule-parts';

const FAILURE = /오류|장애(?!인)|에러|이상으로|이상이/u;
const WORK = /점검|(?<!복구)작업|공사|교체|증설|업그레이드|개편|개선|maintenance|upgrad/u;

/** "서비스를 중단합니다" because of a failure is not planned work. */
function isUnplanned(text: string): boolean {
  return FAILURE.test(text) && !WORK.test(text);
}

/** A status page mentions past work. */
const RUNS = /정상(적으로)?(운영|가동|작동|서비스|이용)(중|되고있|하고있)/u;

/** Work on buildings and other things that are not computers does not stop this service. */
export const BUILDINGS: readonly Part[] = [
  {
    name: 'traffic',
    is: '도로 통행',
    not: '홈페이지',
    any: [/주차|도로|차량|휴관|열차|선로|철도|여객선/u],
  },
  { name: 'air', is: '항공권', not: '홈페이지', any: [/항공/u] },
  {
    name: 'supply',
    is: '정전 안내',
    not: '서버 안내',
    any: [/설비|정비소|전기공급|전력|단전|정전|가스|수돗물|청사/u],
  },
  { name: 'house', is: '승강기 점검', not: '서버 점검', any: [/건물|승강기|엘리베이터|단수/u] },
  {
    name: 'public-places',
    is: '수영장 휴장',
    not: '서버 점검',
    any: [/버스|지하철|수영장|열람실|체육관|교량|통행/u],
  },
];
const BUILDING = patternOf(BUILDINGS, 'gu');
const ONLINE = /서비스|시스템|홈페이지|사이트|누리집|접속|로그인|포털|전산|서버|온라인|업무/gu;

/** Words of a program's failure. It counts on any page, also on the page of an airport. */
const OF_PROGRAMS = /오류|에러|error|장애(가|로)|서버|데이터|화면|페이지|불러/u;

function isOfBuildings(text: string): boolean {
  const [real, online] = [BUILDING, ONLINE].map((words) => text.match(words)?.length ?? 0);
  return (real ?? 0) > (online ?? 0) && !OF_PROGRAMS.test(text);
}

/** Work named beside a failure is what failed, unless the text gives the hours of the work. */
const HOURS = /점검(중|시간|일시|기간|작업)|작업(시간|일시|기간)/u;

/** Like `isNoPlannedWork`, for words that do not name work by themselves. */
export function isFailedWork(text: string): boolean {
  return isNoPlannedWork(text) || (FAILURE.test(text) && !HOURS.test(text));
}

export function isNoPlannedWork(text: string): boolean {
  return (
    isUnplanned(text) ||
    ONE_FUNCTION.test(text) ||
    WORK_OVER.test(text) ||
    FOREIGN_OVER.test(text) ||
    RUNS.test(text) ||
    isOfBuildings(text)
  );
}

/** "현재는 정상 운영되고 있습니다": words that follow an outage, not words of an outage. */
export const OVER_PARTS: readonly Part[] = [
  {
    name: 'work-over',
    is: '정기점검이 완료되었습니다',
    not: '점검이 완료되면 이용하실 수 있습니다',
    any: [
      /(점검|작업)(이|을|가)?((?!오류|장애|실패)[^.]){0,14}(완료|종료)(되었|하였|됐|되어.{0,12}정상)|점검시간이아닙니다/u,
      /(maintenance|upgrade)(has|have|was|is)(been)?(now)?(completed|finished|over)/u,
    ],
  },
  {
    name: 'works-again',
    is: '현재 정상 운영되고 있습니다',
    not: '복구 후 정상 이용 가능합니다',
    any: [
      chain(
        /(?<!(대로|후|후에|이후|부터|면).{0,4})(정상|원활)(화|히|하게|적으로)?(된상태로)?(운영|이용|제공|서비스|처리|접속)?/u,
        /(되고있|되었|중입|가능합|이가능합|하실수있|하고있)/u,
      ),
    ],
  },
  {
    name: 'works-as-ever',
    is: '누리집은 평소처럼 이용하실 수 있으니',
    not: '평소보다 오래 걸립니다',
    any: [
      /(누리집|홈페이지|사이트|온라인|앱)[^.]{0,14}(평소|그대로|정상)(처럼|와같이|대로)?(이용|신청|사용)[^.]{0,6}(수있|가능)/u,
    ],
  },
  {
    name: 'no-trouble',
    is: '이용에 지장이 없습니다',
    not: '이용에 지장이 있습니다',
    any: [/이용에(문제|지장)(가|이)없/u],
  },
  {
    name: 'repaired',
    is: '장애가 복구되었습니다',
    not: '장애를 복구하고 있습니다',
    any: [/(복구|해결|조치|정상화)(가|이)?(완료)?(되었|됐|완료|하였습)/u],
  },
];
/** Finished works, in the languages of the EPS portal. */
export const FOREIGN_OVER_PARTS: readonly Part[] = [
  {
    name: 'finished',
    is: 'Технические работы завершены',
    not: 'Ведутся технические работы',
    any: [
      /устран[её]н|восстановлен|khắcphục|đãkhôiphục|已修复|已修復|diatasi|pulih|แก้ไขแล้ว/u,
      /заверш|закончен|hoànthành|đãxong|已完成|已结束|已恢复|selesai|เสร็จ|สิ้นสุด|tapos|дууссан|tugadi/u,
      /完了|終了|সম্পন্ন|সমাপ্ত|सम्पन्न|مکمل|ပြီးဆုံး|បានបញ្ចប់/u,
    ],
  },
];
const FOREIGN_OVER = patternOf(FOREIGN_OVER_PARTS);
/** Work on something else that only disables one function. */
const ONE_FUNCTION = patternOf(RULE.filter(({ name }) => name === 'only-this'));
const OVER = patternOf(OVER_PARTS);
const WORK_OVER = patternOf(OVER_PARTS.slice(0, 1));

/** Something else works as ever; this does not. */
export const STILL_DOWN_PARTS: readonly Part[] = [
  {
    name: 'for-now',
    is: '증명서 발급을 당분간 하실 수 없습니다',
    not: '지금 이용하실 수 있습니다',
    any: [
      chain(
        /(당분간|현재|지금)(은|는)?[^.]{0,40}/u,
        /(수없습니다|수없어요|않습니다|불가(능)?합니다|막혀|멈춰|중단된상태)/u,
      ),
    ],
  },
];
const STILL_DOWN = patternOf(STILL_DOWN_PARTS);

function isOver(text: string): boolean {
  return (OVER.test(text) && !STILL_DOWN.test(text)) || FOREIGN_OVER.test(text);
}

const DRIVER =
  /accessdeniedforuser|oledb|80004005|(mysqli?|pdo|pg)_?connect|odbc.{0,12}driver|교착상태/u;

/** Drivers use the same words when they refuse connections and logins of programs. */
export function isProgramText(text: string): boolean {
  return (
    /sqlexception|sqlclient|\b(ora|jdbc|tbr|tns)-\d|dbnetlib|hy000/u.test(text) || DRIVER.test(text)
  );
}

/** An HTTP status with its name, as in a list of statuses. "450명 모집" is a number. */
const LISTED_STATUS = new RegExp(
  '(?<![\\d:/-]|\\d[.,])[45]\\d\\d[:-]?' +
    '(bad(request|gateway)|unauthori|forbidden|notfound|methodnot|(request|gateway)time|conflict|' +
    'gone|toomany|internalserver|notimpl|serviceunavail|payload|unprocess)',
  'gu',
);
const LEAST_STATUSES = 3;
/** The beginning of a log line. */
const LOG_LINE = /\d\d:\d\d:\d\d[.,]?\d{0,6}z?[[(]?(error|warn|info|debug|fatal|trace)/gu;
const LEAST_LOG_LINES = 2;

/** What was done, line by line with its time. */
const HISTORY = /(호출|접속|처리|전송|수집|작업|실행|연계|배치)(이력|로그|기록|내역|현황)/u;
const LEAST_TIMES = 3;

/** What a page in trouble says to its visitor, apart from the lines of its program. */
const OWN_TROUBLE = /죄송|송구|불편을|오류가발생(하였|했|됐)|관리자에게|sorry|apologi[sz]e/u;

/** An error reference or a log viewer shows errors that are not its own. */
export function isRecord(text: string): boolean {
  if (OWN_TROUBLE.test(text)) return false;
  const statuses = new Set(text.match(LISTED_STATUS)?.map((code) => code.slice(0, 3)));
  const lines = text.match(LOG_LINE)?.length ?? 0;
  const times = HISTORY.test(text) ? (text.match(/\d\d:\d\d:\d\d/gu)?.length ?? 0) : 0;
  if (times >= LEAST_TIMES) return true;
  return statuses.size >= LEAST_STATUSES || lines >= LEAST_LOG_LINES;
}

/** A chatbot that asks the visitor to say it again. */
const NOT_UNDERSTOOD = /이해하지못|알아듣지못/u;

/** The visitor's browser is what the page does not work with. */
const OLD_BROWSER =
  /(이|않는|현재|쓰시는|사용중인)브라우저(에서|로)는|(자바스크립트|javascript|쿠키)(를|을)(켜|허용|사용)/u;

/** Trouble that is over, or not of this service. */
export function isElsewhere(text: string): boolean {
  return (
    isOver(text) ||
    isRecord(text) ||
    NOT_UNDERSTOOD.test(text) ||
    OLD_BROWSER.test(text) ||
    ONE_FUNCTION.test(text) ||
    isOfBuildings(text) ||
    isOfPeople(text)
  );
}

/** 장애 also means disability. */
const DISABILITY =
  /장애(인|등급|정도|연금|수당|유형|심사|판정)|(시각|청각|지체|발달|중증|경증|지적|언어)장애/gu;
const OF_SYSTEMS = /(접속|시스템|전산|통신|서버|서비스|네트워크)장애|오류|에러/u;

function isOfPeople(text: string): boolean {
  return (text.match(DISABILITY)?.length ?? 0) > 1 && !OF_SYSTEMS.test(text);
}

/** A page that mentions a possible error, or asks visitors to come back, has not moved. */
export function mayBeTrouble(text: string): boolean {
  return FAILURE.test(text) || /일시적|잠시후|점검/u.test(text);
}
