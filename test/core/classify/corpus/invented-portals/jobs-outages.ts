import { alerted, type CorpusPage, sheet, sheets } from '../page.ts';

const MENU = `새길취업
  메뉴열기
  일자리찾기
  인재찾기
  취업지원
  나의새길
  로그인 회원가입`;
const FOOT = `(04513) 서울특별시 중구 세종대로 39
  대표전화 02-123-4567
  Copyright 2024 새길취업진흥원`;

/** Written before the rules were tuned; looked at while tuning. Pages failing, closed or full. */
export const JOBS_OUTAGES: readonly CorpusPage[] = [
  ...sheets(
    'error-page',
    `
    페이지 오류
    새길취업 통합시스템 이용에 불편을 드려 죄송합니다.
    일시적인 페이지 오류로 사이트를 이용하실 수 없습니다.
    새로고침(F5)을 누르시거나 잠시 후 이용하여 주십시오.
    이전페이지

    -
    잘못된 경로로 들어오셨거나 일시적인 오류입니다.
    문제가 지속되면 담당자에게 문의 바랍니다.

    에러 발생
    요청을 처리하는 과정에서 에러가 났습니다.
    빠른 시간 안에 고치도록 하겠습니다.
    에러 타입 : java.lang.NullPointerException
    에러 메시지 : null

    새길취업
    ${MENU}
    페이지를 표시할 수 없습니다
    가능성이 높은 원인
    웹 사이트가 유지보수 중이거나 프로그램에 문제가 있을 수 있습니다.
    이렇게 해 보세요
    새로 고침
    이전 페이지로
    ${FOOT}

    -
    이용에 불편을 드려 죄송합니다.
    사용자 증가로 접속이 지연되고 있습니다.
    잠시 후 다시 시도해주세요.

    500 ERROR
    내부 서버 오류입니다.
    서비스 처리 과정에서 에러가 발생하였습니다.
    문의를 원하실 경우 고객센터를 이용해 주세요.

    새길취업
    ${MENU}
    관리자에게 문의하세요
    오류가 계속 반복됩니다
    뒤로가기
    ${FOOT}

    안내
    서비스 접속이 원활하지 않습니다.
    현재 이용자가 일시적으로 집중되어 원활한 서비스 제공이 어렵습니다.
    잠시 후 다시 접속해 주시기 바랍니다.
    확인

    시스템 안내
    시스템 내부에 문제가 생겨 화면을 띄우지 못했습니다.
    [처음으로]

    누리훈련넷
    앗! 일시적인 문제가 생겼어요
    담당자가 문제를 확인하고 있습니다. 조금만 기다려 주세요.
    에러 ID 8f3c-11aa

    바름보험
    ${MENU}
    보험료 조회
    조회 도중 서버에서 오류 응답을 받았습니다. (E-5012)
    다시 시도
    ${FOOT}

    Message
    처리중 에러가 발생했습니다.
    [E0001] TransactionException
    tx timeout

    오류
    java.sql.SQLException: 최대 접속 개수를 초과했습니다

    -
    DB Connection Fail

    -
    데이타베이스에 접속할 수 없습니다. 관리자에게 문의하십시오.

    JEUS Error
    500 Internal Server Error
    Exception occurred while servicing request [/portal/main.do]
    jeus.servlet.engine.exception.ServletException

    Error 500--Internal Server Error
    From RFC 2068 Hypertext Transfer Protocol -- HTTP/1.1:
    10.5.1 500 Internal Server Error

    HTTP Status 500 – Internal Server Error
    Type Exception Report
    Message Unable to compile class for JSP
    org.apache.jasper.JasperException

    -
    Warning: mysqli_connect(): (HY000/2002): Connection refused in /home/www/inc/db.php on line 12

    Apache Tomcat/9.0.65
    If you're seeing this, you've successfully installed Tomcat. Congratulations!

    새길취업
    We're sorry, but something went wrong.
    If you are the application owner check the logs for more information.

    Error
    The service you requested is unavailable at this time. Please try later.

    Application Error
    An error occurred in the application and your page could not be served.
    `,
  ),
  sheet(
    'error-page',
    `
    {"resultCode":"9999","resultMsg":"시스템 오류가 발생하였습니다."}`,
    { contentType: 'application/json' },
  ),
  alerted('error-page', '처리 중 오류가 발생하였습니다.\n관리자에게 문의하여 주십시오.', {}),
  alerted('error-page', '서버와의 통신에 실패하였습니다.', { title: '새길취업', text: '새길취업' }),
  alerted('timeout', '서버 응답시간이 초과되었습니다. 다시 시도해 주세요.', {}),
  sheet(
    'error-page',
    `500
    서버 오류가 발생했습니다. 잠시 후 다시 시도해 주세요.
    홈으로 돌아가기`,
    { status: 500 },
  ),
  sheet(
    'http-error',
    `502 Bad Gateway
    502 Bad Gateway
    nginx`,
    { status: 502 },
  ),
  ...sheets(
    'blank',
    `
    새길취업
    Loading ...
    `,
  ),
  sheet(
    'blank',
    `누리훈련넷
    데이터를 불러오고 있습니다...`,
    { elements: ['.loading'] },
  ),
  sheet('blank', '새길취업'),
  ...sheets(
    'maintenance',
    `
    시스템 점검 안내
    시스템 점검중으로 인해 서비스가 중단됨을 알려드립니다.
    이용에 불편을 드려 죄송합니다.
    일시 : 2024년 08월 14일
    00:00~18:30

    서비스 점검 안내
    안녕하십니까? 새길취업입니다.
    보다 나은 서비스를 제공하고자 아래와 같이 시스템 작업을 진행하오니 이용에 참고하시기 바랍니다.
    작업일시 : 11월 2일(토) 22:00 ~ 11월 3일(일) 06:00
    작업내용 : 서버 증설
    감사합니다.

    기업 정보
    기업 정보 점검 안내
    다음의 내용으로 시스템 점검 중이오니 서비스 이용에 참고하시기 바랍니다.
    내용 : 시스템 점검 작업으로 인한 서비스 이용 불가
    더욱 안정적인 서비스를 제공하기 위함이오니 양해 부탁 드립니다.
    `,
  ),
  sheet(
    'maintenance',
    `503
    서비스 점검 중입니다
    빠른 시일 내에 서비스를 재개하겠습니다.`,
    { status: 503 },
  ),
  alerted('maintenance', '이용에 불편을 드려 죄송합니다.\n현재 서비스 점검중입니다.', {}),
  ...sheets(
    'maintenance',
    `
    We'll be back
    We are performing scheduled maintenance and will be back online shortly.

    바름보험
    서비스 개선을 위해 홈페이지를 잠시 닫습니다.
    재개 예정: 7월 22일(월) 09:00
    `,
  ),
  ...sheets(
    'waiting-room',
    `
    예매 대기
    나의 대기 순서
    20987
    현재 접속량이 많아 대기 중입니다.
    잠시만 기다려 주시면 신청 페이지로 접속 됩니다.
    새로고침 하거나 재접속 하시면 대기 순서가 초기화 됩니다.

    접속대기 안내
    서비스연결 대기중입니다. 대기 순서에 따라 자동 접속됩니다.
    현재 대기 인원 : 총 1,200명
    예상 대기 시간 : 약 5분 30초

    Queue
    You are now in line. When it is your turn, you will have 10 minutes to enter.
    Number of users in line ahead of you: 5121
    `,
  ),
];
