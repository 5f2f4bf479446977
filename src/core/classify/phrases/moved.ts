import { chain } from '#core/classify/part';
import { type Phrase, phrase } from '#core/classify/phrase';

/** A healthy answer of another address: the page moved or the site merged. */
export const MOVED_PHRASES: readonly Phrase[] = [
  phrase({
    rule: 'page-missing',
    weight: 2,
    ko: [
      {
        name: 'missing-page',
        is: '존재하지 않는 페이지입니다',
        not: '존재하는 페이지',
        any: [
          /((삭제|이동|변경)되었거나)?(존재하지않는|없는|삭제된|찾을수없는|잘못된|유효하지않은)(웹)?(페이지|주소|url|경로|화면|게시물|게시글|글)(입니다|이거나|$)?/u,
        ],
      },
      {
        name: 'page-gone',
        is: '페이지를 찾을 수 없습니다',
        not: '페이지를 찾았습니다',
        any: [
          /(해당|요청하신|찾으시는)(글|게시글|게시물|문서|자료)(을|를|이|은|는)?(찾을수없|존재하지않|삭제되)/u,
          chain(
            /(페이지|주소|화면|url|파일|경로)(를|가|을|이|는|은)?/u,
            /(찾을수없|존재하지않|없습니다|삭제되|변경되었거나|이동되었거나|사라|(이동|변경|삭제)(하|되)(였|었)(거나|습))/u,
          ),
        ],
      },
    ],
    en: [
      {
        name: 'page-gone',
        is: 'The page you requested was not found',
        not: 'The page is found',
        any: [
          chain(
            /(page|url|resource|file)( you( a|')re looking for| you requested| requested)?/u,
            /( was| is| could| can)?( ?not|n't)( be)? (found|exist|available)/u,
          ),
        ],
      },
      {
        name: 'gone-for-good',
        is: 'This site has moved',
        not: 'This sofa was moved',
        any: [
          /page not found|no longer (exists|available|in (use|service))/u,
          /(we|this (site|page)) (has|have|'ve) moved/u,
        ],
      },
      {
        name: 'status-404',
        is: '404 error',
        not: 'room 404',
        any: [/moved permanently|404 error|error 404/u],
      },
    ],
    source: 'seen on Korean portals: missing',
  }),
  phrase({
    rule: 'site-merged',
    weight: 2,
    ko: [
      {
        name: 'merged-into',
        is: '고용24로 통합되어 이동합니다',
        not: '고용24로 접속하세요',
        any: [
          /(으로|로)(통합|이전|변경|개편)(되었|됐|되어|하였|했|됩니다|합니다).{0,40}(이동|접속|이용|바로가기|연결)/u,
        ],
      },
      {
        name: 'new-address',
        is: '새로운 홈페이지로 이동',
        not: '새로운 소식',
        any: [/(새로운|신규)(홈페이지|사이트|주소)(로|가)?(이동|변경|이전|오픈|안내)/u],
      },
      {
        name: 'site-ended',
        is: '사이트가 종료되었습니다',
        not: '사이트가 열렸습니다',
        any: [
          chain(
            /(사이트|홈페이지|서비스|누리집|포털|운영)(가|는|을|를|이)?(이전|통합|종료|폐쇄|폐지|마쳤|마칩니다)/u,
            /(되었|되어|됐|하였|했|합니다|$)/u,
          ),
        ],
      },
      {
        name: 'became-one',
        is: '고용24와 하나가 되었습니다',
        not: '고용24와 함께',
        any: [/(와|과|으로|로)(하나가|통합|합쳐)(되었|됐|됩니다|졌)/u],
      },
      {
        name: 'meet-there',
        is: '고용24에서 만나요',
        not: '다음에 만나요',
        any: [/(에서|에서는)(새롭게)?만나(요|세요|보세요|실수)/u],
      },
      {
        name: 'no-longer',
        is: '더 이상 운영하지 않습니다',
        not: '더 많은 운영',
        any: [/더이상(운영|제공|서비스|지원|이용|사용)(되|하|할|하실)(지않|수없)/u],
      },
      {
        name: 'site-closed',
        is: '홈페이지는 이달 말 종료되었습니다',
        not: '홈페이지는 편리합니다',
        any: [/(사이트|홈페이지)(는|가)?.{0,16}종료(되었|됐|합니다)/u],
      },
      {
        name: 'leads-on',
        is: '새로운 주소로 이동합니다',
        not: '새로운 주소 등록',
        any: [
          /(변경된|새|새로운|바뀐)(주소|홈페이지|사이트|도메인)(로|으로)(자동)?(이동|연결)/u,
          /(새|새로운|다른)(주소|도메인|누리집|홈페이지|사이트)(로|으로)(이사|이전|옮|변경|이동|가기)/u,
        ],
      },
      {
        name: 'domain-changed',
        is: '도메인이 work24.go.kr로 변경',
        not: '도메인이 궁금하세요',
        any: [/(도메인|주소)(은|는|이|가).{0,40}(으로|로)변경/u],
      },
    ],
    source: 'seen on Korean portals',
  }),
  phrase({
    rule: 'domain-parked',
    weight: 3,
    ko: [
      {
        name: 'for-sale',
        is: '도메인이 만료되었습니다',
        not: '도메인 안내',
        any: [/(도메인|호스팅)(은|는|이|을)?.{0,10}(판매|만료|구매|등록되지|연결되지)/u],
      },
    ],
    en: [
      {
        name: 'for-sale',
        is: 'This domain is for sale',
        not: 'This house is for sale',
        any: [
          /(this )?domain (name )?(is|may be|has) (for sale|expired|parked)/u,
          /buy this domain|domain parking/u,
        ],
      },
    ],
    source: 'heuristic',
  }),
];
