import type { Phrase } from '#core/classify/phrase-weight';

const HEURISTIC = 'heuristic';
const PORTALS = 'heuristic: alerts of Korean portals';

/** The credentials were refused: stop, accounts lock. */
export const REJECTED_PHRASES: readonly Phrase[] = [
  {
    rule: 'wrong-credentials',
    weight: 2,
    ko: /(아이디|비밀번호|패스워드|id|pw|로그인정보|회원정보|사용자정보|입력하신정보|인증정보|계정정보)(가|이|를|을|와|는|은|정보가)?(서로)?(일치하지않(습|아)|올바르지않(습|아)|틀렸|틀립니다|맞지않(습|아)|다릅니다|잘못(되었|입력하)|존재하지않(습|아)|확인(되지않|할수없|해주|하여주|하시|바랍)|다시확인|없습니다|오류입니다)|(아이디|비밀번호|패스워드).{0,8}(을|를)(\d회(이상)?)?(연속)?잘못입력(하셨|했|하였|하여)|(아이디|비밀번호|패스워드).{0,6}(다시|재)(입력|확인)|(비밀번호|로그인)(입력)?(오류|실패)\(?\d\/\d|(아이디|회원).{0,4}(가|이)존재하지않거나/gu,
    source: PORTALS,
  },
  {
    rule: 'no-such-member',
    weight: 2,
    ko: /(존재하지않는|등록되지않은|없는|가입되지않은|미등록|탈퇴한|탈퇴된)(회원|아이디|id|사용자|계정|이용자)|회원으로(등록|가입)되어있지않|일치하는(회원|계정|정보|사용자)(이|가|정보가)?없|(회원|계정|아이디|사용자|가입정보|회원정보)(정보)?(을|를|이|가)?(찾을수없|조회되지않|확인되지않|확인할수없|존재하지않습|없습니다)|(입력하신|해당)(계정|아이디|회원|id)(은|는)(사용|이용|로그인)(하실|할)수없/gu,
    source: PORTALS,
  },
  {
    rule: 'account-locked',
    weight: 2,
    ko: /(계정|아이디|id|로그인|비밀번호)(이|가|은|는)?(잠겼|잠긴|잠금(되었|상태|처리|계정)|정지되었|제한되었|사용중지|차단되었|잠겨)|(사용|이용)(이)?(중지|정지|제한|차단)된(계정|아이디|회원|사용자)|(사용(이)?정지|이용정지|잠긴|잠금|휴면)(된|처리된|상태의?)?(계정|회원|아이디)(입니다|이므로|으로확인|이며)|(오류|실패)(횟수|회수)(를|가|를?\d회|\d회를|\d회)?.{0,6}초과(하여|되어|하였|했|되었)|\d회(이상)?(연속)?(오류|실패|틀려|잘못입력)(하여|되어|로|로인해|하셨|입니다|했|하였)/gu,
    source: 'reference 6: lock-out count unknown, one rejection is enough',
  },
  {
    rule: 'login-failed',
    weight: 2,
    ko: /로그인(에|을|이)?(실패|실패하)(였|했|하였|습|하여|하셨)|로그인이(일시)?제한되었|로그인실패|인증에실패(하였|했)/gu,
    source: PORTALS,
  },
  {
    rule: 'english-rejected',
    weight: 2,
    en: /(invalid|incorrect|wrong|unknown) (user ?name|user id|id|login|password|credential|email)|(password|user ?name|user id|credentials?|email|account)( you entered)? (is|are|was|were) (in(correct|valid)|wrong|not (recognized|found|correct|valid|registered))|does ?n[o']t match (our records|any)|could ?n[o']t find (your|an) account|too many (failed )?(log ?in|sign[- ]?in|password) attempts|(log ?in|authentication|sign[ -]?in) failed|bad credentials|account (is |has been )?(locked|disabled|suspended)/gu,
    source: HEURISTIC,
  },
];

/** The password is right and too old. */
export const EXPIRED_PHRASES: readonly Phrase[] = [
  {
    rule: 'password-old',
    weight: 2,
    ko: /(비밀번호|패스워드)(를|을|는)?(마지막으로)?(변경|수정|등록)(한지|하신지|한후|하신후|한뒤|후)(최소|약|이미)?\d*.{0,8}(지났|지나|경과|초과|넘)|(마지막|최종|최근)(비밀번호)?변경(일|후|이후)?(로|부터|로부터|에서)*\d*.{0,20}(지났|지나|경과|초과)|\d+(일|개월|달)(이상|동안|간|넘게|째)?(동일한?|같은)?비밀번호를?(변경하지않|바꾸지않|쓰고|쓰셨|사용(하고|중|하셨))/gu,
    source: 'issue 3: password-expired',
  },
  {
    rule: 'password-over',
    weight: 2,
    ko: /(비밀번호|패스워드)(의)?(유효|사용|이용|변경)?(기간|기한|주기|일)?(\(.{1,6}\))?(이|가)?(만료|경과(하|되)|도래|지났|초과(하|되))|(비밀번호|패스워드)(의)?변경(이|을)?(필요합|필요한|하셔야|해야)|(장기간|오랫동안|오래)(같은|동일한)?비밀번호를?(변경하지않|바꾸지않|사용)|비밀번호를\d+(일|개월)(이상|동안|간|째)?사용(하고|중)|동일한비밀번호를(사용|이용)(하고|중)/gu,
    en: /password (has |is )?expired|(time to|need to|must|please) (change|update|reset) your password|must change your password|password change (is )?required/gu,
    source: 'issue 3: password-expired',
  },
  {
    rule: 'change-later',
    weight: 1,
    ko: /(다음에|나중에|\d+일(후|뒤)에?)(비밀번호)?(변경|바꾸)(하기)?|비밀번호변경(안내|하기)|새(로운)?비밀번호/gu,
    source: HEURISTIC,
  },
];

/** The way of logging in that the journey uses is not offered. */
export const UNAVAILABLE_PHRASES: readonly Phrase[] = [
  {
    rule: 'login-way-ended',
    weight: 2,
    ko: /((아이디|id)[/·및와과,]*(비밀번호|패스워드|pw))(를?이용한|방식의?|를통한)?로그인(서비스|방식|기능)?(은|는|이|가|을|를)?.{0,20}(종료|중단|폐지|불가|제공하지|지원하지|이용하실수없|사용하실수없|사용할수없|모바일에서만|앱에서만|제한)|(일반|아이디|id)로그인(은|는|이)?.{0,8}(앱|모바일)에서만|(일반|아이디|id)로그인(\(.{0,8}\))?(서비스|기능|방식)?(은|는|이|을|를)?(더이상)?(이용|사용|제공|지원).{0,4}(수없|않)/gu,
    source: 'reference 0.2: work24 offers ID and password on mobile only',
  },
  {
    rule: 'login-way-gone',
    weight: 2,
    ko: /로그인(방식|방법|수단)(은|는|이|을|를).{0,12}(더이상|종료|폐지|중단|없|않)/gu,
    source: HEURISTIC,
  },
  {
    rule: 'login-way-only',
    weight: 2,
    ko: /(간편인증|공동인증서|금융인증서|인증서|본인인증|모바일신분증)(으로|로|을통해|를통해)?만(로그인|이용|접속)(이|을)?(가능|할수|하실수)/gu,
    source: HEURISTIC,
  },
];

/** Other ways of logging in; two of them beside an absent form mean that the option is gone. */
export const OTHER_WAYS: readonly RegExp[] = [
  /간편인증/u,
  /민간인증서|카카오|네이버|토스|pass(?:[^w]|$)/u,
  /공동(?:·금융)?인증서|공인인증서/u,
  /금융인증서/u,
  /모바일신분증/u,
  /any-?id|디지털원패스|생체인증|지문/u,
];
