import { chain, either, of } from '#core/classify/part';
import { type Phrase, sign } from '#core/classify/phrase';
import { PLACE, within } from '#core/classify/vocabulary';

/** The page or the site is elsewhere. */
export const MOVE_SIGNS: readonly Phrase[] = [
  sign({
    rule: 'place-gone',
    weight: 2,
    ko: [
      {
        name: 'place-gone',
        is: '요청하신 페이지가 삭제되었습니다',
        not: '요청하신 페이지입니다',
        any: [
          chain(
            of(PLACE),
            within(12),
            either(
              /(?<!수)없[어습는거]|사라|삭제|존재하지|찾을수|찾지못|옮[겼기]|바뀌|바뀐|변경/u,
              /이동|이전|통합|개편|폐쇄|폐지|종료|만료|운영하지/u,
            ),
          ),
        ],
      },
    ],
    en: [
      {
        name: 'place-gone',
        is: 'This page was removed',
        not: 'This page is new',
        any: [
          chain(
            /(page|site|document|address|url|resource|link)\b.{0,40}/u,
            /(not (found|exist)|moved|gone|removed|deleted|closed|retired|n.t exist)/u,
          ),
        ],
      },
    ],
  }),
  sign({
    rule: 'one-with-another',
    weight: 2,
    ko: [
      {
        name: 'one-with-another',
        is: '고용24로 통합되었습니다',
        not: '고용24로 접속하세요',
        any: [/(로|와|과)(새롭게|하나로)?(통합|이전|변경|합쳐|개편|이관)(되|하|됐|했|졌)/u],
      },
    ],
  }),
  sign({
    rule: 'nothing-there',
    weight: 1.5,
    ko: [
      {
        name: 'nothing-there',
        is: '요청하신 자료가 존재하지 않습니다',
        not: '요청하신 자료입니다',
        any: [
          chain(
            /(?:해당|요청|찾으시|입력)하?(?:하는|하신|는)?/u,
            within(16),
            /(?:없습|없거나|존재하지|찾을수없|삭제)/u,
          ),
        ],
      },
    ],
  }),
  sign({
    rule: 'new-place',
    weight: 1,
    ko: [
      {
        name: 'new-place',
        is: '새로운 주소',
        not: '새로운 소식',
        any: [
          /(새|새로운|신규|바뀐|변경된|이전된)(주소|위치|사이트|누리집|홈페이지|화면|메뉴)|즐겨찾기|바로가기$/u,
        ],
      },
      {
        name: 'go-there',
        is: '메인 화면으로',
        not: '화면 설정',
        any: [/에서(만나|제공|이용)|(메인|홈|첫화면|처음)(으로|화면)/u],
      },
    ],
    en: [
      {
        name: 'new-place',
        is: 'Go to the home page',
        not: 'Go to work',
        any: [/home ?page|new (address|site|location)/u],
      },
    ],
  }),
];

/** An answer came too late. */
export const TIME_SIGNS: readonly Phrase[] = [
  sign({
    rule: 'time-ran-out',
    weight: 2.5,
    ko: [
      {
        name: 'time-ran-out',
        is: '응답 시간이 초과되었습니다',
        not: '응답 시간이 짧습니다',
        any: [
          /(제한|응답|대기|처리|요청|연결|허용|수행)시간[^.!?]{0,6}(초과|경과|넘|지나|안에|내에)/u,
          /응답[^.!?]{0,10}(지연|없어|늦|오지않|받지못)|타임아웃|시간(이)?초과|시간(안|내)에?[^.!?]{0,12}[않못]/u,
        ],
      },
    ],
    en: [
      {
        name: 'time-ran-out',
        is: 'It took too long',
        not: 'It took a day',
        any: [/(took|taking|takes) too long|\btimed?[- ]?out\b|deadline exceeded/u],
      },
    ],
  }),
  sign({
    rule: 'request-dropped',
    weight: 1,
    ko: [
      {
        name: 'request-dropped',
        is: '요청이 취소되었습니다',
        not: '요청이 접수되었습니다',
        any: [
          /(요청|연결|처리|조회|작업)(을|이|를|가)?[^.!?]{0,8}(취소|종료|끊|중단|중지|끝나지)/u,
        ],
      },
    ],
    en: [
      {
        name: 'request-dropped',
        is: 'The request was aborted',
        not: 'The request was sent',
        any: [/(cancel|abort|close)/u],
      },
    ],
  }),
];
