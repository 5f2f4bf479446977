import { chain, either, type Part } from '#core/classify/part';

/** After the claim, within its sentence. */
export const AFTER: readonly Part[] = [
  {
    name: 'denied',
    is: '이 아닌 점검입니다',
    not: '이 있습니다',
    any: [/^(?:이|가|은)?아(?:닌|니라|니며)|^(?:이|가|을|은)?예정(?:되|이|입|하|에)/u],
  },
  {
    name: 'searched-for',
    is: '에 대한 검색 결과',
    not: '입니다',
    any: [/^["'”’]?에대한(검색)?결과/u],
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

/** Before the claim, within its sentence. */
export const BEFORE: readonly Part[] = [
  {
    name: 'foreign-condition',
    is: 'Nếu nhập',
    not: 'Hệ thống',
    any: [
      /(nếu|khi|如果|如遇|如有|若|หาก|ถ้า|เมื่อ|jika|apabila|kalau|kung|kapag|если|хэрэв|agar|эгер|агар)[^.。]{0,40}$/u,
      /(未|不|没有|沒有)[^。]{1,14}(者|的(人|用户|申请人))[^。]{0,12}$/u,
      /(người|những ai)(chưa|không)[^.]{0,40}$/u,
      /(ผู้(ที่)?(ไม่|ยังไม่)|yangbelum|yangtidak|лица,?не|thosewho|(users|applicants|visitors)who)[^.]{0,40}$/u,
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

/**
 * An item in a list of questions, notices, duties or past events. Log lines begin like this too.
 */
export const ITEM: readonly Part[] = [
  {
    name: 'speaker',
    is: '○ 위원장 김산: 누리집이',
    not: '위원장 인사말',
    any: [
      /^[○◎●▷-]?(위원장|부위원장|위원|의원|의장|과장|국장|팀장|사회자|기자|질의|답변)[가-힣]{0,4}[:：]/u,
    ],
  },
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

/** A condition before a claim: "… 하면". Not if the trouble itself continues. */
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
        /(?<!(지속|계속|반복|발생)(하|되))(하|으|되|르|시|리|이|나|치|지|지않으|끄|켜|막으)면/u,
        /(?!서(?!비스|버|류|명|식)|접|담|허|세).{0,30}$/u,
      ),
    ],
  },
];

/** After a claim: the claim names a thing, a rule, a lesson or an offer. */
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
          /서비스|기능|설정|솔루션|프로그램|방법|대책|(?:모의)?훈련|보험|예방|유형|이력|내역|통계|현황|신고|교체|구매|도입|용역|컨설팅|매뉴얼|절차|기준/u,
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
      /^.{0,40}(해|풀어|만들어|찾아|고쳐|살려|다뤄|겪어|짚어|알아|재현해|복구해)봅니다/u,
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
