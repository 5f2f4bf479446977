import { chain, either, type Part } from '#core/classify/part';

/** After the words, within their sentence. */
export const AFTER: readonly Part[] = [
  {
    name: 'denied',
    is: '이 아닌 점검입니다',
    not: '이 있습니다',
    any: [/^(?:이|가|은)?아(?:닌|니라|니며)|^(?:이|가|을|은)?예정(?:되|이|입|하|에)/u],
  },
  {
    name: 'quote-closed',
    is: '"라고 표시',
    not: '입니다',
    any: [/^.{0,6}(?:["”’」』](?![\]},])|'(?!s))/u],
  },
  {
    name: 'spoken-of',
    is: '라는 안내가 나오면',
    not: '입니다',
    any: [
      chain(
        /^.{0,12}/u,
        either(
          /라는|라고|라며|이라는|메시지가|메세지가|문구|화면이|해결|원인|방법|(?<!지속될|지속되는|지속할|계속될|발생할|반복될)경우|나와요|나온다/u,
          /뜨는|뜨며|뜹니다|표시됩니다|밝혔|따르면|였다|했다|겪었다|복구완료|해소|완료안내|완료되었|정상화되|발생시|마다|예약|일때|때는/u,
        ),
      ),
    ],
  },
  {
    name: 'may-be',
    is: '할 수 있습니다',
    not: '하였습니다',
    any: [/^.{0,2}수있(습니다|음|으니|어)/u],
  },
];

/** Before the words, within their sentence. */
export const BEFORE: readonly Part[] = [
  {
    name: 'foreign-condition',
    is: 'Nếu nhập',
    not: 'Hệ thống',
    any: [
      /(nếu|khi|如果|若|หาก|ถ้า|เมื่อ|jika|apabila|kalau|kung|kapag|если|хэрэв|agar|эгер|агар)[^.。]{0,40}$/u,
      /(यदि|যদি|اگر|ប្រសិនបើ|ຖ້າ|ຫາກ)[^.।۔]{0,40}$/u,
    ],
  },
  {
    name: 'quote-opened',
    is: '화면에 "',
    not: '화면에',
    any: [/(?<![:=[{,(])(?:["“‘「『]|(?<![a-z])')[^"'“”‘’「」『』]{0,20}$/u],
  },
  {
    name: 'english-condition',
    is: 'If the',
    not: 'The',
    any: [
      /(^|[.,])(when|if|whenever)(the|an?|your|our|it)(?!'re)[^.]{0,40}$/u,
      /(^|[.])(when|if)[a-z]+(is|are|does|do|has)[^.,]{1,30},[^.]{0,30}$/u,
    ],
  },
];

/** An item of a list of questions, notices, duties or past events; but also how a log line begins. */
export const ITEM: readonly Part[] = [
  { name: 'question', is: 'Q1. 오류가', not: '오류가', any: [/^q\d?[.:]/u] },
  {
    name: 'date',
    is: '2024-07-18 점검',
    not: '18일 점검',
    any: [/^\d{4}[-.]\d{1,2}[-.]\d{1,2}(?!\d)/u],
  },
  {
    name: 'label-of-notice',
    is: '[공지] 시스템',
    not: '공지 시스템',
    any: [/^\[(공지|안내|알림|점검|공고|뉴스|이벤트|사전|완료|긴급|필독|중요)\]|^notice:/u],
  },
  {
    name: 'duty',
    is: '담당업무 장애 대응',
    not: '담당자 장애 대응',
    any: [/^(담당|주요)업무|^업무(내용|분야)?[:：]|^(우대|자격|교육)(사항|요건|내용)/u],
  },
];

/** Before words that claim something: "… 하면", unless it is the trouble that goes on. */
export const CONDITION: readonly Part[] = [
  {
    name: 'a-part',
    is: '일부 서비스를',
    not: '모든 서비스를',
    any: [/일부(의)?(서비스|기능|메뉴|업무|민원|화면|이용자)[^.]{0,8}$/u],
  },
  {
    name: 'in-case',
    is: '오류 시',
    not: '오류',
    any: [/(미사용|오류|실패|초과|위반|분실)시(에는|에)?.{0,24}$/u],
  },
  {
    name: 'past',
    is: '지난 장애',
    not: '오늘 장애',
    any: [/(지난|어제|전날|당시)(?!.*(까지|부터)).{0,24}$/u],
  },
  {
    name: 'if',
    is: '로그인하면',
    not: '로그인하면서',
    any: [
      chain(
        /(?<!(지속|계속|반복|발생)(하|되))(하|으|되|르|시|리|나|치|지|지않으)면/u,
        /(?!서(?!비스|버|류|명|식)|접|담|허|세).{0,30}$/u,
      ),
    ],
  },
];

/**
 * Anywhere before a claim: words that limit it to some people, things or versions, so that it is
 * not about the service. Not for statements about now.
 */
export const HOUSE_RULES: readonly Part[] = [
  {
    name: 'of-things-that-ended',
    is: '만료된 인증서로는',
    not: '점검된 서비스는',
    any: [
      chain(
        /(만료|분실|폐지|폐기|미등록|타기관|타인|삭제|소멸|해지|이미(가입|등록|사용|신청|발급)|지난|휴업|폐업|탈퇴|정지|반려)/u,
        /[가-힣·\s]{0,14}(은|는|로는|에서는|에는|이|가)/u,
      ),
    ],
  },
  {
    name: 'of-old-versions',
    is: 'iOS 14 미만에서는',
    not: '홈페이지에서는',
    any: [
      /(미만|이하|이전버전|구버전|구형|하위버전|미지원)[가-힣\s]{0,8}(은|는|이|가)/u,
      /(explorer|(?<![a-z])ie\d{0,2}|windows\S{0,4}|맥os|macos|루팅|탈옥)[가-힣\d\s·]{0,12}(은|는|이|가)/u,
    ],
  },
  {
    name: 'of-what-is-typed',
    is: '특수문자는',
    not: '서비스는',
    any: [
      /(특수문자|공백|한글|영문|숫자|파일명|첨부파일|(이|그|이런)?문자|확장자)(은|는|이|가)/u,
      /(공유|pdf)?(프린터|팩스|pc방|공용pc)[가-힣,\s]{0,10}(은|는|에서는)/u,
    ],
  },
  {
    name: 'of-limits',
    is: '조회 기간은 1년을 초과할 수 없',
    not: '접속할 수 없',
    any: [
      /(초과할|넘을|중복(으로)?.{0,6}|함께쓸|함께사용할|동시에(신청|사용)할|이의를제기할|넘어갈)수없/u,
    ],
  },
  {
    name: 'of-some-people',
    is: '기업회원은 신고할 수 없',
    not: '회원님은 이용하실 수 없',
    any: [
      /(기업|비|일반|개인|대행|준|미인증)회원(은|의경우)|미성년자(는|의)|(사업주|수급자|참여자)(는|등은)/u,
    ],
  },
  {
    name: 'of-guides',
    is: '신청이 몰리는 시간에는',
    not: '점검 시간에는',
    any: [/(?<!점검|작업|중단)시간에는|(화면이|안내가)나(타나며|오면|올때)/u],
  },
];

/** Said of this moment: no rule of the house. */
export const OF_NOW: readonly Part[] = [
  {
    name: 'now',
    is: '현재 서비스를',
    not: '매주 서비스를',
    any: [
      /현재(?!보유|까지)|지금(?!까지)|일시적(인|으로)|장애(로|가|때문)|오류(로|가)(?!인한경우)|점검중|복구|급증|폭주/u,
    ],
  },
];

/** After words that claim something: they stand for a thing, a rule, a lesson or an offer. */
export const SUBJECT: readonly Part[] = [
  {
    name: 'thing',
    is: '화면',
    not: '입니다',
    any: [
      /^(한|하는|할|된|되는|될|은|는|던)?(화면|내용|부분(?!이있)|증상|분(?!석)|사람|사례|적이|이력)/u,
    ],
  },
  {
    name: 'noun',
    is: '신고 센터',
    not: '신고 접수 중단',
    any: [
      chain(
        /^/u,
        either(
          /서비스|기능|설정|솔루션|프로그램|방법|대책|훈련|보험|예방|유형|이력|내역|통계|현황|신고|교체|구매|도입|용역|컨설팅|매뉴얼|절차|기준/u,
          /수칙|요령|지침/u,
        ),
        /(?!.{0,8}(중단|불가|중지|장애|오류|종료|제한|수없|않))/u,
      ),
    ],
  },
  {
    name: 'if',
    is: '하면',
    not: '하면서',
    any: [/^(하|되|시키|생기|나|있으|없으|이|하지않으|되지않으)(면(?!서(?!비스|버))|더라도)/u],
  },
  {
    name: 'so-that',
    is: '하지 않도록',
    not: '하지 않습니다',
    any: [/^.{0,3}(하|시키|되)?(세요(?!\.?$)|려면|지않도록|지않게|도록|는방법)/u],
  },
  {
    name: 'lesson',
    is: '를 다루는 교육',
    not: '가 있습니다',
    any: [
      chain(
        /^.{0,14}/u,
        either(
          /다룹|다루|배웁|배우|익히|익힙|설명|연습|실습|모니터링|자동화|관제|실무|운영과|교육|강의|강좌|과정|세미나|대응|예방|방지|솔루션|막아줍/u,
          /알려주|신고해|등록해/u,
        ),
      ),
    ],
  },
  {
    name: 'may-become',
    is: '될 수도 있습니다',
    not: '되었습니다',
    any: [/^.{0,24}(될|않을|생길|어려울|발생할)수도?있(습니다|음|으니|어요)/u],
  },
  {
    name: 'shows',
    is: '을 보여 줍니다',
    not: '을 처리합니다',
    any: [/^.{0,16}(을|를)(보여|표시)(주|줍|드|합니다|됩니다)/u],
  },
  { name: 'means', is: '를 의미합니다', not: '입니다', any: [/^.{0,40}(의미합|뜻합|나타냅)/u] },
  {
    name: 'and-so-on',
    is: '등의 사유로',
    not: '입니다',
    any: [/^.{0,24}(?<!\d)등(의|을|이|,|에|자주|다양|(?=\s|$))/u],
  },
];

/** Of a whole sentence: a general rule or an instruction, not a statement about now. */
export const RULE: readonly Part[] = [
  {
    name: 'if',
    is: '문제가 있으면 알려 주세요',
    not: '화면 오류',
    any: [
      /(?<!(지속|계속|반복|발생)(하|되)|[화전측방서대수표정장국양휴])(?<=[가-힣])면(?![서접제적허담세목])/u,
      /(?<!지속|계속|반복|발생)(하|되|시|으|나|리|르|지|보|오|치)면(?!서(?!비스|버|류|명|식))/u,
    ],
  },
  {
    name: 'in-case',
    is: '오류 시에는 연락 바랍니다',
    not: '오류 시스템',
    any: [/(오류|실패|초과|위반|입력|분실)(시|할시)(에는|에)?(?![스])/u],
  },
  { name: 'case', is: '제한되는 경우', not: '제한됨', any: [/경우/u] },
  {
    name: 'must',
    is: '변경해야 합니다',
    not: '변경되었습니다',
    any: [/야(합니다|하며|해요)|이상이며/u],
  },
  { name: 'clause', is: '제5조 회사', not: '제5공장', any: [/^제\d+조|^(회사|회원|이용자)는/u] },
  { name: 'help', is: '도와드리겠습니다', not: '도움말', any: [/도와드|상담해/u] },
  { name: 'plain-style', is: '장애를 겪었다.', not: '장애가 있습니다.', any: [/(?<!니)다[.]?$/u] },
  {
    name: 'season-over',
    is: '신청 기간이 종료',
    not: '서비스가 종료',
    any: [/(신청|접수|모집|응모)(기간|기한)?(이|은)?(종료|끝|지나|마감)/u],
  },
  { name: 'question', is: '접속이 안 되나요?', not: '?', any: [/(?<=[^.]{4})\?$/u] },
];
