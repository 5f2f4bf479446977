import { chain, either } from '#core/classify/part';
import { type Phrase, phrase } from '#core/classify/phrase';

/** Korean texts of refusals. */
export const KOREAN_REFUSALS: readonly Phrase[] = [
  phrase({
    rule: 'remote-control',
    weight: 2.5,
    ko: [
      {
        name: 'program-runs',
        is: '원격제어 프로그램이 실행되고 있어 접속을 중단합니다',
        not: '원격지원 프로그램 내려받기',
        any: [
          /(원격(제어|접속|조종|지원)?|매크로|화면공유)(프로그램|도구|앱)?(이|을|의)?[^.]{0,12}(실행|사용|감지|탐지|발견)[^.]{0,16}(중단|종료|차단|제한|끝내|이용하실수없)/u,
        ],
      },
    ],
    source: 'heuristic: banks and portals refuse remote-control programs',
  }),
  phrase({
    rule: 'wrong-access',
    weight: 2,
    ko: [
      {
        name: 'wrong-way-in',
        is: '비정상적인 접근이 감지되었습니다',
        not: '정상 운영 중입니다',
        any: [
          chain(
            /(비정상적인?|정상적인|올바른|잘못된|허용되지않은|허가되지않은|비인가|불법적인?|유효하지않은|부적절한)/u,
            /(접근|접속|경로|요청|방법|트래픽|행위)(방식)?(이|은|을|으로|로|가)?/u,
            either(
              /(접근|접속|요청|이용)(하셨|하였|했|되었)|아닙|아니|보안|다시|감지|탐지|차단|제한|확인|의심|입니다|하셨|하였|했/u,
              /(접근|접속|이용)(하시기|하여주|해주|하십)/u,
            ),
          ),
        ],
      },
    ],
    source: 'seen on Korean portals: wrong access, IP block',
  }),
  phrase({
    rule: 'cut-off',
    weight: 2,
    ko: [
      {
        name: 'access-cut',
        is: '접속이 차단되었습니다',
        not: '접속이 완료되었습니다',
        any: [
          chain(
            /(접속|접근|엑세스|액세스|요청|ip|연결|이용|트래픽)(이|을|은|는|가)?(일시|강제|자동|영구|보안상)?(적으로)?(차단|거부)/u,
            /(되었|됐|되었습|하였|했|중|안내|되어)/u,
          ),
        ],
      },
      {
        name: 'access-forbidden',
        is: '접근이 금지되었습니다',
        not: '접근이 쉽습니다',
        any: [
          /(접근|접속|출입)(이|을|은)?((금지|제한)(되었|되어|된|중|하고|하였)|허용(되지|하지)않)/u,
        ],
      },
      {
        name: 'of-registered-devices',
        is: '등록되지 않은 단말기입니다',
        not: '등록된 단말기입니다',
        any: [/(등록|허가|승인|인가)(되지않은|안된)(pc|컴퓨터|단말|기기|장비|네트워크|ip)/u],
      },
      {
        name: 'of-an-inner-network',
        is: '내부망 사용자만 이용 가능한 시스템입니다',
        not: '내부망 안내',
        any: [
          /(내부망|행정망|업무망|사내망|사내|교내|원내)(사용자|이용자|네트워크|망)?(에서)?(만|에한해|에한하여)(접속|이용|접근|사용)/u,
        ],
      },
      {
        name: 'address-cut',
        is: 'IP는 관리자에 의해 차단된',
        not: 'IP 주소 확인',
        any: [/ip(는|가|주소는)?.{0,10}(제한된|차단된|거부된)/u],
      },
      {
        name: 'firewall-cut',
        is: '보안정책에 의해 차단되었습니다',
        not: '보안정책 안내',
        any: [
          chain(
            /(방화벽|보안정책|보안장비|보안솔루션)(에|으로|상)?(의하여|의해|따라|위배|위반)?.{0,12}/u,
            /((차단|거부|제한)(되|된|하였|했|합|중)|허용되지)/u,
          ),
        ],
      },
    ],
    source: 'seen on Korean portals: IP block, WAF',
  }),
  phrase({
    rule: 'refused-by-rule',
    weight: 2,
    ko: [
      {
        name: 'by-rule',
        is: '정책에 의해 제한되었습니다',
        not: '정책에 의해 지원됩니다',
        any: [
          chain(
            /(정책|규칙|보안|관리자|방화벽|시스템)(에|에의해|에따라|에의하여|상|으로|이유로|상의이유로|위반으로)(자동)?(차단|거부|거절|제한)/u,
            /(되었|됐|됩니다|된)/u,
          ),
        ],
      },
      {
        name: 'only-allowed',
        is: '허용된 IP에서만 접속',
        not: '허용된 범위',
        any: [
          /(허용|허가|등록|인가)(된|받은)(네트워크|ip|아이피|사용자|단말|대역|pc|장소|기기|국가)(에서|만|에만|에서만)/u,
        ],
      },
      {
        name: 'only-inside',
        is: '내부망에서만 접속',
        not: '내부망 구축',
        any: [/(내부망|사내망|업무망|국내|행정망)(에서만|에서의)(접속|이용|접근)/u],
      },
    ],
    source: 'heuristic',
  }),
  phrase({
    rule: 'no-right',
    weight: 2,
    ko: [
      {
        name: 'no-right',
        is: '접근 권한이 없습니다',
        not: '접근 권한 신청',
        any: [
          /(?<!할)권한이?없(습|는계정|는사용자|음|어)|(접근|접속|열람|사용|이용)(할)?권한이?없/u,
        ],
      },
      {
        name: 'keepers-only',
        is: '관리자만 접근할 수 있습니다',
        not: '관리자 로그인',
        any: [/관리자만.{0,12}(접근|접속|이용)/u],
      },
      {
        name: 'threat-found',
        is: '악성 요청이 탐지되었습니다',
        not: '악성 민원 대응',
        any: [
          /(유해한?|공격성|위험한|해킹|악성|불법)(의심)?(요청|접근|접속|트래픽|시도|침입)(이|가|으로|을|를)?(탐지|감지|차단|판단|의심)/u,
          /공격(이|으로|을)?(탐지|감지|판단|차단|의심)|(탐지|감지|의심)(되어|되는|하여).{0,10}차단(?!됩니다|합니다)/u,
        ],
      },
    ],
    source: 'heuristic',
  }),
  phrase({
    rule: 'web-firewall',
    weight: 1.5,
    ko: [
      {
        name: 'guard-named',
        is: '웹 방화벽',
        not: '산불 방화선',
        any: [/웹(애플리케이션)?방화벽|웹보안|보안정책상|침입(차단|방지|탐지)/u],
      },
    ],
    source: 'heuristic',
  }),
  phrase({
    rule: 'too-many-requests',
    weight: 2,
    ko: [
      {
        name: 'too-much',
        is: '과도한 요청',
        not: '간단한 요청',
        any: [
          /(과도한|과다한|너무많은|반복적인|지나치게많은|비정상적으로많은)(요청|접속|접근|트래픽|조회)/u,
        ],
      },
    ],
    en: [
      {
        name: 'too-much',
        is: 'Too many requests',
        not: 'Many requests',
        any: [/too many requests|rate limit(ed)?( exceeded)?/u],
      },
    ],
    source: 'heuristic',
  }),
  phrase({
    rule: 'from-abroad',
    weight: 2,
    ko: [
      {
        name: 'abroad',
        is: '해외에서는 이용하실 수 없습니다',
        not: '해외 취업 지원',
        any: [
          chain(
            /(해외|국외|외국(?!인))(에서는|에서|ip|에서의|아이피|접속|ip에서의|ip의)*.{0,20}/u,
            /(차단|제한|허용하지|불가|(이용|접속|접근|로그인|사용)(하실|할)수없)/u,
          ),
        ],
      },
    ],
    source: 'seen on Korean portals',
  }),
  phrase({
    rule: 'robot-check',
    weight: 2,
    ko: [
      { name: 'not-a-robot', is: '로봇이 아닙니다', not: '로봇 산업', any: [/로봇이(아닙|아님)/u] },
      {
        name: 'automation',
        is: '매크로 사용이 의심',
        not: '자동 저장',
        any: [
          /자동화(된)?(접근|접속|요청|프로그램|도구|방법)|자동접속(방지|프로그램|차단|의심)|매크로(사용|접속|의심|프로그램)/u,
        ],
      },
      {
        name: 'is-it-a-person',
        is: '사람인지 확인합니다',
        not: '사람을 찾습니다',
        any: [/사람(인지|이맞는지|이접속).{0,12}(확인|검증)/u],
      },
      {
        name: 'browser-checked',
        is: '브라우저를 확인하고 있습니다',
        not: '브라우저 추천',
        any: [/(브라우저|방문자|접속자)(를|가)?(안전한지)?확인(하고|중)/u],
      },
      {
        name: 'letters-to-type',
        is: '보안문자를 입력하세요',
        not: '문자를 보내세요',
        any: [/(보안|자동입력방지|자동등록방지)문자를?.{0,6}입력|정상적인이용자인지/u],
      },
    ],
    source: 'seen on Korean portals',
  }),
];
