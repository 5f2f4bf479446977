import type { Phrase } from '#core/classify/phrase-weight';

const HEURISTIC = 'heuristic';

/** The service, or something before it, refuses this client: it may serve everyone else. */
export const BLOCKED_PHRASES: readonly Phrase[] = [
  {
    rule: 'waf-page',
    weight: 3,
    en: /contrary to the web firewall security policies|the requested url was rejected|your support id is|incapsula incident id|sorry, you have been blocked|attention required! \| cloudflare|access denied.{0,80}(on this server|reference #)|blocked by .{0,30}(firewall|security|policy|waf)|web application firewall|\b(ai)?waf\b|wapples|webknight|naxsi|mod_security|service block!!|page (is |has been |was )?blocked|attack id|^(403 )?forbidden\b|you don't have permission to access|request (has been |was )?(blocked|rejected|denied)|^(error: )?access (denied|blocked|restricted)|(blocked|denied|refused|rejected|restricted) (for|due to) (\w+ )?(security|suspicious|policy|violation)|access( to \w+)? (has been|is|was) (\w+ )?(blocked|denied|restricted|limited|refused)|(detected|noticed) (unusual|suspicious|abnormal) (activity|traffic|requests)|your (request|ip|access|connection)( address)? (has been|was|is) (\w+ )?(blocked|denied|refused|rejected|banned|restricted)/gu,
    source: 'reference 1.7 and 1.8; F5, Imperva, Cloudflare, Akamai block pages',
  },
  {
    rule: 'bot-interstitial',
    weight: 3,
    en: /^just a moment|checking (your browser before|if the site|the security)|verify(ing)? (that )?you are (not )?(a )?(human|bot|robot)|are you a robot|i'm not a robot|unusual traffic from your|think(s)? you('re| are| were) a (ro)?bot|enable javascript and cookies to continue|ddos protection by|complete the (security check|captcha)|(make sure|confirm|prove) (that )?you( are|'re) (not a (ro)?bot|human|a (real )?person)/gu,
    source: 'reference 0.3: bot interstitials; Cloudflare and others',
  },
  {
    rule: 'wrong-access',
    weight: 2,
    ko: /(비정상적인?|정상적인|올바른|잘못된|허용되지않은|허가되지않은|비인가|불법적인?|유효하지않은|부적절한)(접근|접속|경로|요청|방법|트래픽|행위)(방식)?(이|은|을|으로|로|가)?((접근|접속|요청|이용)(하셨|하였|했|되었)|아닙|아니|보안|다시|감지|탐지|차단|제한|확인|의심|입니다|하셨|하였|했|(접근|접속|이용)(하시기|하여주|해주|하십))/gu,
    source: 'reference 1.7 and 1.8: wrong access, IP block',
  },
  {
    rule: 'cut-off',
    weight: 2,
    ko: /(접속|접근|엑세스|액세스|요청|ip|연결|이용|트래픽)(이|을|은|는|가)?(일시|강제|자동|영구|보안상)?(적으로)?(차단|거부)(되었|됐|되었습|하였|했|중|안내|되어)|(접근|접속|출입)(이|을|은)?((금지|제한)(되었|되어|된|중|하고|하였)|허용(되지|하지)않)|ip(는|가|주소는)?.{0,10}(제한된|차단된|거부된)|(방화벽|보안정책|보안장비|보안솔루션)(에|으로|상)?(의하여|의해|따라|위배|위반)?.{0,12}((차단|거부|제한)(되|된|하였|했|합|중)|허용되지)/gu,
    source: 'reference 1.8: IP block, WAF',
  },
  {
    rule: 'refused-by-rule',
    weight: 2,
    ko: /(정책|규칙|보안|관리자|방화벽|시스템)(에|에의해|에따라|에의하여|상|으로|이유로|상의이유로|위반으로)(자동)?(차단|거부|거절|제한)(되었|됐|됩니다|된)|(허용|허가|등록|인가)(된|받은)(네트워크|ip|아이피|사용자|단말|대역|pc|장소|기기|국가)(에서|만|에만|에서만)|(내부망|사내망|업무망|국내|행정망)(에서만|에서의)(접속|이용|접근)/gu,
    source: HEURISTIC,
  },
  {
    rule: 'no-right',
    weight: 2,
    ko: /(?<!할)권한이?없(습|는계정|는사용자|음|어)|(접근|접속|열람|사용|이용)(할)?권한이?없|관리자만.{0,12}(접근|접속|이용)|(유해한?|공격성|위험한|해킹|악성|불법)(의심)?(요청|접근|접속|트래픽|시도|침입)(이|가|으로|을|를)?(탐지|감지|차단|판단|의심)|공격(이|으로|을)?(탐지|감지|판단|차단|의심)|(탐지|감지|의심)(되어|되는|하여).{0,10}차단(?!됩니다|합니다)/gu,
    source: HEURISTIC,
  },
  {
    rule: 'web-firewall',
    weight: 1.5,
    ko: /웹(애플리케이션)?방화벽|웹보안|보안정책상|침입(차단|방지|탐지)/gu,
    source: HEURISTIC,
  },
  {
    rule: 'too-many-requests',
    weight: 2,
    ko: /(과도한|과다한|너무많은|반복적인|지나치게많은|비정상적으로많은)(요청|접속|접근|트래픽|조회)/gu,
    en: /too many requests|rate limit(ed)?( exceeded)?/gu,
    source: HEURISTIC,
  },
  {
    rule: 'from-abroad',
    weight: 2,
    ko: /(해외|국외|외국)(에서는|에서|ip|에서의|아이피|접속|ip에서의|ip의)*.{0,20}(차단|제한|허용하지|불가|(이용|접속|접근|로그인|사용)(하실|할)수없)/gu,
    source: 'reference 1.9',
  },
  {
    rule: 'robot-check',
    weight: 2,
    ko: /로봇이(아닙|아님)|자동화(된)?(접근|접속|요청|프로그램|도구|방법)|자동접속(방지|프로그램|차단|의심)|매크로(사용|접속|의심|프로그램)|사람(인지|이맞는지|이접속).{0,12}(확인|검증)|(브라우저|방문자|접속자)(를|가)?(안전한지)?확인(하고|중)|(보안|자동입력방지|자동등록방지)문자를?.{0,6}입력|정상적인이용자인지/gu,
    source: 'reference 0.3',
  },
];

/** A queue in front of the service. */
export const QUEUE_PHRASES: readonly Phrase[] = [
  {
    rule: 'queue-netfunnel',
    weight: 3,
    ko: /접속대기중|예상대기시간|대기자가있습니다|재접속하시면대기시간|서비스로자동접속|순서가되면.{0,6}자동/gu,
    source: 'reference 1.7: NetFUNNEL texts',
  },
  {
    rule: 'queue-number',
    weight: 3,
    ko: /(대기(순번|순서|번호|인원|자수|자)|앞선대기(자|인원)?|내순서|나의순서)[:은는]?(약)?[\d,]+(번|명|$)?|앞에(약)?[\d,]+(명|분|팀)|대기열(을|에|로)?(발급|진입|입장|대기|들어)/gu,
    en: /(you are|you're) (now |currently )?(in line|in (the|a) (queue|waiting room))|(users?|people) (in line )?ahead|estimated wait( time)?|your (place|position|number) in (line|the queue)|waiting room|number [\d,]+ in (the|our) queue|you are in (the|a|our) (virtual )?queue/gu,
    source: 'heuristic; Queue-it and Cloudflare waiting rooms',
  },
  {
    rule: 'queue-crowd',
    weight: 2,
    ko: /(접속자|이용자|사용자|방문자)(가|수가)?(많아|몰려|증가하여|급증하여|폭주로|폭주하여).{0,16}대기/gu,
    source: 'reference 1.7',
  },
];

/** Numbers of people ahead, the surest first. */
export const PEOPLE_AHEAD: readonly RegExp[] = [
  /앞에(?:약)?([\d,]+)명/u,
  /앞선대기(?:자|인원|자수)?[:은는]?(?:약)?([\d,]+)명/u,
  /(?:대기|내|나의)(?:순번|순서|번호)[:은는]?(?:약)?([\d,]+)/u,
  /aheadofyou[:is]*([\d,]+)/u,
  /대기(?:인원|자수|자)[:은는]?(?:약)?([\d,]+)명/u,
  /([\d,]+)명(?:의대기자|이대기|대기)/u,
];

/** A healthy answer of another address: the page moved or the site merged. */
export const MOVED_PHRASES: readonly Phrase[] = [
  {
    rule: 'page-missing',
    weight: 2,
    ko: /(존재하지않는|없는|삭제된|찾을수없는|잘못된|유효하지않은)(웹)?(페이지|주소|url|경로|화면|게시물)|(페이지|주소|화면|url|파일|경로)(를|가|을|이|는|은)?(찾을수없|존재하지않|없습니다|삭제되|변경되었거나|이동되었거나|사라|(이동|변경|삭제)(하|되)(였|었)(거나|습))/gu,
    en: /(page|url|resource|file)( you( a|')re looking for| you requested| requested)?( was| is| could| can)?( ?not|n't)( be)? (found|exist|available)|page not found|no longer (exists|available|in (use|service))|(we|this (site|page)) (has|have|'ve) moved|moved permanently|404 error|error 404/gu,
    source: 'reference 1.8: missing',
  },
  {
    rule: 'site-merged',
    weight: 2,
    ko: /(으로|로)(통합|이전|변경|개편)(되었|됐|되어|하였|했|됩니다|합니다).{0,40}(이동|접속|이용|바로가기|연결)|(새로운|신규)(홈페이지|사이트|주소)(로|가)?(이동|변경|이전|오픈|안내)|(사이트|홈페이지|서비스|누리집|포털|운영)(가|는|을|를|이)?(이전|통합|종료|폐쇄|폐지|마쳤|마칩니다)(되었|되어|됐|하였|했|합니다|$)|(와|과|으로|로)(하나가|통합|합쳐)(되었|됐|됩니다|졌)|(에서|에서는)(새롭게)?만나(요|세요|보세요|실수)|더이상(운영|제공|서비스|지원|이용|사용)(되|하|할|하실)(지않|수없)|(사이트|홈페이지)(는|가)?.{0,16}종료(되었|됐|합니다)|(변경된|새|새로운|바뀐)(주소|홈페이지|사이트|도메인)(로|으로)(자동)?(이동|연결)|(새|새로운|다른)(주소|도메인|누리집|홈페이지|사이트)(로|으로)(이사|이전|옮|변경|이동|가기)|(도메인|주소)(은|는|이|가).{0,40}(으로|로)변경/gu,
    source: 'reference 1.2',
  },
  {
    rule: 'domain-parked',
    weight: 3,
    ko: /(도메인|호스팅)(은|는|이|을)?.{0,10}(판매|만료|구매|등록되지|연결되지)/gu,
    en: /(this )?domain (name )?(is|may be|has) (for sale|expired|parked)|buy this domain|domain parking/gu,
    source: HEURISTIC,
  },
];
