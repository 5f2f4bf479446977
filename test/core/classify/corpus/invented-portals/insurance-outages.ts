import { alerted, type CorpusPage, sheet, sheets } from '../page.ts';

const TOP = `바로내보험
  보험료조회
  자격득실
  증명서발급
  민원신청
  공동인증센터
  전체메뉴`;
const END = `원주본부 (26465) 강원특별자치도 원주시 건강로 32
  상담 1577-1000
  Copyright(c) 바로내보험. All rights reserved.`;

/** A seventh batch, scored once before any rule had seen it. Pages failing, closed or full. */
export const INSURANCE_OUTAGES: readonly CorpusPage[] = [
  ...sheets(
    'error-page',
    `
    서비스 이용안내
    ${TOP}
    서비스를 이용하시는데 불편을 드려 죄송합니다.
    일시적인 장애로 요청하신 서비스가 처리되지 않았습니다.
    문제가 계속되는 경우 고객센터로 연락하여 주십시오.
    ${END}

    바로내보험
    서비스 접속이 불가합니다.
    현재 접속자 폭주로 인하여 서비스 접속이 원활하지 않사오니 잠시 후 이용하여 주시기 바랍니다.

    바로내보험
    ${TOP}
    증명서발급
    발급 서버 점검 또는 오류로 발급할 수 없습니다. 나중에 다시 시도해 주세요.
    ${END}

    Error
    알 수 없는 오류(-1)

    바로내보험
    화면을 불러오지 못했어요
    네트워크 상태를 확인한 뒤 다시 시도해 주세요
    다시 시도하기

    긴급 안내
    오전 9시 10분부터 발생한 시스템 장애로 전 업무가 중단된 상태입니다.
    조속히 복구하겠습니다. 국민 여러분께 깊이 사과드립니다.

    바로내보험
    내부 서버 문제로 요청을 완료할 수 없습니다
    Trace ID: 66a1f-0b

    시스템 알림
    업무 처리 중 비정상 종료되었습니다.
    오류번호 : 20240718-0915-0001

    -
    [IBM][CLI Driver] SQL30081N A communication error has been detected.

    Error Report
    java.sql.SQLRecoverableException: IO Error: The Network Adapter could not establish the connection

    -
    -21003: Cubrid query error: Cannot connect to server 'portal'

    -
    com.tmax.tibero.jdbc.err.TbSQLTimeoutException: JDBC-90610:Query timeout

    Apache Tomcat
    HTTP Status 500 - An exception occurred processing JSP page /index.jsp at line 12

    503 Service Temporarily Unavailable
    503 Service Temporarily Unavailable
    openresty

    Under pressure
    Our servers are under heavy load right now. Please come back in a little while.

    This page isn't working
    We could not process your request at this time.
    `,
  ),
  alerted(
    'error-page',
    '시스템 사정으로 처리하지 못하였습니다. 잠시 후 다시 이용하시기 바랍니다.',
    {},
  ),
  alerted('error-page', 'DB Error', { title: '바로내보험', text: TOP }),
  ...sheets(
    'timeout',
    `
    안내
    거래 시간이 초과되어 처리되지 않았습니다. (Timeout)
    `,
  ),
  sheet(
    'http-error',
    `Internal Server Error
    The server encountered an internal error or misconfiguration and was unable to complete your request.`,
    {
      status: 500,
    },
  ),
  sheet(
    'error-page',
    `바로내보험
    서비스를 일시적으로 사용할 수 없습니다`,
    { status: 502 },
  ),
  sheet(
    'blank',
    `바로내보험
    `,
    { elements: ['#loading'] },
  ),
  ...sheets(
    'maintenance',
    `
    바로내보험
    ${TOP}
    시스템 작업 안내
    전산시스템 개선 작업 중으로 서비스를 이용하실 수 없습니다.
    작업시간 7.20.(토) 18:00 ~ 7.21.(일) 09:00
    ${END}

    잠시 멈춤
    더 빠른 서비스를 위해 서버를 교체하고 있습니다. 오후 3시에 다시 열립니다.

    [공지] 홈페이지 점검
    홈페이지 정기 점검 (매월 셋째 주 토요일 22:00 ~ 일요일 06:00)
    점검 중에는 모든 민원서비스가 중단됩니다.
    `,
  ),
  alerted('maintenance', '지금은 서비스 점검 시간입니다.\n(00:00~01:00)', { text: '' }),
  ...sheets(
    'waiting-room',
    `
    접속자 대기
    서비스 이용 대기 중
    나의 순서 312
    전체 대기 1,520
    이 페이지에서 나가시면 순서가 사라집니다.

    Hold tight
    You are number 98 in the queue. This page refreshes automatically.
    `,
  ),
];
