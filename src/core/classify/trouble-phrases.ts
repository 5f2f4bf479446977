import type { Phrase } from '#core/classify/phrase-weight';

const HEURISTIC = 'heuristic';
const APOLOGY = 'reference 1.8, issue 3: generic apologies with HTTP 200';

/** The application excuses itself. */
export const APOLOGY_PHRASES: readonly Phrase[] = [
  {
    rule: 'trouble-happened',
    weight: 2,
    ko: /(오류|에러|문제|장애|예외|이상|error)(가|이)?(일시적으로)?(발생|생겼|생겨|있었|있습니다|있어|있네|중(입니다|이오니)|났|나타났|일어났|발견되|감지되|확인되|(계속|지속적으로|자꾸)?(반복|계속|지속)(되고|됩니다))(하였|했|되었|됐|습|어|하여|한|으|해|중)?|(오류|에러|예외)응답을?(받|보)|예(상|기)하지못한(상황|오류|문제)|예기치(못한|않은)|(뭔가|무언가|무엇인가)(가)?잘못(되|됐)/gu,
    source: APOLOGY,
  },
  {
    rule: 'trouble-named',
    weight: 1.2,
    ko: /(일시적인|일시적|시스템|서버|내부적인|내부|서비스|통신|네트워크|전산|알수없는|예기치(못한|않은)|기술적인?)(의)?(서버|내부|시스템)?(오류|에러|장애|문제|이상)(?!인|우|물|문의|신고|복구완료|를?미리|예측|대응|관리(?!자)|이력|유형|코드안내|없는|해결|등급|처리업|수정|분석)/gu,
    source: APOLOGY,
  },
  {
    rule: 'cannot-be-used',
    weight: 2,
    ko: /(이용|접속|사용|처리|표시|제공|연결|실행|진행|로드|로딩|서비스|조회|응답|수행|완료|접근|가동|출력|발급|로그인|결제|저장|방문)(을|를|이)?(할|하실|될|되실|드릴)?수(가)?없(습니다|어요|음|는상태|으니|으며|는점)|(보여드릴|열|불러올|가져올|보실|볼|띄울|쓸|쓰실|들어오실|들어갈)수(가)?없(습니다|어요|음)/gu,
    source: APOLOGY,
  },
  {
    rule: 'not-possible',
    weight: 1.2,
    ko: /(이용|접속|사용|서비스|조회|신청|로그인|연결|업무|처리|진행|제공|운영)(하시기|하기)?(이|가|은|에|를)?(일시적으로|현재|잠시|매우)?(불가(?!대상)|어렵|어려|원활하지|원활치|불안정|지연되고|제한되고|중단되었|중단된|중지되었|멈|안되고|안됩니다)|(정상적으로|제대로)?(제공|작동|동작|접속|연결|처리|로그인|조회|발급|신청|출력|결제|이용|실행|표시|등록|인증|열리)(이|가)?(되)?지(않|못)(고|습|아|았|은|했)|불안정한부분이있을수있습니다/gu,
    source: APOLOGY,
  },
  {
    rule: 'did-not-manage',
    weight: 2,
    ko: /[가-힣](지|지를)못(했|하였|하고|합니다|해죄)|(정상적으로|제대로).{0,8}(되|하)지(않|못)|(불러오|가져오|처리하|연결하|접속하)는(데|도중|중|과정)(에서?)?(실패|오류|문제|에러)|(연결|접속|통신|조회|처리|요청|로드|로딩|호출|전송)(에|을|이|를)?실패|실패(했|하였)(습|어)|(요청|처리|응답)(이|가)?거절/gu,
    source: HEURISTIC,
  },
  {
    rule: 'server-silent',
    weight: 1.5,
    ko: /(서버|서비스|시스템|호스트)(와의|와|에|의|로부터|에서|이|가)?(연결|응답|통신|접속)?(이|을|가|에)?(끊|응답하지|없습니다|없음|되지않|하지않)/gu,
    source: HEURISTIC,
  },
  {
    rule: 'overloaded',
    weight: 1,
    ko: /(접속|이용|사용자|접속자|트래픽)(량|자|가|이)*(폭주|급증|과다|과부하)|(트래픽|접속량|전송량|사용량|접속자(수)?|세션수?)(을|를|이|가)?초과|(서버|시스템|서비스)(가|이)(매우|많이|너무|현재)*(바쁩|바빠|혼잡|붐|포화)|(접속자|이용자|사용자|요청|접속|이용량)(가|이|수가)?(너무|매우)?많(아|습)/gu,
    source: HEURISTIC,
  },
  {
    rule: 'inconvenience',
    weight: 1,
    ko: /불편(을|이)?(드려|끼쳐|드린|드리게|겪)/gu,
    source: 'reference 1.8: apology notice',
  },
  {
    rule: 'trouble-is',
    weight: 1,
    ko: /(오류|에러|장애)(입니다|로(인|인해|인하여|인한)|때문)/gu,
    source: APOLOGY,
  },
  { rule: 'sorry', weight: 0.5, ko: /죄송|사과(드|말씀)|양해/gu, source: APOLOGY },
  {
    rule: 'come-back-later',
    weight: 0.75,
    ko: /(잠시|나중에|조금|잠깐)(만)?(후|뒤|있다가)?(에)?.{0,6}(다시|재)?(시도|이용|접속|방문|기다|찾아)/gu,
    en: /(try|come|check) (again|back) (later|soon|in )/gu,
    source: APOLOGY,
  },
  {
    rule: 'ask-the-keeper',
    weight: 0.5,
    ko: /(관리자|담당자|고객센터|운영자|헬프데스크|콜센터|담당부서)(에게|에|로|께)?(문의|연락|신고)/gu,
    source: APOLOGY,
  },
  {
    rule: 'error-code',
    weight: 1,
    ko: /\[[a-z]{2,6}[-_]?\d{3,}\]|(오류|에러|error)(코드|번호|내용|메시지)[:：]?\(?[a-z]?[-_]?\w*\d|err_[a-z]+_?\d|^(시스템|서비스|서버)?(오류|에러|장애|error)(안내|페이지|발생|화면|메시지)?([-|].*)?$/gu,
    source: HEURISTIC,
  },
  {
    rule: 'error-title',
    weight: 0.9,
    ko: /(오류|에러|장애|error)((?![가-힣])|안내|페이지|발생|화면|공지|알림|메시지|가|이발|입니다|중|로(인|$))|(이용|접속)(불가|장애)|서비스불가|문제발생|실패/gu,
    only: 'title',
    source: HEURISTIC,
  },
  {
    rule: 'english-apology',
    weight: 2,
    en: /(something|things?)('s| is| has| went| was)? (wrong|not right|gone wrong|broken|broke)|(encountered|hit|ran into|experiencing|having) (an?|some|the following) (\w+ ){0,3}(problem|error|snag|issue|glitch|failure|difficult\w+)|(can ?not|can't|could ?n['o]t|could not) (be )?(continued?|completed?|displayed?|shown?|loaded?|opened|connect(ed)?|process(ed)?|reached|served?|fulfil\w*)|(team|engineers|administrators?|staff) (has|have) been notified|service[^.]{0,30} (is|was) (not available|interrupted|disrupted|unavailable)|unexpected error|(an|unexpected|internal|server|application|system|unknown) error( has)? occur+ed|(is|are) (currently|temporarily) (unavailable|down|offline)|temporarily unavailable|(application|server|site|service) failed to respond|(bandwidth|resource|traffic) limit (is )?(exceeded|reached)|internal error\b|(unhandled|unknown|fatal) (exception|error)|out of memory|not available (at|right|for) (the moment|this time|now|this moment)|under (heavy|high|too much) (load|traffic)|(servers?|sites?|service) (is|are) (overloaded|too busy|not responding)|upstream (request )?time-?out|connection (was )?(timed out|reset|closed|aborted)|(is|are) (currently |temporarily )*(unable|not able) to|(unable|failed) to (process|complete|load|connect|fetch|reach|handle)|\b(is|are) (currently |right )?(down|offline)\b|(could|can) ?not be (served|displayed|processed|completed)|no (backend )?server (is )?available|no available (backend |upstream )?servers?|failure of server|connection (fail|refused|lost)|not responding|we('re| are) (experiencing|having) (some )?(technical|difficult|issue|problem|trouble)|out of (service|order)|system error\b|fatal error\b|an? (unexpected |unhandled )?exception (has )?occurred/gu,
    source: HEURISTIC,
  },
  {
    rule: 'english-error-label',
    weight: 1.3,
    en: /^error[:!]|network error|server error|request failed|experiencing an outage|problem on our (side|end)/gu,
    source: HEURISTIC,
  },
];

/** The application says that it waited in vain. */
export const TIMEOUT_PHRASES: readonly Phrase[] = [
  {
    rule: 'says-slow',
    weight: 2,
    ko: /(서버|시스템)?(의)?응답(이|속도가)(너무)?(느립|느려|늦|지연)|(시간|응답)(이|을)?(너무|많이)*오래걸(립|려|리고)/gu,
    source: 'reference 1.1: work24 after 100 s without an answer',
  },
  {
    rule: 'says-timed-out',
    weight: 2,
    ko: /(응답|요청|처리|연결|접속|대기|조회|통신|거래|업무|작업|실행)(대기)?(시간)(이|을)?(이)?(초과|경과)|타임아웃/gu,
    en: /(request|response|connection|operation|query|read) (has )?timed[ -]?out|request timeout|time-?out (expired|exceeded)|(deadline|time limit) exceeded/gu,
    source: HEURISTIC,
  },
];

/** Our own visit ended, not the service: says nothing either way. */
export const SESSION_END_PHRASES: readonly Phrase[] = [
  {
    rule: 'session-ended',
    weight: 2,
    ko: /세션(이|시간이)?(만료|종료되|끊|초과되)|(장시간|오랫동안|일정시간).{0,20}(로그아웃|접속이종료)|로그인(시간|세션)이?(만료|초과)/gu,
    en: /session (has )?(expired|timed out)/gu,
    source: HEURISTIC,
  },
];
