/** Who is not let in, and why. All heuristic. */
import type { Phrase } from '#core/classify/phrase-weight';
import { sign } from '#core/classify/sign';
import { CANNOT, CREDENTIALS, pattern, STOP, within } from '#core/classify/vocabulary';

export const REFUSAL_SIGNS: readonly Phrase[] = [
  sign(
    'threat-seen',
    1.5,
    /침해|위협|공격|해킹|악성|유해|의심|(?<!더)이상(트래픽|행위|접속|징후|패턴)|비정상|불법|매크로|자동(화)?(된)?프로그램|봇(?!대)|로봇|과도|과다|(너무|지나치게)?많은(요청|접속)|요청이(너무)?많|(짧은|단)시간|위반|위배/gu,
    /suspicious|malicious|attack|robot|\bbot\b|automated|unusual|violat|flagged|threat|too many/gu,
  ),
  sign(
    'whose-access',
    1,
    /(?<![a-z])ip(?![a-z])|아이피|접속(환경|국가|위치|주소|지역)|귀하|(고객|회원|사용자|이용자)님?의(접속|pc|ip|단말|요청|브라우저)|해외|국외|국내(에서)?만|(허용|허가|인가|등록)(된|되지)|권한/gu,
    /your (ip|address|request|access|connection|device|network|browser)/gu,
  ),
  sign(
    'refused',
    1.5,
    /(차단|거부|거절|금지)(?!됩니다|합니다)|제한(되었|되어|되고|된|하였|했|하고|중)|(허용|허가)(되지|하지)|탐지|감지|연결을끊|접근할수없|접속할수없/gu,
    /block|denied|refused|reject|forbidden|restrict|not (allowed|permitted|authori)/gu,
  ),
  sign(
    'who-guards',
    0.7,
    /보안(관제|팀|담당|정책|시스템|장비|센터|관리)|방화벽|관제(센터|팀)|침입/gu,
    /firewall|security|incident|waf/gu,
  ),
  sign(
    'prove-human',
    2,
    /(숫자|문자|글자|그림)(을|를)?.{0,8}(입력|선택)|(자동|로봇|프로그램)(이|가)?아(닌지|님을|닙)|사람(인지|이맞|임을)/gu,
    /(you are|you're) (a )?human|captcha/gu,
  ),
];

export const QUEUE_SIGNS: readonly Phrase[] = [
  sign(
    'in-order',
    1.5,
    /순서대로|순서(가|를)|순번|\d번째|차례|대기열|입장|줄을?서|순차(적으로)?/gu,
    /queue|in line|your turn/gu,
  ),
  sign(
    'how-many',
    1.5,
    /(앞|대기|뒤)[^.!?]{0,8}[\d,]+(명|번|팀)|[\d,]+(명|번째)|(예상|소요|남은|대기)[^.!?]{0,8}\d+(분|초|시간)/gu,
    /\d+ (people|users|visitors)|estimated/gu,
  ),
  sign('waits', 1, /대기(중|자|인원|시간|번호|실)|기다려|기다리/gu, /wait/gu),
  sign(
    'crowd',
    1,
    /(이용(하시|하)?는?(분|사람|고객)|접속자|이용자|사용자|방문자|접속량)(이|가)?.{0,8}(많|몰|급증|폭주)|동시접속/gu,
    /high (demand|traffic|volume)|many (people|users|visitors)/gu,
  ),
  sign(
    'stay',
    1,
    /(새로고침|f5|창을닫|뒤로가기).{0,16}(마|말|않|뒤로|처음|다시)|자동(으로)?(접속|입장|연결|이동|로그인)/gu,
    /(do not|don't) (refresh|close)|automatically/gu,
  ),
];

export const REJECTION_SIGNS: readonly Phrase[] = [
  sign(
    'credentials-wrong',
    2,
    pattern(
      CREDENTIALS,
      within(16),
      '(?:틀[렸립린리]|다릅|다르|잘못|(?:일치|맞|올바르|유효|존재|등록되|확인되|정확)(?:하)?지않|다시(?:확인|입력)|없(?:습|는)|실패|오류(?!횟)|잠[겼긴김]|잠금|정지|휴면|탈퇴|아닙)',
    ),
    /(user ?name|password|login|credential|account|id)\b[^.?!]{0,30}(wrong|incorrect|invalid|not (match|found|recogni)|does ?n.t|(?<!(will|may|can) be )locked|mismatch)|(wrong|incorrect|invalid|bad)\b.{0,12}(user ?name|password|login|credential|id\b)/gu,
  ),
  sign(
    'account-at-rest',
    2,
    /(휴면|탈퇴|정지|잠긴|잠금|미등록|미가입|미승인)[^.!?]{0,10}(계정|회원|아이디|사용자)(입니다|이므로|으로|이라)/gu,
  ),
  sign(
    'how-often',
    0.9,
    /(오류|실패|잘못|틀린|시도)(입력)?(횟수|회수|누적)?[^.!?]{0,8}\d회|\d회.{0,6}(오류|실패|잘못|틀|초과)|남은(시도|횟수)/gu,
    /attempts?/gu,
  ),
  sign('of-login', 0.7, /로그인(오류|실패|불가|할수없|에)|본인확인/gu, /log ?in|sign ?in/gu),
];

export const AGE_SIGNS: readonly Phrase[] = [
  sign(
    'password-aged',
    2,
    /(비밀번호|패스워드|암호)[^.!?]{0,24}(지났|지나|넘[었게으]|경과|초과|만료|도래|오래|끝났|끝나)|(\d+(일|개월|달|년)|오래|오랫동안|장기간)[^.!?]{0,12}(비밀번호|패스워드|암호)[^.!?]{0,12}(쓰|사용|변경하지|바꾸지)|(임시|초기)(비밀번호|패스워드|암호)(로|를|는|은|인|상태)/gu,
    /password[^.?!]{0,30}(expired|older|not been changed|temporary)|(temporary|initial) password/gu,
  ),
  sign(
    'change-wanted',
    1,
    /(비밀번호|패스워드|암호)(를|을)?.{0,14}(변경|바꾸|바꿔|재설정|등록|교체)|새(로운)?(비밀번호|패스워드|암호)/gu,
    /(change|update|reset|new) (your )?password/gu,
  ),
  sign(
    'or-later',
    1,
    /(다음에|나중에|\d+(일|개월)(간|동안|후|뒤)?(에)?).{0,12}(변경|바꾸|하기|보지않|묻지않|다시알림)|지금(변경|바꾸)/gu,
    /later|skip|remind/gu,
  ),
];

export const NO_LOGIN_SIGNS: readonly Phrase[] = [
  sign(
    'login-not-offered',
    2.5,
    pattern(
      '(?<!.)(?!.*(?:점검|예정|장애|오류|에러)).*?',
      '로그인(?:서비스|기능|방식|화면|업무|수단)?(?:은|는|이|가|을|를)',
      within(24),
      `(?:${CANNOT}|${STOP}|종료|폐지|닫|막|제한|(?:에서|으로|로)만(?:.{0,8}수있)?)`,
    ),
    /(log ?in|sign[ -]?in)[^.?!]{0,30}(not (currently )?(available|possible|offered|supported)|disabled|unavailable|suspended|discontinued|no longer)/gu,
  ),
  sign(
    'other-way',
    1,
    /(간편인증|인증서|신분증|앱|모바일|vpn|교내|내부망)(에서|으로|로|을|를)?[^.!?]{0,16}(로그인|이용|접속|연결)/gu,
    /(certificate|mobile|app)\b/gu,
  ),
];
