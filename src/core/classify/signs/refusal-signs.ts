import { type Phrase, sign } from '#core/classify/phrase';

/** A visitor is refused, with the reason. All heuristic. */
export const REFUSAL_SIGNS: readonly Phrase[] = [
  sign({
    rule: 'threat-seen',
    weight: 1.5,
    ko: [
      {
        name: 'attack',
        is: '해킹 시도가 의심됩니다',
        not: '정상 이용입니다',
        any: [/침해|위협|공격|해킹|악성|유해|의심/u],
      },
      {
        name: 'not-normal',
        is: '이상 접속이 확인되었습니다',
        not: '정상 접속이 확인되었습니다',
        any: [/(?<!더)이상(트래픽|행위|접속|징후|패턴)|비정상|불법/u],
      },
      {
        name: 'robots',
        is: '매크로 사용',
        not: '챗봇대화',
        any: [/매크로|자동(화)?(된)?프로그램|봇(?!대)|로봇/u],
      },
      {
        name: 'too-much',
        is: '짧은 시간에 너무 많은 요청',
        not: '충분한 시간',
        any: [/과도|과다|(너무|지나치게)?많은(요청|접속)|요청이(너무)?많|(짧은|단)시간/u],
      },
      { name: 'violation', is: '이용 정책 위반', not: '이용 정책 안내', any: [/위반|위배/u] },
    ],
    en: [
      {
        name: 'threat-seen',
        is: 'Suspicious activity',
        not: 'Spare time activity',
        any: [
          /suspicious|malicious|attack|robot|\bbot\b|automated|unusual|violat|flagged/u,
          /threat|too many/u,
        ],
      },
    ],
  }),
  sign({
    rule: 'whose-access',
    weight: 1,
    ko: [
      {
        name: 'yours',
        is: '귀하의 접속',
        not: '모두의 접속',
        any: [
          /(?<![a-z])ip(?![a-z])|아이피|접속(환경|국가|위치|주소|지역)|귀하/u,
          /(고객|회원|사용자|이용자)님?의(접속|pc|ip|단말|요청|브라우저)/u,
        ],
      },
      { name: 'where-from', is: '해외 접속', not: '전국 접속', any: [/해외|국외|국내(에서)?만/u] },
      {
        name: 'rights',
        is: '허용되지 않은 사용자',
        not: '모든 사용자',
        any: [/(허용|허가|인가|등록)(된|되지)|권한/u],
      },
    ],
    en: [
      {
        name: 'yours',
        is: 'Your IP address',
        not: 'Our address',
        any: [/your (ip|address|request|access|connection|device|network|browser)/u],
      },
    ],
  }),
  sign({
    rule: 'refused',
    weight: 1.5,
    ko: [
      {
        name: 'refused',
        is: '접속이 차단되었습니다',
        not: '접속이 차단됩니다',
        any: [
          /(차단|거부|거절|금지)(?!됩니다|합니다)|제한(되었|되어|되고|된|하였|했|하고|중)|(허용|허가)(되지|하지)/u,
        ],
      },
      {
        name: 'noticed',
        is: '공격이 탐지되었습니다',
        not: '공고가 등록되었습니다',
        any: [/탐지|감지/u],
      },
      {
        name: 'no-access',
        is: '이 페이지에 접근할 수 없습니다',
        not: '이 페이지에 접근할 수 있습니다',
        any: [/연결을끊|접근할수없|접속할수없/u],
      },
    ],
    en: [
      {
        name: 'refused',
        is: 'Access denied',
        not: 'Access for all',
        any: [/block|denied|refused|reject|forbidden|restrict|not (allowed|permitted|authori)/u],
      },
    ],
  }),
  sign({
    rule: 'who-guards',
    weight: 0.7,
    ko: [
      {
        name: 'who-guards',
        is: '보안관제 센터',
        not: '고객 센터',
        any: [/보안(관제|팀|담당|정책|시스템|장비|센터|관리)|방화벽|관제(센터|팀)|침입/u],
      },
    ],
    en: [
      {
        name: 'who-guards',
        is: 'Security team',
        not: 'Support team',
        any: [/firewall|security|incident|waf/u],
      },
    ],
  }),
  sign({
    rule: 'prove-human',
    weight: 2,
    ko: [
      {
        name: 'letters-to-type',
        is: '그림 속 문자를 입력하세요',
        not: '이름을 입력하세요',
        any: [/(숫자|문자|글자|그림)(을|를)?.{0,8}(입력|선택)/u],
      },
      {
        name: 'person-or-not',
        is: '사람인지 확인합니다',
        not: '사람이 필요합니다',
        any: [/(자동|로봇|프로그램)(이|가)?아(닌지|님을|닙)|사람(인지|이맞|임을)/u],
      },
    ],
    en: [
      {
        name: 'person-or-not',
        is: 'Confirm that you are human',
        not: 'Human resources',
        any: [/(you are|you're) (a )?human|captcha/u],
      },
    ],
  }),
];
