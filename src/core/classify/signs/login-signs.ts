import { chain, either, of } from '#core/classify/part';
import { type Phrase, sign } from '#core/classify/phrase';
import { CANNOT, CREDENTIALS, STOP, within } from '#core/classify/vocabulary';

/** The credentials are wrong. */
export const REJECTION_SIGNS: readonly Phrase[] = [
  sign({
    rule: 'credentials-wrong',
    weight: 2,
    ko: [
      {
        name: 'credentials-wrong',
        is: '비밀번호가 틀렸습니다',
        not: '비밀번호를 입력하세요',
        any: [
          chain(
            of(CREDENTIALS),
            within(16),
            either(
              /틀[렸립린리]|다릅|다르|잘못|(?:일치|맞|올바르|유효|존재|등록되|확인되|정확)(?:하)?지않/u,
              /다시(?:확인|입력)|없(?:습|는)|실패|오류(?!횟)|잠[겼긴김]|잠금|정지|휴면|탈퇴|아닙/u,
            ),
          ),
        ],
      },
    ],
    en: [
      {
        name: 'credentials-wrong',
        is: 'The password you entered is incorrect',
        not: 'Enter the password',
        any: [
          chain(
            /(user ?name|password|login|credential|account|id)\b[^.?!]{0,30}/u,
            either(
              /wrong|incorrect|invalid|not (match|found|recogni)|does ?n.t/u,
              /(?<!(will|may|can) be )locked|mismatch/u,
            ),
          ),
          chain(
            /(wrong|incorrect|invalid|bad)\b.{0,12}/u,
            /(user ?name|password|login|credential|id\b)/u,
          ),
        ],
      },
    ],
  }),
  sign({
    rule: 'account-at-rest',
    weight: 2,
    ko: [
      {
        name: 'account-at-rest',
        is: '휴면 계정입니다',
        not: '활성 계정입니다',
        any: [
          /(휴면|탈퇴|정지|잠긴|잠금|미등록|미가입|미승인)[^.!?]{0,10}(계정|회원|아이디|사용자)(입니다|이므로|으로|이라)/u,
        ],
      },
    ],
  }),
  sign({
    rule: 'how-often',
    weight: 0.9,
    ko: [
      {
        name: 'how-often',
        is: '비밀번호 오류 3회',
        not: '접속 3회',
        any: [
          /(오류|실패|잘못|틀린|시도)(입력)?(횟수|회수|누적)?[^.!?]{0,8}\d회|\d회.{0,6}(오류|실패|잘못|틀|초과)/u,
          /남은(시도|횟수)/u,
        ],
      },
    ],
    en: [{ name: 'how-often', is: '2 attempts left', not: '2 hours left', any: [/attempts?/u] }],
  }),
  sign({
    rule: 'of-login',
    weight: 0.7,
    ko: [
      {
        name: 'of-login',
        is: '로그인 오류',
        not: '로그아웃',
        any: [/로그인(오류|실패|불가|할수없|에)|본인확인/u],
      },
    ],
    en: [{ name: 'of-login', is: 'Log in again', not: 'Go on', any: [/log ?in|sign ?in/u] }],
  }),
];

/** The password is too old. */
export const AGE_SIGNS: readonly Phrase[] = [
  sign({
    rule: 'password-aged',
    weight: 2,
    ko: [
      {
        name: 'too-old',
        is: '비밀번호를 바꾼 지 석 달이 지났습니다',
        not: '비밀번호를 바꿨습니다',
        any: [
          /(비밀번호|패스워드|암호)[^.!?]{0,24}(지났|지나|넘[었게으]|경과|초과|만료|도래|오래|끝났|끝나)/u,
        ],
      },
      {
        name: 'long-in-use',
        is: '6개월째 같은 비밀번호를 쓰고 계십니다',
        not: '6개월째 근무하고 있습니다',
        any: [
          chain(
            /(\d+(일|개월|달|년)|오래|오랫동안|장기간)[^.!?]{0,12}(비밀번호|패스워드|암호)[^.!?]{0,12}/u,
            /(쓰|사용|변경하지|바꾸지)/u,
          ),
        ],
      },
      {
        name: 'temporary',
        is: '임시 비밀번호로 로그인하셨습니다',
        not: '임시 공휴일',
        any: [/(임시|초기)(비밀번호|패스워드|암호)(로|를|는|은|인|상태)/u],
      },
    ],
    en: [
      {
        name: 'too-old',
        is: 'Your password is older than 90 days',
        not: 'Choose a password',
        any: [
          /password[^.?!]{0,30}(expired|older|not been changed|temporary)/u,
          /(temporary|initial) password/u,
        ],
      },
    ],
  }),
  sign({
    rule: 'change-wanted',
    weight: 1,
    ko: [
      {
        name: 'change-wanted',
        is: '비밀번호를 변경해 주세요',
        not: '비밀번호를 입력해 주세요',
        any: [
          /(비밀번호|패스워드|암호)(를|을)?.{0,14}(변경|바꾸|바꿔|재설정|등록|교체)|새(로운)?(비밀번호|패스워드|암호)/u,
        ],
      },
    ],
    en: [
      {
        name: 'change-wanted',
        is: 'Change your password',
        not: 'Forgot your password',
        any: [/(change|update|reset|new) (your )?password/u],
      },
    ],
  }),
  sign({
    rule: 'or-later',
    weight: 1,
    ko: [
      {
        name: 'or-later',
        is: '나중에 변경하기',
        not: '나중에 만나기',
        any: [
          /(다음에|나중에|\d+(일|개월)(간|동안|후|뒤)?(에)?).{0,12}(변경|바꾸|하기|보지않|묻지않|다시알림)|지금(변경|바꾸)/u,
        ],
      },
    ],
    en: [{ name: 'or-later', is: 'Remind me', not: 'Tell me', any: [/later|skip|remind/u] }],
  }),
];

/** The service does not offer this way to log in. */
export const NO_LOGIN_SIGNS: readonly Phrase[] = [
  sign({
    rule: 'login-not-offered',
    weight: 2.5,
    ko: [
      {
        name: 'login-not-offered',
        is: '아이디 로그인은 앱에서만 이용할 수 있습니다',
        not: '로그인은 여기서 하세요',
        any: [
          chain(
            /(?<!.)(?!.*(?:점검|예정|장애|오류|에러)).*?/u,
            /로그인(?:서비스|기능|방식|화면|업무|수단)?(?:은|는|이|가|을|를)/u,
            within(24),
            either(of(CANNOT), of(STOP), /종료|폐지|닫|막|제한|(?:에서|으로|로)만(?:.{0,8}수있)?/u),
          ),
        ],
      },
    ],
    en: [
      {
        name: 'login-not-offered',
        is: 'Sign in with a password is no longer supported',
        not: 'Sign in with a password',
        any: [
          chain(
            /(log ?in|sign[ -]?in)[^.?!]{0,30}/u,
            either(
              /not (currently )?(available|possible|offered|supported)|disabled|unavailable/u,
              /suspended|discontinued|no longer/u,
            ),
          ),
        ],
      },
    ],
  }),
  sign({
    rule: 'other-way',
    weight: 1,
    ko: [
      {
        name: 'other-way',
        is: '간편인증으로 로그인',
        not: '간편한 조회',
        any: [
          /(간편인증|인증서|신분증|앱|모바일|vpn|교내|내부망)(에서|으로|로|을|를)?[^.!?]{0,16}(로그인|이용|접속|연결)/u,
        ],
      },
    ],
    en: [
      {
        name: 'other-way',
        is: 'Use the mobile app',
        not: 'Mobility',
        any: [/(certificate|mobile|app)\b/u],
      },
    ],
  }),
];
