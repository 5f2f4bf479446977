import { type Phrase, phrase } from '#core/classify/phrase';

/** The application reports that it waited too long for an answer. */
export const TIMEOUT_PHRASES: readonly Phrase[] = [
  phrase({
    rule: 'says-slow',
    weight: 2,
    ko: [
      {
        name: 'answer-slow',
        is: '서버 응답이 느립니다',
        not: '서버 응답이 빠릅니다',
        any: [/(서버|시스템)?(의)?응답(이|속도가)(너무)?(느립|느려|늦|지연)/u],
      },
      {
        name: 'takes-long',
        is: '시간이 너무 오래 걸립니다',
        not: '시간이 조금 걸립니다',
        any: [/(시간|응답)(이|을)?(너무|많이)*오래걸(립|려|리고)/u],
      },
    ],
    source: 'seen on Korean portals: work24 after 100 s without an answer',
  }),
  phrase({
    rule: 'says-timed-out',
    weight: 2,
    ko: [
      {
        name: 'time-exceeded',
        is: '응답 시간이 초과되었습니다',
        not: '응답 시간 안내',
        any: [
          /(응답|요청|처리|연결|접속|대기|조회|통신|거래|업무|작업|실행)(대기)?(시간)(이|을)?(이)?(초과|경과)|타임아웃/u,
        ],
      },
    ],
    en: [
      {
        name: 'time-exceeded',
        is: 'Request timed out',
        not: 'Request received',
        any: [
          /(request|response|connection|operation|query|read) (has )?timed[ -]?out/u,
          /request timeout|time-?out (expired|exceeded)|(deadline|time limit) exceeded/u,
        ],
      },
    ],
    source: 'heuristic',
  }),
];

/** Our own session ended, not the service. This proves nothing either way. */
export const SESSION_END_PHRASES: readonly Phrase[] = [
  phrase({
    rule: 'session-ended',
    weight: 2,
    ko: [
      {
        name: 'session-over',
        is: '세션이 만료되었습니다',
        not: '세션 안내',
        any: [/세션(이|시간이)?(만료|종료되|끊|초과되)/u],
      },
      {
        name: 'idle-too-long',
        is: '장시간 사용하지 않아 로그아웃되었습니다',
        not: '장시간 대기',
        any: [/(장시간|오랫동안|일정시간).{0,20}(로그아웃|접속이종료)/u],
      },
      {
        name: 'login-time-over',
        is: '로그인 시간 만료',
        not: '로그인 시간 연장',
        any: [/로그인(시간|세션)이?(만료|초과)/u],
      },
      {
        name: 'logged-in-elsewhere',
        is: '다른 기기에서 로그인하여 로그인이 끊어졌습니다',
        not: '다른 기기에서 로그인하세요',
        any: [
          /(다른|타)(기기|곳|장소|pc|브라우저|단말기?)에서(의)?로그인.{0,24}(끊|종료|해제|로그아웃)/u,
        ],
      },
    ],
    en: [
      {
        name: 'session-over',
        is: 'Your session has expired',
        not: 'Your session starts',
        any: [/session (has )?(expired|timed out)/u],
      },
    ],
    source: 'heuristic',
  }),
];
