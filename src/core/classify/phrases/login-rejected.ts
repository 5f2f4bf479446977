import { chain, either } from '#core/classify/part';
import { type Phrase, phrase } from '#core/classify/phrase';

/** The service refused the credentials. Logins stop, because accounts lock. */
export const REJECTED_PHRASES: readonly Phrase[] = [
  phrase({
    rule: 'wrong-credentials',
    weight: 2,
    ko: [
      {
        name: 'credentials-wrong',
        is: '아이디 또는 비밀번호가 일치하지 않습니다',
        not: '비밀번호가 변경되었습니다',
        any: [
          chain(
            /(아이디|비밀번호|패스워드|암호|id|pw|로그인정보|회원정보|사용자정보|입력하신정보|인증정보|계정정보)(가|이|를|을|와|는|은|정보가)?/u,
            /(서로)?/u,
            either(
              /일치하지않(습|아)|올바르지않(습|아)|틀렸|틀립니다|맞지않(습|아)|다릅니다|잘못(되었|입력하)|존재하지않(습|아)/u,
              /확인(되지않|할수없|해주|하여주|하시|바랍)|다시확인|없습니다|오류입니다/u,
            ),
          ),
        ],
      },
      {
        name: 'typed-wrong',
        is: '비밀번호를 3회 잘못 입력하셨습니다',
        not: '비밀번호를 입력하셨습니다',
        any: [
          /(아이디|비밀번호|패스워드).{0,8}(을|를)(\d회(이상)?)?(연속)?잘못입력(하셨|했|하였|하여)/u,
        ],
      },
      {
        name: 'type-again',
        is: '비밀번호를 다시 입력',
        not: '비밀번호를 입력',
        any: [/(아이디|비밀번호|패스워드|암호|비번).{0,6}(다시|재)(한번)?(입력|확인|살펴)/u],
      },
      {
        name: 'tries-counted',
        is: '로그인 실패(1/5)',
        not: '로그인 안내',
        any: [/(비밀번호|로그인)(입력)?(오류|실패)\(?\d\/\d/u],
      },
      {
        name: 'details-differ',
        is: '생년월일이 등록된 정보와 다릅니다',
        not: '생년월일을 입력하세요',
        any: [
          chain(
            /(생년월일|(주민|외국인|법인)등록번호|여권번호|수험번호|사업자번호|휴대(폰|전화)번호|성명|등록정보)/u,
            /(이|가|은|는)?.{0,10}(다릅니다|일치하지않|올바르지않|맞지않|확인되지않)/u,
          ),
        ],
      },
      {
        name: 'tries-left',
        is: '2번 더 틀리면 30분 동안 잠깁니다',
        not: '틀리면 다시 입력하세요',
        any: [
          /\d(번|회)(만)?더(틀리|실패하)면/u,
          /(맞는|일치하는)(회원|계정|정보)(을|를|가|이)?찾지못/u,
        ],
      },
      {
        name: 'letters-wrong',
        is: '자동입력 방지문자를 잘못 입력하셨습니다',
        not: '보안문자를 입력하세요',
        any: [
          /(자동입력방지|보안|인증)(문자|번호|코드)(를|을|가|이)?.{0,8}(잘못입력|일치하지않|틀렸|올바르지않|다릅니다)/u,
        ],
      },
      {
        name: 'perhaps-missing',
        is: '아이디가 존재하지 않거나',
        not: '아이디가 있으면',
        any: [/(아이디|회원).{0,4}(가|이)존재하지않거나/u],
      },
    ],
    source: 'heuristic: alerts of Korean portals',
  }),
  phrase({
    rule: 'no-such-member',
    weight: 2,
    ko: [
      {
        name: 'unknown-member',
        is: '등록되지 않은 회원',
        not: '등록된 회원',
        any: [
          /(존재하지않는|등록되지않은|없는|가입되지않은|미등록|탈퇴한|탈퇴된)(회원|아이디|id|사용자|계정|이용자)/u,
        ],
      },
      {
        name: 'not-a-member',
        is: '회원으로 등록되어 있지 않습니다',
        not: '회원으로 등록되었습니다',
        any: [/회원으로(등록|가입)되어있지않/u],
      },
      {
        name: 'no-match',
        is: '일치하는 회원이 없습니다',
        not: '일치하는 회원',
        any: [/일치하는(회원|계정|정보|사용자)(이|가|정보가)?없/u],
      },
      {
        name: 'check-again',
        is: '사업자등록번호 또는 비밀번호를 다시 확인해 주세요',
        not: '비밀번호 다시 입력',
        any: [
          /(아이디|번호|이메일|생년월일|성명|이름)(또는|혹은|나|와|과|및|,)(비밀번호|암호|생년월일)(를|을)?다시(한번)?확인/u,
        ],
      },
      {
        name: 'certificate-refused',
        is: '등록되지 않은 인증서입니다',
        not: '등록되지 않은 인증서로는 로그인할 수 없습니다',
        any: [
          /(등록되지않은|미등록|폐지된|폐기된|만료된|유효하지않은|정지된)(공동|금융|공인)?인증서(입니다|이므로|여서)/u,
          /인증서(가|는)(아닙니다|유효하지|폐기되|일치하지않|등록되어있지않)/u,
        ],
      },
      {
        name: 'not-found',
        is: '회원 정보를 찾을 수 없습니다',
        not: '회원 정보를 찾았습니다',
        any: [
          /(회원|계정|아이디|사용자|가입정보|회원정보)(정보)?(을|를|이|가)?(찾을수없|조회되지않|확인되지않|확인할수없|존재하지않습|없습니다)/u,
        ],
      },
      {
        name: 'account-unusable',
        is: '해당 계정은 사용하실 수 없습니다',
        not: '해당 계정은 사용하실 수 있습니다',
        any: [/(입력하신|해당)(계정|아이디|회원|id)(은|는)(사용|이용|로그인)(하실|할)수없/u],
      },
    ],
    source: 'heuristic: alerts of Korean portals',
  }),
  phrase({
    rule: 'account-locked',
    weight: 2,
    ko: [
      {
        name: 'locked',
        is: '계정이 잠겼습니다',
        not: '계정이 생성되었습니다',
        any: [
          /(계정|아이디|id|로그인|비밀번호)(이|가|은|는)?(잠겼|잠긴|잠금(되었|상태|처리|계정)|정지되었|제한되었|사용중지|차단되었|잠겨)/u,
        ],
      },
      {
        name: 'state-of-account',
        is: '회원님의 계정은 이용이 정지된 상태입니다',
        not: '계정은 언제든지 해지할 수 있습니다',
        any: [
          chain(
            /(계정|아이디|회원님)(은|는|이|가)(현재)?.{0,14}/u,
            /(정지|중지|휴면|잠금|잠긴|잠겨|차단|제한|해지|비활성화?|탈퇴)(된|되어있는|되어|처리된|처리되어|되었|처리되었)?/u,
            /(상태(입니다|이므로|로|여서)|습니다|입니다|있습니다)/u,
          ),
        ],
      },
      {
        name: 'suspended',
        is: '사용이 중지된 계정',
        not: '사용 중인 계정',
        any: [
          /(사용|이용)(이)?(중지|정지|제한|차단)된(계정|아이디|회원|사용자)|비활성(화)?(된|되어있는)(계정|아이디|회원)/u,
          /승인(대기중인?|되지않은|이필요한)(계정|아이디|회원|사용자)/u,
        ],
      },
      {
        name: 'at-rest',
        is: '휴면 상태의 계정입니다',
        not: '휴면 안내',
        any: [
          /(사용(이)?정지|이용정지|잠긴|잠금|휴면)(된|처리된|상태의?)?(계정|회원|아이디)(입니다|이므로|으로확인|이며)/u,
        ],
      },
      {
        name: 'fell-asleep',
        is: '계정이 휴면 상태로 전환되었습니다',
        not: '휴면 계정 안내',
        any: [/휴면(상태|계정|회원)?(로|으로)(전환|처리|변경)(되었|된상태)/u],
      },
      {
        name: 'tries-used-up',
        is: '오류 횟수를 초과하였습니다',
        not: '오류 횟수 안내',
        any: [
          /(오류|실패)(횟수|회수)(를|가|를?\d회|\d회를|\d회)?.{0,6}초과(하여|되어|하였|했|되었)/u,
        ],
      },
      {
        name: 'so-many-failures',
        is: '5회 연속 실패하여',
        not: '5회 방송',
        any: [
          /\d회(이상)?(연속)?(오류|실패|틀려|잘못입력)(하여|되어|로|로인해|하셨|입니다|했|하였)/u,
        ],
      },
    ],
    source: 'seen on Korean portals: lock-out count unknown, one rejection is enough',
  }),
  phrase({
    rule: 'login-failed',
    weight: 2,
    ko: [
      {
        name: 'failed',
        is: '로그인에 실패하였습니다',
        not: '로그인에 성공하였습니다',
        any: [/로그인하지못(했|하였)|로그인(에|을|이)?(실패|실패하)(였|했|하였|습|하여|하셨)/u],
      },
      {
        name: 'restricted',
        is: '로그인이 제한되었습니다',
        not: '로그인이 필요합니다',
        any: [/로그인이(일시)?제한되었/u],
      },
      { name: 'failure', is: '로그인 실패', not: '로그인 성공', any: [/로그인실패/u] },
      {
        name: 'authentication-failed',
        is: '인증에 실패하였습니다',
        not: '인증에 성공하였습니다',
        any: [/인증에실패(하였|했)/u],
      },
    ],
    source: 'heuristic: alerts of Korean portals',
  }),
  phrase({
    rule: 'english-rejected',
    weight: 2,
    en: [
      {
        name: 'credentials-wrong',
        is: 'Invalid password',
        not: 'Valid password',
        any: [
          chain(
            /(invalid|incorrect|wrong|unknown) /u,
            /(user ?name|user id|id|login|password|credential|email)/u,
          ),
          chain(
            /(password|user ?name|user id|credentials?|email|account)( you entered)? /u,
            /(is|are|was|were) /u,
            /(in(correct|valid)|wrong|not (recognized|found|correct|valid|registered))/u,
          ),
        ],
      },
      {
        name: 'do-not-match',
        is: "That user ID and password don't go together. You have 3 tries left.",
        not: 'Enter your user ID and password',
        any: [
          /(user ?name|user id|id|e-?mail) (and|or|\/) (the )?password (do not|don['’]t|did not) (match|go)/u,
          /\d+ (tries|attempts|try|attempt) (left|remaining)/u,
        ],
      },
      {
        name: 'no-such-account',
        is: 'Does not match our records',
        not: 'Does match',
        any: [/does ?n[o']t match (our records|any)|could ?n[o']t find (your|an) account/u],
      },
      {
        name: 'login-failed',
        is: 'Login failed',
        not: 'Login here',
        any: [
          /too many (failed )?(log ?in|sign[- ]?in|password) attempts/u,
          /(log ?in|authentication|sign[ -]?in) failed|bad credentials/u,
          /account (is |has been )?(locked|disabled|suspended)/u,
        ],
      },
    ],
    source: 'heuristic',
  }),
];
