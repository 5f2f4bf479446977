import { alerted, type CorpusPage, sheet, sheets } from '../page.ts';

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

/**
 * Written before the rules were tuned, and only scored until the third batch. Pages failing, closed
 * or full.
 */
export const TRAINING_OUTAGES: readonly CorpusPage[] = [
  ...sheets(
    'error-page',
    `
    에러페이지
    요청하신 페이지에서 에러가 발생하였습니다.
    서비스 사용에 불편을 끼쳐 드려서 대단히 죄송합니다.
    빠른 시간내에 조치하겠습니다.

    누리훈련넷
    ${MENU}
    일시적으로 서버에 문제가 있어 요청하신 내용을 보여 드리지 못하고 있습니다.
    문제가 지속되는 경우, 고객센터에 문의해주세요.
    확인
    ${FOOT}

    현재 페이지 이용 불가
    현재 해당 페이지는 사용하실 수 없습니다.
    서버 상태를 확인하고 있으니 잠시 후 다시 시도해 주세요.

    -
    일시적인 오류가 발생했습니다
    잠시 후에도 같은 증상이 발생하면 관리자에게 문의하세요
    홈으로

    알림 메세지
    현재 연동 서비스 제공이 원활하지 못해 일시적으로 진행이 불가합니다.
    닫기

    누리훈련넷
    서버 접속이 지연되고 있습니다. 관리자에게 문의바랍니다.

    바름보험
    죄송합니다. 지금은 접속하실 수 없습니다.
    빠르게 정상화하도록 노력하겠습니다.

    Error Page
    Error Code : 500
    Error Message : 요청 처리 중 서버 내부에서 예외가 발생했습니다.
    Request URI : /nuri/main.do

    누리훈련넷
    ${MENU}
    처리 결과
    정상적으로 처리되지 못했습니다.
    오류내용: ConnectTimeoutException
    ${FOOT}

    오류 안내
    프로그램 실행 중 문제가 발견되었습니다.
    불편하시더라도 첫 화면부터 다시 시작해 주십시오.

    긴급공지
    현재 국가정보자원관리원 화재로 누리훈련넷 서비스 이용이 불가능합니다.
    복구되는 대로 다시 안내드리겠습니다.

    서비스 장애 안내
    통신사 회선 장애로 접속이 되지 않고 있습니다. 복구 중이오니 양해 바랍니다.

    -
    JDBC-90401:Connection refused by the server.

    -
    com.tmax.tibero.jdbc.err.TbSQLException: JDBC-12003:Unable to open a session

    org.springframework.web.util.NestedServletException
    Request processing failed; nested exception is org.mybatis.spring.MyBatisSystemException
    Caused by: cubrid.jdbc.driver.CUBRIDException: Failed to connect to database server

    Whitelabel Error Page
    This application has no explicit mapping for /error, so you are seeing this as a fallback.
    There was an unexpected error (type=Internal Server Error, status=500).

    Server Error
    Server Error in '/' Application.
    Timeout expired. The timeout period elapsed prior to obtaining a connection from the pool.

    WebtoB
    WebtoB/5.0.0
    Service Temporary Unavailable

    Welcome to nginx!
    If you see this page, the nginx web server is successfully installed and working.

    -
    <b>Fatal error</b>: Uncaught PDOException: SQLSTATE[HY000] [2002] No such file or directory

    Django
    OperationalError at /
    could not translate host name "db" to address
    Request Method: GET

    Something's not right
    We hit a snag while loading this page. Our engineers have been notified.
    Reload
    `,
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
  ...sheets(
    'timeout',
    `
    응답 지연
    요청하신 페이지의 응답이 지연되어 연결을 종료합니다.
    `,
  ),
  sheet(
    'error-page',
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
  ...sheets(
    'blank',
    `
    -
    잠시만 기다려 주세요

    누리훈련넷
    You need to enable JavaScript to run this app.
    `,
  ),
  sheet('blank', ''),
  ...sheets(
    'maintenance',
    `
    누리훈련넷
    시스템 점검 중입니다.
    안정적인 서비스 제공을 위해 시스템 점검을 실시하고 있습니다.
    2024.08.11 (일)
    오전 00:00 ~ 오후 12:00
    점검 시간 동안 홈페이지 이용이 불가하오니, 양해 부탁드립니다.

    데이터 이관 작업 안내
    차세대 시스템 개통 준비를 위한 데이터 이관으로 모든 서비스가 멈춥니다.
    기간: 9. 14.(토) 18:00 - 9. 18.(수) 09:00

    누리훈련넷
    ${MENU}
    점검중
    해당 메뉴는 현재 점검중입니다.
    ${FOOT}

    -
    Site Maintenance
    Sorry for the inconvenience. We're performing some maintenance at the moment.
    — The Team

    서비스 일시중지
    전산센터 정전 작업(18:00~24:00)으로 서비스가 일시 중지됩니다.
    `,
  ),
  alerted('maintenance', 'DB 정기점검 시간(00:00~01:00)입니다. 점검 후 이용해 주세요.', {}),
  ...sheets(
    'maintenance',
    `
    Under Construction
    This web site is under construction.
    `,
  ),
  ...sheets(
    'waiting-room',
    `
    잠시 대기
    지금 많은 분들이 접속하고 있어 순서대로 입장을 도와드리고 있습니다.
    내 앞 대기자 3,210명
    예상 시간 12분

    서비스 접속대기
    서비스 접속대기 중입니다.
    고객님 앞에 502명, 뒤에 31명의 대기자가 있습니다.
    현재 접속 사용자가 많아 대기 중이며, 잠시만 기다리시면 서비스로 자동 접속됩니다.
    중지

    Waiting Room
    Thank you for your patience. You'll be let in automatically.
    Your estimated wait time is 4 minutes.
    `,
  ),
];
