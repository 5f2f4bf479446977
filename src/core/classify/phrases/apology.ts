import { chain, either } from '#core/classify/part';
import { type Phrase, phrase } from '#core/classify/phrase';

/** Apologies of an application in Korean. */
export const KOREAN_APOLOGIES: readonly Phrase[] = [
  phrase({
    rule: 'trouble-happened',
    weight: 2,
    ko: [
      {
        name: 'trouble-occurs',
        is: '일시적인 오류가 발생하였습니다',
        not: '오류가 없습니다',
        any: [
          chain(
            /(오류|에러|문제|장애|예외|이상|error)(가|이)?(일시적으로)?/u,
            either(
              /발생|생겼|생겨|있었|있습니다|있어|있네|중(입니다|이오니)|났|나타났|일어났|발견되|감지되|확인되/u,
              /(계속|지속적으로|자꾸)?(반복|계속|지속)(되고|됩니다)/u,
            ),
            /(하였|했|되었|됐|습|어|하여|한|으|해|중)?/u,
          ),
        ],
      },
      {
        name: 'error-answer',
        is: '서버로부터 오류 응답을 받았습니다',
        not: '정상 응답을 받았습니다',
        any: [/(오류|에러|예외)응답을?(받|보)/u],
      },
      {
        name: 'not-foreseen',
        is: '예상하지 못한 문제',
        not: '예상한 결과',
        any: [/예(상|기)하지못한(상황|오류|문제)/u],
      },
      {
        name: 'unexpected',
        is: '예기치 않은 상황',
        not: '예기한 상황',
        any: [/예기치(못한|않은)/u],
      },
      {
        name: 'something-went-wrong',
        is: '무언가 잘못되었어요',
        not: '무언가 필요하신가요',
        any: [/(뭔가|무언가|무엇인가)(가)?잘못(되|됐)/u],
      },
    ],
    source: 'apologies that public portals send with HTTP 200',
  }),
  phrase({
    rule: 'trouble-named',
    weight: 1.2,
    ko: [
      {
        name: 'kind-of-trouble',
        is: '시스템 장애',
        not: '장애인 고용 장려금',
        any: [
          chain(
            /(일시적인|일시적|시스템|서버|내부적인|내부|서비스|통신|네트워크|전산|알수없는|예기치(못한|않은)|기술적인?)(의)?(서버|내부|시스템)?/u,
            /(오류|에러|장애|문제|이상)/u,
            /(?!인|우|물|알림|·|문의|신고|복구완료|를?미리|예측|대응|관리(?!자)|이력|유형|코드안내|없는|해결|등급|처리업|수정|분석)/u,
          ),
        ],
      },
    ],
    source: 'apologies that public portals send with HTTP 200',
  }),
  phrase({
    rule: 'cannot-be-used',
    weight: 2,
    ko: [
      {
        name: 'use-impossible',
        is: '서비스를 이용하실 수 없습니다',
        not: '서비스를 이용하실 수 있습니다',
        any: [
          chain(
            /(이용|접속|사용|처리|표시|제공|연결|실행|진행|로드|로딩|서비스|조회|응답|수행|완료|접근|가동|출력|발급|로그인|결제|저장|방문)/u,
            /(을|를|이)?(할|하실|될|되실|드릴)?수(가)?없(습니다|어요|음|는상태|으니|으며|는점)/u,
          ),
        ],
      },
      {
        name: 'for-the-time-being',
        is: '증명서 발급을 당분간 하실 수 없습니다',
        not: '증명서 발급을 하실 수 있습니다',
        any: [
          /(당분간|현재|지금|잠시|일시적으로)(?![^.!?]{0,24}(일부|제외))[^.!?]{0,24}(하실|할|받을|받으실)수(가)?없(습니다|어요|음)/u,
        ],
      },
      {
        name: 'page-impossible',
        is: '페이지를 불러올 수 없습니다',
        not: '페이지를 불러올 수 있습니다',
        any: [
          /(보여드릴|열|불러올|가져올|보실|볼|띄울|쓸|쓰실|들어오실|들어갈)수(가)?없(습니다|어요|음)/u,
        ],
      },
    ],
    source: 'apologies that public portals send with HTTP 200',
  }),
  phrase({
    rule: 'not-possible',
    weight: 1.2,
    ko: [
      {
        name: 'use-hard',
        is: '접속이 원활하지 않습니다',
        not: '접속이 원활합니다',
        any: [
          chain(
            /(이용|접속|사용|서비스|조회|신청|로그인|연결|업무|처리|진행|제공|운영)(하시기|하기)?(이|가|은|에|를)?/u,
            /(일시적으로|현재|잠시|매우)?/u,
            /(불가(?!대상)|어렵|어려|원활하지|원활치|불안정|지연되고|제한되고|중단되었|중단된|중지되었|멈|안되고|안됩니다)/u,
          ),
        ],
      },
      {
        name: 'does-not-work',
        is: '정상적으로 처리되지 않았습니다',
        not: '정상적으로 처리되었습니다',
        any: [
          chain(
            /(정상적으로|제대로)?(제공|작동|동작|접속|연결|처리|로그인|조회|발급|신청|출력|결제|이용|실행|표시|등록|인증|열리)(이|가)?(되)?/u,
            /지(않|못)(고|습|아|았|은|했)/u,
          ),
        ],
      },
      {
        name: 'unstable-parts',
        is: '불안정한 부분이 있을 수 있습니다',
        not: '안정적으로 운영됩니다',
        any: [/불안정한부분이있을수있습니다/u],
      },
    ],
    source: 'apologies that public portals send with HTTP 200',
  }),
  phrase({
    rule: 'did-not-manage',
    weight: 2,
    ko: [
      {
        name: 'could-not',
        is: '화면을 불러오지 못했습니다',
        not: '화면을 불러왔습니다',
        any: [
          /(?<!이해하|알아듣|받|(정보|결과|자료|내역|공고|과정|게시물|책)(를|을)찾)(?<=[가-힣])(지|지를)못(했|하였|하고|합니다|해죄)/u,
        ],
      },
      {
        name: 'not-properly',
        is: '제대로 저장되지 않았습니다',
        not: '제대로 저장되었습니다',
        any: [/(정상적으로|제대로).{0,8}(되|하)지(않|못)/u],
      },
      {
        name: 'failed-while',
        is: '데이터를 불러오는 중 오류',
        not: '데이터를 불러오는 중',
        any: [
          /(불러오|가져오|처리하|연결하|접속하)는(데|도중|중|과정)(에서?)?(실패|오류|문제|에러)/u,
        ],
      },
      {
        name: 'deed-failed',
        is: '서버 연결에 실패',
        not: '서버에 연결됨',
        any: [/(연결|접속|통신|조회|처리|요청|로드|로딩|호출|전송)(에|을|이|를)?실패/u],
      },
      {
        name: 'failed',
        is: '요청이 실패했습니다',
        not: '요청이 성공했습니다',
        any: [/실패(했|하였)(습|어)/u],
      },
      {
        name: 'request-refused',
        is: '요청이 거절되었습니다',
        not: '요청이 접수되었습니다',
        any: [/(요청|처리|응답)(이|가)?거절/u],
      },
    ],
    source: 'heuristic',
  }),
  phrase({
    rule: 'nothing-loads',
    weight: 4,
    ko: [
      {
        name: 'one-after-another',
        is: '과목을 불러오지 못했습니다. 공지를 불러오지 못했습니다.',
        not: '과목을 불러오지 못했습니다.',
        any: [
          /((불러오|가져오|읽어오|받아오|조회하|표시하)지못(했|하였)(?!으면|을때).{0,80}?){2}/u,
        ],
      },
      {
        name: 'one-failure-after-another',
        is: '데이터 로딩 실패 인기 훈련 데이터 로딩 실패',
        not: '데이터 로딩 실패',
        any: [
          /((로딩|로드|조회|불러오기)(에)?실패(?!하면|시).{0,60}?){2}/u,
          /((불러올|가져올|받아올|조회할|표시할|확인할|보여드릴)수없(습니다|어요).{0,60}?){2}/u,
        ],
      },
    ],
    source: 'heuristic: each card of a page asks for itself',
  }),
  phrase({
    rule: 'server-down',
    weight: 2,
    ko: [
      {
        name: 'server-down',
        is: '서버가 내려가 재기동하고 있습니다',
        not: '서버를 소개합니다',
        any: [
          /(서버|시스템|서비스)(가|이|를|을)(모두|전부)?(내려(가|갔|두었|져|진)|죽(었|은|어)|꺼(졌|져|진))/u,
          /(서버|시스템|서비스)(를|을)?(다시|재)(기동|시작|부팅|켜)(하고|하는|중|고있)/u,
        ],
      },
      {
        name: 'closed-by-hand',
        is: '로그인 기능을 잠시 닫아 두었습니다',
        not: '창을 닫아 주세요',
        any: [
          /(기능|서비스|로그인|접속|신청|예약|창구|메뉴)(을|를)?(잠시|임시로|일시적으로|당분간)?(닫|막|내려|꺼|멈춰)아?두었습니다/u,
        ],
      },
      {
        name: 'does-not-go',
        is: '지금 자료 검색이 안 됩니다',
        not: '이곳에 주차하면 안 됩니다',
        any: [
          /(지금|현재)(은|는)?[^.!?]{0,20}(검색|조회|신청|접속|로그인|예약|발급|이용|결제|접수|화면)(이|가|은|는|도)?(안(됩니다|돼요|되고|열립|열려)|막혔|막혀)/u,
        ],
      },
    ],
    source: 'heuristic',
  }),
  phrase({
    rule: 'server-silent',
    weight: 1.5,
    ko: [
      {
        name: 'server-silent',
        is: '서버가 응답하지 않습니다',
        not: '서버가 응답합니다',
        any: [
          chain(
            /(서버|서비스|시스템|호스트)(와의|와|에|의|로부터|에서|이|가)?(연결|응답|통신|접속)?(이|을|가|에)?/u,
            /(끊|응답하지|없습니다|없음|되지않|하지않)/u,
          ),
        ],
      },
    ],
    source: 'heuristic',
  }),
  phrase({
    rule: 'overloaded',
    weight: 1,
    ko: [
      {
        name: 'rush',
        is: '접속자 폭주',
        not: '접속자 현황',
        any: [/(접속|이용|사용자|접속자|트래픽)(량|자|가|이)*(폭주|급증|과다|과부하)/u],
      },
      {
        name: 'limit-passed',
        is: '트래픽을 초과',
        not: '트래픽 현황',
        any: [/(트래픽|접속량|전송량|사용량|접속자(수)?|세션수?)(을|를|이|가)?초과/u],
      },
      {
        name: 'server-busy',
        is: '서버가 매우 혼잡합니다',
        not: '도로가 매우 혼잡합니다',
        any: [/(서버|시스템|서비스)(가|이)(매우|많이|너무|현재)*(바쁩|바빠|혼잡|붐|포화)/u],
      },
      {
        name: 'too-many',
        is: '접속자가 너무 많습니다',
        not: '접속자가 적습니다',
        any: [/(접속자|이용자|사용자|요청|접속|이용량)(가|이|수가)?(너무|매우)?많(아|습)/u],
      },
    ],
    source: 'heuristic',
  }),
];
