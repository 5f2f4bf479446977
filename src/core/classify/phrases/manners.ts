import { type Phrase, phrase } from '#core/classify/phrase';

/** Texts beside an apology: polite phrases, advice and labels. */
export const MANNERS: readonly Phrase[] = [
  phrase({
    rule: 'inconvenience',
    weight: 1,
    ko: [
      {
        name: 'inconvenience',
        is: '이용에 불편을 드려',
        not: '불편 신고 접수',
        any: [/불편(을|이)?(드려|끼쳐|드린|드리게|겪)/u],
      },
    ],
    source: 'seen on Korean portals: apology notice',
  }),
  phrase({
    rule: 'trouble-is',
    weight: 1,
    ko: [
      {
        name: 'because-of-trouble',
        is: '서버 장애로 인해',
        not: '장애 유형',
        any: [/(오류|에러|장애)(입니다|로(인|인해|인하여|인한)|때문)/u],
      },
    ],
    source: 'apologies that public portals send with HTTP 200',
  }),
  phrase({
    rule: 'sorry',
    weight: 0.5,
    ko: [
      {
        name: 'apology',
        is: '대단히 죄송합니다',
        not: '감사합니다',
        any: [/죄송|사과(드|말씀)|양해/u],
      },
    ],
    source: 'apologies that public portals send with HTTP 200',
  }),
  phrase({
    rule: 'come-back-later',
    weight: 0.75,
    ko: [
      {
        name: 'later-again',
        is: '잠시 후 다시 시도해 주십시오',
        not: '잠시만 시간을 내 주세요',
        any: [
          /(잠시|나중에|조금|잠깐)(만)?(후|뒤|있다가)?(에)?.{0,6}(다시|재)?(시도|이용|접속|방문|기다|찾아)/u,
        ],
      },
    ],
    en: [
      {
        name: 'later-again',
        is: 'Please try again later',
        not: 'Try it now',
        any: [/(try|come|check) (again|back) (later|soon|in )/u],
      },
    ],
    source: 'apologies that public portals send with HTTP 200',
  }),
  phrase({
    rule: 'ask-the-keeper',
    weight: 0.5,
    ko: [
      {
        name: 'ask-somebody',
        is: '관리자에게 문의하세요',
        not: '관리자 로그인',
        any: [
          /(관리자|담당자|고객센터|운영자|헬프데스크|콜센터|담당부서)(에게|에|로|께)?(문의|연락|신고)/u,
        ],
      },
    ],
    source: 'apologies that public portals send with HTTP 200',
  }),
  phrase({
    rule: 'error-code',
    weight: 1,
    ko: [
      {
        name: 'code-in-brackets',
        is: '[ERR-1024] 처리 실패',
        not: '[공지] 안내',
        any: [/\[[a-z]{2,6}[-_]?\d{3,}\]/u],
      },
      {
        name: 'code-with-name',
        is: '오류 코드: E500',
        not: '오류 코드 안내',
        any: [/(오류|에러|error)(코드|번호|내용|메시지)[:：]?\(?[a-z]?[-_]?\w*\d/u],
      },
      { name: 'code-constant', is: 'ERR_TIMEOUT_1', not: 'ERR', any: [/err_[a-z]+_?\d/u] },
      {
        name: 'bare-word',
        is: '시스템 오류 안내',
        not: '오류 신고하기',
        any: [
          /^(시스템|서비스|서버)?(오류|에러|장애|error)(안내|페이지|발생|화면|메시지)?([-|].*)?$/u,
        ],
      },
    ],
    source: 'heuristic',
  }),
  phrase({
    rule: 'error-title',
    weight: 0.9,
    only: 'title',
    ko: [
      {
        name: 'error-word',
        is: '에러 페이지',
        not: '에러율 통계',
        any: [
          /(오류|에러|장애|error)((?![가-힣])|안내|페이지|발생|화면|공지|알림|메시지|가|이발|입니다|중|로(인|$))/u,
        ],
      },
      {
        name: 'use-impossible',
        is: '접속 불가',
        not: '접속 안내',
        any: [/(이용|접속)(불가|장애)/u],
      },
      { name: 'service-impossible', is: '서비스 불가', not: '서비스 소개', any: [/서비스불가/u] },
      { name: 'problem', is: '문제 발생', not: '문제 은행', any: [/문제발생/u] },
      { name: 'failure', is: '처리 실패', not: '처리 완료', any: [/실패/u] },
    ],
    source: 'heuristic',
  }),
];
