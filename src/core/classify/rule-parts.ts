import { chain, either, type Part } from '#core/classify/part';

/**
 * Words anywhere before a claim that limit it to some people, things or versions, so that it is not
 * about the service. Not used for statements about now.
 */
export const HOUSE_RULES: readonly Part[] = [
  {
    name: 'of-things-that-ended',
    is: '만료된 인증서로는',
    not: '점검된 서비스는',
    any: [
      chain(
        /^(?!.*(게시물|게시글|페이지|글|화면)입니다).*(만료|분실|폐지|폐기|미등록|타기관|타인|삭제|소멸|해지|이미(가입|등록|사용|신청|발급)|지난|휴업|폐업|탈퇴|정지|반려)/u,
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
      /(쓰던|사용하던|사용했던|이전|같은|쉬운|연속된)(비밀번호|암호|아이디)(은|는)/u,
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
    name: 'of-who-qualifies',
    is: '지원 대상이 아니어서 신청이 제한',
    not: '모든 이용자가 접속할 수 없',
    any: [
      /(대상|요건|자격|조건|기준)(이|에|을|를)?(아니|아닌|해당(하|되)지|충족(하|되)지|미달|맞지않|못미)/u,
      /(소득|재산|연령|나이|가입기간|피보험기간)[^.]{0,14}(초과|미달|부족|넘)/u,
    ],
  },
  {
    name: 'of-a-time-to-come',
    is: '다음 달에는 이용할 수 없',
    not: '오늘은 이용할 수 없',
    any: [
      /(다음(달|주)|내달|내주|내일|모레)[^.]{0,24}(은|는|부터|에|중)/u,
      /(하는|하는날|되는)(주말|날|기간|동안|시간)(\([^)]*\))?(에는|동안|중에는)/u,
    ],
  },
  {
    name: 'of-hours',
    is: '이체는 23시부터 1시까지 처리할 수 없',
    not: '오늘은 23시부터 1시까지 처리할 수 없',
    any: [
      chain(
        /^(?!.*(오늘|금일|\d일|\d월|[./]\d{1,2}\(|동안|점검|작업)).*/u,
        either(
          /(은|는)(매일)?(오전|오후|새벽|밤)?\d{1,2}(시|:).{0,10}(부터|~)/u,
          /\d{1,2}:\d{2}[~∼-]\d{1,2}:\d{2}(에는|은)/u,
        ),
      ),
      /(그|이)외(의)?시간(에는|은)?/u,
    ],
  },
  {
    name: 'of-guides',
    is: '신청이 몰리는 시간에는',
    not: '점검 시간에는',
    any: [/(?<!점검|작업|중단)시간에는|(화면이|안내가)나(타나며|오면|올때)/u],
  },
];

/** Statements about this moment, so not a general rule. */
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

/** A whole sentence that is a general rule or an instruction, not a statement about now. */
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
  {
    name: 'of-own-device',
    is: '오류가 계속되면 제어판에서 지우고',
    not: '오류가 계속되고 있습니다',
    any: [
      chain(
        /^(?!.*(일시적|발생(하였|했|되었))).*/u,
        either(
          /제어판|(다시|재)설치|삭제후설치|인터넷(사용기록|옵션)|쿠키|캐시|팝업차단|호환성보기/u,
          /백신|방화벽설정|(브라우저|보안|휴대폰|기기|앱)(의)?설정|최신버전(으로|을)|재부팅/u,
        ),
      ),
    ],
  },
  {
    name: 'foreign-rule',
    is: '未同意条款者无法使用本服务',
    not: '系统故障无法使用',
    any: [
      /(未|不|没有|沒有|迟到)[^。]{0,14}(者|的(人|用户|申请人))[^。]{0,12}(不得|无法|不能|無法|不可)/u,
      /^(người|những ai)(chưa|không)|^ผู้(ที่)?(ไม่|ยังไม่)|^(peserta|pelamar|orang)?yang(belum|tidak)/u,
      /^(лица|кандидаты),?(не|которые)|^(those|users|applicants|visitors)who/u,
    ],
  },
  {
    name: 'only-this',
    is: '자동 불러오기만 잠시 안 됩니다',
    not: '기다리지만 안 됩니다',
    any: [
      chain(
        /(?<!지|다)만(은)?(현재|지금|잠시|일시적으로|당분간|제한적으로)?/u,
        /(안되|안됩|안돼|되지않|멈|중단|제한|불가|이용(하실|할)수없|쓸수없)/u,
      ),
      /(신청|이용|조회|접수|로그인|발급)(은|는)(정상적으로|그대로)?가능(합니다|해요)/u,
      /(나머지|다른|그외|그밖의)(서비스|기능|메뉴|업무|화면|민원)?(은|는).{0,12}(정상|평소|그대로|이용하실수있)/u,
    ],
  },
  { name: 'case', is: '제한되는 경우', not: '제한됨', any: [/경우/u] },
  {
    name: 'english-rule',
    is: 'The service may be suspended in case of failure',
    not: 'The service is suspended',
    any: [
      /(may|might|can)be(suspended|limited|blocked|interrupted|delayed|refused|closed)|incaseof/u,
    ],
  },
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
