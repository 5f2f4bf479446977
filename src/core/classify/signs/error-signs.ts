import { chain, either, of, type Part } from '#core/classify/part';
import { type Phrase, sign } from '#core/classify/phrase';
import { CANNOT, FAULT, LATE, MACHINE, STOP, SYSTEM, within } from '#core/classify/vocabulary';

/** A search without a match is a good answer. */
const NOT_EMPTY =
  /(?<!.)(?!.*(?:정보|자료|결과|내역|목록|데이터|게시물)(?:를|가|이|을|은)?(?:찾을수없|없습|존재하지)).*?/u;
/** A sentence, not a heading. */
const STATED = /(?=.*(?:[다요오음됨함네죠중]|[!…])[^가-힣]*$)/u;
const BAD = either(of(CANNOT), of(FAULT), of(STOP), of(LATE));

const ENGLISH_FAILS: readonly Part[] = [
  {
    name: 'negated-verb',
    is: 'The page could not be loaded',
    not: 'The page loads fast',
    any: [
      chain(
        /\b(could|can|did|does|do|was|were|is|are|has|have)( ?not|n['’]?t)\b/u,
        /[^.?!]{0,30}\b(be |been )?/u,
        either(
          /load|process|connect|complete|respon|reach|handle|display|show|open|work|find/u,
          /fetch|sav|serve|available|able/u,
        ),
      ),
    ],
  },
  {
    name: 'failed',
    is: 'Request failed',
    not: 'Request sent',
    any: [/\b(unable|failed|failure|fails?)\b/u],
  },
  {
    name: 'state',
    is: 'The service is unavailable',
    not: 'The service is available',
    any: [
      chain(
        /\b/u,
        either(
          /unavailable|broken|crashed|down|(experiencing|due to) an? ?outage|overloaded/u,
          /disrupt\w*/u,
        ),
        /\b/u,
      ),
    ],
  },
  {
    name: 'having-trouble',
    is: 'The server is not responding',
    not: 'The server is responding',
    any: [/having (a hard time|trouble|difficult)|not respond/u],
  },
  {
    name: 'hit-a-problem',
    is: 'We hit an unexpected snag',
    not: 'We hit the target',
    any: [
      chain(
        /\b(hit|encountered|ran into|there (was|is)|we have) (a|an|some)\b.{0,20}\b/u,
        /(error|problem|issue|snag|glitch|trouble|bug)/u,
      ),
    ],
  },
];

/** Something broke or stopped, in any wording. All heuristic. */
export const ERROR_SIGNS: readonly Phrase[] = [
  sign({
    rule: 'machine-fails',
    weight: 0.6,
    ko: [
      {
        name: 'machine-fails',
        is: '서버에 문제가 생겼습니다',
        not: '검색 결과가 없습니다',
        any: [chain(NOT_EMPTY, of(MACHINE), within(18), BAD, STATED)],
      },
    ],
    en: ENGLISH_FAILS,
  }),
  sign({
    rule: 'system-fails',
    weight: 1.2,
    ko: [
      {
        name: 'system-fails',
        is: '민원 신청이 되지 않습니다',
        not: '민원을 신청하세요',
        any: [chain(NOT_EMPTY, SYSTEM, within(18), BAD, STATED)],
      },
    ],
    en: ENGLISH_FAILS,
  }),
  sign({
    rule: 'something-fails',
    weight: 1,
    ko: [
      {
        name: 'something-fails',
        is: '작업이 실패했습니다',
        not: '작업이 완료되었습니다',
        any: [chain(BAD, STATED)],
      },
    ],
    en: [
      {
        name: 'something-fails',
        is: 'There is a problem',
        not: 'There is a job',
        any: [/\b(error|problem|issue|wrong|trouble|failure)\b/u],
      },
    ],
  }),
  sign({
    rule: 'not-now',
    weight: 0.5,
    ko: [
      {
        name: 'not-now',
        is: '지금은 어렵습니다',
        not: '언제나 쉽습니다',
        any: [/지금(은)?|현재|일시(적|중)|잠시|당분간|임시로/u],
      },
    ],
    en: [
      {
        name: 'not-now',
        is: 'Temporarily closed',
        not: 'Permanently open',
        any: [/temporar|at th(is|e) (time|moment)|right now|currently/u],
      },
    ],
  }),
  sign({
    rule: 'apology',
    weight: 1,
    ko: [
      {
        name: 'apology',
        is: '불편을 드려 죄송합니다',
        not: '감사합니다',
        any: [/죄송|송구|미안|사과(드|의)|불편(을|하|이)|양해|(너그러운|이해를?)부탁/u],
      },
    ],
    en: [
      {
        name: 'apology',
        is: 'Sorry about that',
        not: 'Thank you',
        any: [/sorry|apolog|inconvenience|oops/u],
      },
    ],
  }),
  sign({
    rule: 'come-again',
    weight: 0.8,
    ko: [
      {
        name: 'come-again',
        is: '잠시 후 다시 시도해 주세요',
        not: '지금 신청하세요',
        any: [
          chain(
            /(잠시|조금|나중|이따|잠깐|\d+분|얼마|곧).{0,4}(후|뒤|있다|에)?.{0,8}/u,
            /(다시|재(시도|접속)|이용|시도|접속|방문|들러|찾아|와주)/u,
          ),
          /재(시도|접속)|다시(시도|접속|불러|한번)|새로고침/u,
        ],
      },
    ],
    en: [
      {
        name: 'come-again',
        is: 'Please try again',
        not: 'Please apply',
        any: [/try again|retry|refresh|reload|come back|check back|later/u],
      },
    ],
  }),
  sign({
    rule: 'whom-to-ask',
    weight: 0.5,
    ko: [
      {
        name: 'whom-to-ask',
        is: '관리자에게 문의하세요',
        not: '관리자 화면',
        any: [
          /(관리자|담당자?|고객센터|상담|콜센터|운영팀|전산팀|헬프데스크|전화).{0,10}(문의|연락|알려|신고|주십|주세요)/u,
        ],
      },
    ],
    en: [
      {
        name: 'whom-to-ask',
        is: 'Contact the administrator',
        not: 'The office',
        any: [/contact|administrator|support/u],
      },
    ],
  }),
  sign({
    rule: 'fault-named',
    weight: 1.2,
    ko: [
      {
        name: 'fault-named',
        is: '서버 오류',
        not: '서버 현황',
        any: [chain(/^/u, within(14), of(FAULT), within(14), /$/u)],
      },
    ],
  }),
  sign({
    rule: 'under-repair',
    weight: 0.7,
    ko: [
      {
        name: 'under-repair',
        is: '복구 작업을 하고 있습니다',
        not: '신청을 받고 있습니다',
        any: [/복구|고치고|조치(하|중)|정상화/u],
      },
      {
        name: 'being-looked-at',
        is: '원인을 파악하고 있습니다',
        not: '결과를 알려 드립니다',
        any: [/해결하고|원인(을|파악)|확인하고있/u],
      },
    ],
    en: [
      {
        name: 'under-repair',
        is: 'We are working on it',
        not: 'We are open',
        any: [/working (on|to)|investigat|team (is|has)|been notified/u],
      },
    ],
  }),
  sign({
    rule: 'number-of-fault',
    weight: 1.3,
    ko: [
      {
        name: 'number-of-fault',
        is: '오류 번호: E1024',
        not: '우편 번호',
        any: [/(코드|번호|code|no)[.:：)]*\(?[a-z]*[-_]?\d{2,}|[a-z]{2,6}-\d{3,}/u],
      },
    ],
  }),
];
