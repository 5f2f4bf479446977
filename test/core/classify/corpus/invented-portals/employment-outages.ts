import { alerted, type CorpusPage, LOGIN_ELEMENTS, sheet, sheets } from '../page.ts';

const TOP = `본문 바로가기 주메뉴 바로가기
  이 누리집은 대한민국 공식 전자정부 누리집입니다.
  한울고용넷
  로그인 회원가입 사이트맵 한국어
  채용정보 구직신청 실업급여 직업훈련 기업지원 고객센터`;
const BOTTOM = `개인정보처리방침 이메일무단수집거부 이용약관 찾아오시는 길
  (39660) 경상북도 김천시 혁신로 177
  한울고용넷 콜센터 1644-8000 (평일 09:00~18:00)
  COPYRIGHT(C) HANUL. ALL RIGHTS RESERVED.`;

/** A fourth batch, scored once before any rule had seen it. Pages failing, closed or full. */
export const EMPLOYMENT_OUTAGES: readonly CorpusPage[] = [
  ...sheets(
    'error-page',
    `
    한울고용넷
    ${TOP}
    서비스 이용에 불편을 드려 죄송합니다.
    현재 일시적인 시스템 오류로 서비스 이용이 원활하지 않습니다.
    잠시 후 다시 이용해 주시기 바랍니다.
    메인으로 이전 페이지
    ${BOTTOM}

    오류 - 한울고용넷
    ${TOP}
    요청하신 작업을 수행할 수 없습니다.
    오류 코드 HN-5001
    발생 시각 2024-07-18 09:31:22
    ${BOTTOM}

    한울고용넷
    현재 DB 서버 접속이 원활하지 않아 서비스를 제공해 드리지 못하고 있습니다.
    빠른 시간 내에 정상화될 수 있도록 최선을 다하겠습니다.

    시스템 장애
    전산실 화재로 인하여 모든 업무가 중단되었습니다. 복구 일정은 미정입니다.

    한울고용넷
    죄송합니다
    페이지를 여는 도중 알 수 없는 문제가 있었습니다.
    다시 시도

    한울고용넷
    ${TOP}
    마이페이지
    데이터를 가져올 수 없습니다.
    ${BOTTOM}

    결과
    처리 실패
    사유: 내부 시스템 통신 오류
    확인

    한울고용넷
    서버가 응답하지 않아요. 인터넷 연결 상태를 확인하거나 조금 이따 다시 접속해 주세요.

    -
    ORA-12541: TNS:no listener

    500 에러
    java.lang.IllegalStateException: Cannot create PoolableConnectionFactory (Io exception: The Network Adapter could not establish the connection)
    at org.apache.commons.dbcp.BasicDataSource.createPoolableConnectionFactory(BasicDataSource.java:1549)

    -
    Tibero Error -  JDBC-90405: Failed to receive a message from the server

    -
    Could not connect: Lost connection to MySQL server at 'reading initial communication packet'

    JEUS Web Container
    HTTP Status-Code 500 : Internal Server Error
    jeus.servlet.jsp.JspException

    Error
    The server encountered an internal error that prevented it from fulfilling this request.

    Hanul
    Whoops, looks like something went wrong.

    Application error: a client-side exception has occurred (see the browser console for more information).

    -
    no available server
    `,
  ),
  sheet(
    'error-page',
    `
    {"timestamp":"2024-07-18T00:20:11","status":500,"error":"Internal Server Error","path":"/main"}`,
    { contentType: 'application/json' },
  ),
  alerted('error-page', '통신 중 오류가 발생했습니다.\n계속될 경우 관리자에게 문의해 주세요.', {}),
  alerted('error-page', '일시적인 장애로 로그인할 수 없습니다. 잠시 후 다시 시도해 주세요.', {
    elements: LOGIN_ELEMENTS,
    text: '로그인\n아이디\n비밀번호',
  }),
  alerted('error-page', '서버 응답이 느립니다. 잠시 후 다시 시도하세요.', {}),
  sheet(
    'http-error',
    `Service Unavailable
    HTTP Error 503. The service is unavailable.`,
    { status: 503 },
  ),
  sheet(
    'error-page',
    `한울고용넷
    ${TOP}
    시스템 오류가 발생했습니다.
    ${BOTTOM}`,
    { status: 500 },
  ),
  ...sheets(
    'blank',
    `
    한울고용넷
    조회 중입니다. 잠시만 기다려 주십시오.

    index
    `,
  ),
  ...sheets(
    'maintenance',
    `
    한울고용넷 서비스 일시 중단 안내
    ${TOP}
    서비스 일시 중단 안내
    전산장비 교체 작업으로 아래와 같이 서비스가 일시 중단됩니다.
    중단 일시	2024. 9. 14.(토) 00:00 ~ 9. 18.(수) 24:00
    중단 사유	노후 장비 교체
    중단 대상	한울고용넷 전체 서비스
    ${BOTTOM}

    점검중
    지금은 시스템 점검 시간입니다
    매일 00:00 ~ 00:30 에는 서비스를 이용하실 수 없습니다.

    한울고용넷
    긴급 점검을 진행하고 있어요
    최대한 빨리 끝내겠습니다. 불편을 드려 죄송해요.
    `,
  ),
  sheet(
    'maintenance',
    `Scheduled downtime
    This service is unavailable from 00:00 to 06:00 due to scheduled maintenance.`,
    { status: 503 },
  ),
  ...sheets(
    'waiting-room',
    `
    한울고용넷 접속 대기
    접속량이 많아 대기 중입니다.
    대기번호 4,120
    앞에 4,119명이 기다리고 있습니다.
    이 창을 닫지 마세요.

    대기실
    서비스 입장 대기 중
    예상 대기 시간 00:12:30
    내 순번 2081
    `,
  ),
];
