import {
  alerted,
  type CorpusPage,
  LOGIN_ELEMENTS,
  LOGIN_PAGE,
  MAIN_PAGE,
  page,
  sheet,
} from './page.ts';

const MENU = `누리훈련넷
  훈련과정
  훈련기관
  나의 훈련
  커뮤니티
  고객지원
  로그인
  ENGLISH`;
const FOOT = `우)30117 세종특별자치시 한누리대로 422
  상담전화 1350 (유료)
  ⓒ 누리훈련넷 All Rights Reserved.`;

const FAILING: readonly CorpusPage[] = [
  sheet(
    'error-page',
    `에러페이지
    요청하신 페이지에서 에러가 발생하였습니다.
    서비스 사용에 불편을 끼쳐 드려서 대단히 죄송합니다.
    빠른 시간내에 조치하겠습니다.`,
  ),
  sheet(
    'error-page',
    `누리훈련넷
    ${MENU}
    일시적으로 서버에 문제가 있어 요청하신 내용을 보여 드리지 못하고 있습니다.
    문제가 지속되는 경우, 고객센터에 문의해주세요.
    확인
    ${FOOT}`,
  ),
  sheet(
    'error-page',
    `현재 페이지 이용 불가
    현재 해당 페이지는 사용하실 수 없습니다.
    서버 상태를 확인하고 있으니 잠시 후 다시 시도해 주세요.`,
  ),
  sheet(
    'error-page',
    `
    일시적인 오류가 발생했습니다
    잠시 후에도 같은 증상이 발생하면 관리자에게 문의하세요
    홈으로`,
  ),
  sheet(
    'error-page',
    `알림 메세지
    현재 연동 서비스 제공이 원활하지 못해 일시적으로 진행이 불가합니다.
    닫기`,
  ),
  sheet(
    'error-page',
    `누리훈련넷
    서버 접속이 지연되고 있습니다. 관리자에게 문의바랍니다.`,
  ),
  sheet(
    'error-page',
    `바름보험
    죄송합니다. 지금은 접속하실 수 없습니다.
    빠르게 정상화하도록 노력하겠습니다.`,
  ),
  sheet(
    'error-page',
    `Error Page
    Error Code : 500
    Error Message : 요청 처리 중 서버 내부에서 예외가 발생했습니다.
    Request URI : /nuri/main.do`,
  ),
  sheet(
    'error-page',
    `누리훈련넷
    ${MENU}
    처리 결과
    정상적으로 처리되지 못했습니다.
    오류내용: ConnectTimeoutException
    ${FOOT}`,
  ),
  sheet(
    'error-page',
    `오류 안내
    프로그램 실행 중 문제가 발견되었습니다.
    불편하시더라도 첫 화면부터 다시 시작해 주십시오.`,
  ),
  sheet(
    'error-page',
    `긴급공지
    현재 국가정보자원관리원 화재로 누리훈련넷 서비스 이용이 불가능합니다.
    복구되는 대로 다시 안내드리겠습니다.`,
  ),
  sheet(
    'error-page',
    `서비스 장애 안내
    통신사 회선 장애로 접속이 되지 않고 있습니다. 복구 중이오니 양해 바랍니다.`,
  ),
  sheet(
    'error-page',
    `
    JDBC-90401:Connection refused by the server.`,
  ),
  sheet(
    'error-page',
    `
    com.tmax.tibero.jdbc.err.TbSQLException: JDBC-12003:Unable to open a session`,
  ),
  sheet(
    'error-page',
    `org.springframework.web.util.NestedServletException
    Request processing failed; nested exception is org.mybatis.spring.MyBatisSystemException
    Caused by: cubrid.jdbc.driver.CUBRIDException: Failed to connect to database server`,
  ),
  sheet(
    'error-page',
    `Whitelabel Error Page
    This application has no explicit mapping for /error, so you are seeing this as a fallback.
    There was an unexpected error (type=Internal Server Error, status=500).`,
  ),
  sheet(
    'error-page',
    `Server Error
    Server Error in '/' Application.
    Timeout expired. The timeout period elapsed prior to obtaining a connection from the pool.`,
  ),
  sheet(
    'error-page',
    `WebtoB
    WebtoB/5.0.0
    Service Temporary Unavailable`,
  ),
  sheet(
    'error-page',
    `Welcome to nginx!
    If you see this page, the nginx web server is successfully installed and working.`,
  ),
  sheet(
    'error-page',
    `
    <b>Fatal error</b>: Uncaught PDOException: SQLSTATE[HY000] [2002] No such file or directory`,
  ),
  sheet(
    'error-page',
    `Django
    OperationalError at /
    could not translate host name "db" to address
    Request Method: GET`,
  ),
  sheet(
    'error-page',
    `Something's not right
    We hit a snag while loading this page. Our engineers have been notified.
    Reload`,
  ),
  sheet(
    'error-page',
    `
    {"code":"ER-502","message":"일시적으로 서비스를 이용할 수 없습니다"}`,
    {
      contentType: 'application/json',
    },
  ),
  alerted('error-page', '시스템에 장애가 발생하였습니다. 잠시후 이용해 주시기 바랍니다.', {}),
  alerted('error-page', '데이터 조회에 실패하였습니다.\n(에러코드 : -1)', { text: MENU }),
  sheet(
    'timeout',
    `응답 지연
    요청하신 페이지의 응답이 지연되어 연결을 종료합니다.`,
  ),
  sheet(
    'http-error',
    `오류
    현재 서비스를 이용하실 수 없습니다.
    잠시 후 다시 접속하여 주십시오.`,
    { status: 503 },
  ),
  sheet(
    'http-error',
    `504 Gateway Time-out
    504 Gateway Time-out
    The server didn't respond in time.`,
    { status: 504 },
  ),
  sheet('blank', '누리훈련넷', {
    pending: [{ url: 'https://nuri.example/api/main', waitedMs: 20_000, resource: 'xhr' }],
    fault: { phase: 'step', message: 'the page did not come to rest', timedOut: true },
    elements: ['.spinner'],
  }),
  sheet(
    'blank',
    `
    잠시만 기다려 주세요`,
  ),
  sheet(
    'blank',
    `누리훈련넷
    You need to enable JavaScript to run this app.`,
  ),
  sheet('blank', ''),
];

const CLOSED: readonly CorpusPage[] = [
  sheet(
    'maintenance',
    `누리훈련넷
    시스템 점검 중입니다.
    안정적인 서비스 제공을 위해 시스템 점검을 실시하고 있습니다.
    2024.08.11 (일)
    오전 00:00 ~ 오후 12:00
    점검 시간 동안 홈페이지 이용이 불가하오니, 양해 부탁드립니다.`,
  ),
  sheet(
    'maintenance',
    `데이터 이관 작업 안내
    차세대 시스템 개통 준비를 위한 데이터 이관으로 모든 서비스가 멈춥니다.
    기간: 9. 14.(토) 18:00 - 9. 18.(수) 09:00`,
  ),
  sheet(
    'maintenance',
    `누리훈련넷
    ${MENU}
    점검중
    해당 메뉴는 현재 점검중입니다.
    ${FOOT}`,
  ),
  sheet(
    'maintenance',
    `
    Site Maintenance
    Sorry for the inconvenience. We're performing some maintenance at the moment.
    — The Team`,
  ),
  sheet(
    'maintenance',
    `서비스 일시중지
    전산센터 정전 작업(18:00~24:00)으로 서비스가 일시 중지됩니다.`,
  ),
  alerted('maintenance', 'DB 정기점검 시간(00:00~01:00)입니다. 점검 후 이용해 주세요.', {}),
  sheet(
    'maintenance',
    `Under Construction
    This web site is under construction.`,
  ),
  sheet(
    'waiting-room',
    `잠시 대기
    지금 많은 분들이 접속하고 있어 순서대로 입장을 도와드리고 있습니다.
    내 앞 대기자 3,210명
    예상 시간 12분`,
  ),
  sheet(
    'waiting-room',
    `서비스 접속대기
    서비스 접속대기 중입니다.
    고객님 앞에 502명, 뒤에 31명의 대기자가 있습니다.
    현재 접속 사용자가 많아 대기 중이며, 잠시만 기다리시면 서비스로 자동 접속됩니다.
    중지`,
  ),
  sheet(
    'waiting-room',
    `Waiting Room
    Thank you for your patience. You'll be let in automatically.
    Your estimated wait time is 4 minutes.`,
  ),
];

const REFUSED: readonly CorpusPage[] = [
  sheet(
    'blocked',
    `Request Blocked
    Your request has been blocked for security reasons.
    Incident: 7720-11`,
  ),
  sheet(
    'blocked',
    `접속 차단
    해외에서 접속하신 것으로 확인되어 이용이 제한됩니다.
    국내 IP로 접속해 주세요.`,
  ),
  sheet(
    'blocked',
    `안내
    요청하신 URL은 웹방화벽 정책에 따라 거부되었습니다.
    문의: 정보보호팀 02-111-2222`,
  ),
  sheet(
    'blocked',
    `접근 제한
    허용된 네트워크에서만 접속할 수 있습니다.`,
  ),
  sheet(
    'blocked',
    `Access Denied
    You don't have permission to access "http://nuri.example/" on this server.
    Reference #18.2f1c`,
    { status: 403 },
  ),
  sheet('blocked', `Too Many Requests`, { status: 429 }),
  sheet(
    'blocked',
    `잠깐! 접속 확인
    사람이 접속한 것이 맞는지 확인하고 있습니다.
    이 작업은 몇 초 걸릴 수 있습니다.`,
    { elements: ['iframe[src*=captcha]', 'iframe'] },
  ),
  alerted('blocked', '정상적인 접근 방식이 아닙니다.', {}),
  alerted('login-rejected', '존재하지 않는 아이디이거나 비밀번호가 다릅니다.', {
    text: LOGIN_PAGE.join('\n'),
    elements: LOGIN_ELEMENTS,
  }),
  sheet(
    'login-rejected',
    `로그인
    로그인
    아이디
    비밀번호
    입력하신 정보로 가입된 회원을 찾을 수 없습니다.`,
    { elements: LOGIN_ELEMENTS },
  ),
  alerted(
    'login-rejected',
    '비밀번호 5회 오류로 계정이 잠겼습니다. 비밀번호 찾기 후 이용하세요.',
    {},
  ),
  sheet(
    'login-rejected',
    `Login
    Username
    Password
    Invalid username or password.
    Log in`,
    { elements: LOGIN_ELEMENTS },
  ),
  sheet(
    'password-expired',
    `비밀번호 만료 안내
    안전한 이용을 위해 3개월마다 비밀번호를 바꾸셔야 합니다.
    비밀번호를 바꾸신 지 3개월이 지났습니다.
    지금 변경
    나중에 하기`,
  ),
  sheet(
    'login-unavailable',
    `로그인
    ${MENU}
    아이디 로그인은 모바일 앱에서만 이용하실 수 있습니다.
    간편인증 로그인
    공동인증서 로그인
    금융인증서 로그인
    ${FOOT}`,
  ),
  sheet(
    'changed',
    `404
    페이지를 찾을 수 없습니다
    요청하신 페이지가 존재하지 않습니다.
    홈으로 돌아가기`,
    { status: 404 },
  ),
  sheet(
    'changed',
    `통합로그인
    하나의 아이디로 여러 서비스를
    아이디
    비밀번호
    로그인`,
    {
      url: 'https://nuri.example/login.do',
      finalUrl: 'https://sso.onepass.example/auth',
      allowedHosts: ['nuri.example'],
      elements: LOGIN_ELEMENTS,
    },
  ),
  sheet(
    'changed',
    `누리훈련넷
    누리훈련넷이 새길취업과 하나가 되었습니다
    더 편리해진 새길취업에서 만나요
    새길취업으로 이동`,
  ),
  sheet(
    'http-error',
    `HTTP Status 404 – Not Found
    Type Status Report
    The origin server did not find a current representation for the target resource`,
    {
      status: 404,
    },
  ),
  sheet(
    'unknown',
    `로그아웃 안내
    장시간 사용하지 않아 안전하게 로그아웃되었습니다.
    로그인 화면으로`,
  ),
  sheet(
    'unknown',
    `
    �̿뿡 ������ ����� �˼��մϴ�. ���� ���Դϴ�.`,
  ),
];

const HEALTHY: readonly CorpusPage[] = [
  sheet(
    'passed',
    `누리훈련넷
    시스템 점검 안내
    안녕하세요. 누리훈련넷입니다.
    7월 21일(일) 02:00~05:00 시스템 점검으로 서비스가 일시 중단되오니 양해 바랍니다.
    일주일간 보지 않기
    닫기
    ${MAIN_PAGE.join('\n')}`,
  ),
  sheet(
    'passed',
    `FAQ
    ${MENU}
    FAQ
    Q. 훈련과정 신청 시 '처리 중 오류가 발생했습니다'라는 창이 떠요.
    A. 인터넷 사용기록을 삭제하신 뒤 다시 신청해 주세요.
    Q. 접속이 차단되었다고 나옵니다.
    A. 해외에서는 이용하실 수 없습니다.
    ${FOOT}`,
  ),
  sheet(
    'passed',
    `[속보] 고용 전산망 접속 장애...복구 완료
    18일 오전 고용 관련 누리집 접속이 지연돼 민원인들이 발길을 돌렸다.
    노동부 관계자는 "서버 오류로 이용에 불편을 드려 죄송하다"고 말했다.
    김하늘 기자
    ⓒ 한빛뉴스 무단 전재 및 재배포 금지`,
  ),
  sheet(
    'passed',
    `사이버보안 전문가 과정
    ${MENU}
    웹 방화벽 운영과 침입 차단 실무
    훈련기간 2024-09-02 ~ 2024-12-20
    비정상적인 접근을 탐지하고 차단하는 방법을 배웁니다.
    수강신청
    ${FOOT}`,
  ),
  sheet(
    'passed',
    `로그인 | 누리훈련넷
    ${LOGIN_PAGE.join('\n')}
    로그인 5회 실패 시 계정이 잠기니 주의하세요.
    3개월마다 비밀번호를 변경해 주세요.
    정기점검: 매주 일요일 02:00~04:00`,
    { elements: LOGIN_ELEMENTS },
  ),
  sheet(
    'passed',
    `고객지원
    ${MENU}
    원격지원 서비스
    이용 중 오류가 발생하면 상담원이 화면을 보며 도와드립니다.
    접속번호 6자리 입력
    연결
    ${FOOT}`,
    { elements: ['input[type=text]'] },
  ),
  sheet(
    'passed',
    `회원가입
    ${MENU}
    이미 사용 중인 아이디입니다.
    아이디
    비밀번호
    비밀번호 확인
    비밀번호가 일치하지 않으면 가입할 수 없습니다.
    가입하기
    ${FOOT}`,
    { elements: LOGIN_ELEMENTS },
  ),
  sheet(
    'passed',
    `누리훈련넷 서비스 장애 사과문
    ${MENU}
    공지사항
    7월 18일 접속 장애에 대해 사과드립니다
    등록일 2024-07-19 조회수 9,120
    7월 18일 09시 15분부터 11시 57분까지 서비스 접속이 원활하지 않았습니다.
    이용에 불편을 드려 대단히 죄송합니다. 재발 방지에 최선을 다하겠습니다.
    목록
    ${FOOT}`,
  ),
  sheet(
    'passed',
    `게시판
    ${MENU}
    자유게시판
    홈페이지가 너무 느려요 (3)
    어제 오류 났던 분 계신가요? (12)
    점검 언제 끝나나요 (1)
    글쓰기
    ${FOOT}`,
  ),
  sheet(
    'passed',
    `HTTP status codes
    500 Internal Server Error
    The server has encountered a situation it does not know how to handle.
    502 Bad Gateway
    503 Service Unavailable
    Common causes are a server that is down for maintenance or overloaded.
    See also
    Specifications`,
  ),
  sheet(
    'passed',
    `대기환경 정보
    우리 동네 미세먼지
    대기 상태 보통
    측정소 종로구
    예보 보기`,
  ),
  sheet(
    'passed',
    `번호표 예약
    ${MENU}
    고용센터 방문 예약
    센터 선택
    현재 대기인원 4명
    예상 대기시간은 창구 사정에 따라 달라질 수 있습니다.
    예약하기
    ${FOOT}`,
  ),
  sheet(
    'passed',
    `이용제한 안내
    ${MENU}
    부정수급 시 불이익
    훈련비 지원이 3년간 제한됩니다.
    출석을 허위로 등록하면 수강이 중단될 수 있습니다.
    ${FOOT}`,
  ),
  page('passed', 'past apology pop-up over a portal', {
    title: '누리훈련넷',
    text: `서비스 장애 사과 안내\n7월 18일 발생한 서비스 장애로 불편을 드려 깊이 사과드립니다.\n닫기\n${MAIN_PAGE.join('\n')}`,
  }),
  sheet(
    'passed',
    `Help
    Why was I locked out?
    If you enter the wrong password several times, your account is locked for 30 minutes.
    Still having trouble? Contact support.
    Was this page helpful?`,
  ),
  sheet(
    'passed',
    `누리훈련넷
    ${MENU}
    오늘의 추천 훈련
    전기설비 점검 및 유지보수
    자동차 고장 진단과 수리
    승강기 안전점검 실무
    더보기
    ${FOOT}`,
  ),
  alerted('passed', '환영합니다! 즐거운 하루 되세요.', { text: MAIN_PAGE.join('\n') }),
];

/** Written before the rules were tuned, and only scored since. */
export const FIELD_HELD_OUT: readonly CorpusPage[] = [
  ...FAILING,
  ...CLOSED,
  ...REFUSED,
  ...HEALTHY,
];
