import { chain } from '#core/classify/part';
import { type Phrase, phrase } from '#core/classify/phrase';

/** The service does not offer the login that the journey uses. */
export const UNAVAILABLE_PHRASES: readonly Phrase[] = [
  phrase({
    rule: 'login-way-ended',
    weight: 2,
    ko: [
      {
        name: 'id-and-password',
        is: '아이디/비밀번호 로그인은 종료되었습니다',
        not: '아이디/비밀번호 로그인',
        any: [
          chain(
            /((아이디|id)[/·및와과,]*(비밀번호|패스워드|pw))(를?이용한|방식의?|를통한)?로그인(서비스|방식|기능)?/u,
            /(은|는|이|가|을|를)?.{0,20}/u,
            /(종료|중단|폐지|불가|제공하지|지원하지|이용하실수없|사용하실수없|사용할수없|모바일에서만|앱에서만|제한)/u,
          ),
        ],
      },
      {
        name: 'app-only',
        is: '일반 로그인은 앱에서만',
        not: '일반 로그인',
        any: [/(일반|아이디|id)로그인(은|는|이)?.{0,8}(앱|모바일)에서만/u],
      },
      {
        name: 'no-longer',
        is: '아이디 로그인은 더 이상 이용할 수 없습니다',
        not: '아이디 로그인은 여기서',
        any: [
          chain(
            /(일반|아이디|id)로그인(\(.{0,8}\))?(서비스|기능|방식)?(은|는|이|을|를)?(더이상)?(이용|사용|제공|지원).{0,4}/u,
            /(수없|않)/u,
          ),
        ],
      },
    ],
    source: 'seen on Korean portals: work24 offers ID and password on mobile only',
  }),
  phrase({
    rule: 'login-way-gone',
    weight: 2,
    ko: [
      {
        name: 'way-gone',
        is: '로그인 방식은 더 이상',
        not: '로그인 방식은 세 가지입니다',
        any: [/로그인(방식|방법|수단)(은|는|이|을|를).{0,12}(더이상|종료|폐지|중단|없|않)/u],
      },
    ],
    source: 'heuristic',
  }),
  phrase({
    rule: 'login-way-only',
    weight: 2,
    ko: [
      {
        name: 'only-with',
        is: '공동인증서로만 로그인이 가능',
        not: '공동인증서로 로그인이 가능',
        any: [
          /(간편인증|공동인증서|금융인증서|인증서|본인인증|모바일신분증)(으로|로|을통해|를통해)?만(로그인|이용|접속)(이|을)?(가능|할수|하실수)/u,
        ],
      },
    ],
    source: 'heuristic',
  }),
];

/** Other ways to log in. Two of them beside an absent form mean that the option is gone. */
export const OTHER_WAYS: readonly RegExp[] = [
  /간편인증/u,
  /민간인증서|카카오|네이버|토스|pass(?:[^w]|$)/u,
  /공동(?:·금융)?인증서|공인인증서/u,
  /금융인증서/u,
  /모바일신분증/u,
  /any-?id|디지털원패스|생체인증|지문/u,
];
