import { alerted, type CorpusPage, LOGIN_ELEMENTS, page, sheet, sheets } from '../page.ts';

const HEAD = `다빛훈련포털
  홈
  과정찾기
  수강신청
  내강의실
  커뮤니티
  마이페이지
  로그아웃`;
const TAIL = `사업자등록번호 000-00-00000
  서울특별시 영등포구 여의대로 24
  고객센터 1577-0000
  Copyright 다빛재단`;

/** A fifth batch, scored once before any rule had seen it. Pages failing, closed or full. */
export const COURSES_OUTAGES: readonly CorpusPage[] = [
  ...sheets(
    'error-page',
    `
    다빛훈련포털
    ${HEAD}
    서비스 장애가 발생하여 복구 중에 있습니다.
    이용에 불편을 드려 대단히 송구합니다.
    ${TAIL}

    다빛훈련포털
    ${HEAD}
    수강신청
    강의 목록을 읽어오지 못했습니다. 새로고침 후에도 같으면 1577-0000으로 알려 주세요.
    ${TAIL}

    알림
    [SYS-9001] 시스템 담당자에게 연락 바랍니다.

    다빛훈련포털
    서비스 점검이 아닌 예기치 않은 장애로 접속이 어렵습니다.
    신속히 복구하겠습니다.

    -
    일일 트래픽을 초과하여 접속할 수 없습니다.

    다빛훈련포털
    로그인 서버 오류
    로그인 서버에 이상이 있어 로그인하실 수 없습니다.
    확인

    오류보고
    다음 오류로 인해 작업이 취소되었습니다.
    Connection reset

    다빛훈련포털
    앗, 뭔가 문제가 있네요.
    잠시 뒤에 새로고침 해 주세요.
    새로고침

    시스템 메시지
    호출한 서비스로부터 응답이 없습니다.
    업무 담당자에게 문의하십시오.

    다빛훈련포털
    현재 모든 서비스를 이용할 수 없는 상태입니다.
    통신망 장애 복구 시까지 기다려 주시기 바랍니다.

    -
    쿼리 실행 중 에러가 발생했습니다.
    ORA-01652: unable to extend temp segment by 128 in tablespace TEMP

    Error
    org.hibernate.exception.JDBCConnectionException: Could not open connection

    -
    SQL error: [CUBRID][JDBC] Cannot communicate with the broker or received invalid packet

    Error: connect ECONNREFUSED 10.0.3.12:1521
    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1300:16)

    TemplateSyntaxError at /main
    Invalid block tag on line 12
    Exception Location: /srv/app/venv/lib/python3.9/site-packages/django/template/base.py

    Apache2 Ubuntu Default Page: It works
    Apache2 Ubuntu Default Page
    This is the default welcome page used to test the correct operation of the Apache2 server.

    Heroku
    Application error
    An error occurred in the application and your page could not be served.

    Dabit
    Something broke on our end. Sit tight while we fix it.
    `,
  ),
  alerted('error-page', '시스템 오류 : 관리자에게 문의 바랍니다. (ERR-01)', { text: HEAD }),
  alerted('error-page', '요청이 정상적으로 처리되지 않았습니다.', {}),
  ...sheets(
    'timeout',
    `
    처리시간 초과
    요청하신 업무의 처리 시간이 초과되었습니다.
    `,
  ),
  sheet(
    'http-error',
    `Error 502
    Bad gateway
    The web server reported a bad gateway error.`,
    { status: 502 },
  ),
  sheet(
    'blank',
    `다빛훈련포털
    로딩중`,
    { elements: ['.blockUI'] },
  ),
  page('blank', 'nothing but a logo', { title: '다빛훈련포털', text: '', elements: [] }),
  ...sheets(
    'maintenance',
    `
    다빛훈련포털
    홈페이지 리뉴얼 작업중입니다.
    오픈예정일 2024년 9월 2일

    서비스 일시 중지 안내
    서버 이전에 따라 서비스를 일시 중지합니다.
    중지 기간 : 10/5(토) 20:00 ~ 10/6(일) 12:00
    이용에 불편을 드려 죄송합니다.

    다빛훈련포털
    ${HEAD}
    현재 점검 중인 서비스입니다.
    점검이 끝나는 대로 이용하실 수 있습니다.
    ${TAIL}

    Down for maintenance
    Dabit is down for maintenance. Please check back in an hour.
    `,
  ),
  alerted('maintenance', '현재 시스템 점검중이므로 로그인할 수 없습니다.', {
    elements: LOGIN_ELEMENTS,
    text: '로그인\n아이디\n비밀번호',
  }),
  ...sheets(
    'waiting-room',
    `
    수강신청 대기
    수강신청 접속자가 많아 순차적으로 접속 중입니다.
    나의 대기순번 : 1,024번
    예상 대기시간 : 3분

    Virtual queue
    There are 842 people ahead of you. Do not refresh this page.
    `,
  ),
];
