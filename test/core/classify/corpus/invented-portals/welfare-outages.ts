import { alerted, type CorpusPage, MISSING, sheet, sheets } from '../page.ts';

const TOP = `온누리복지
  복지서비스
  서비스신청
  복지도움
  알림마당
  로그인`;
const END = `보건복지상담센터 129
  (30113) 세종특별자치시 도움4로 13
  Copyright 온누리복지`;

/** A sixth batch, scored once before any rule had seen it. Pages failing, closed or full. */
export const WELFARE_OUTAGES: readonly CorpusPage[] = [
  ...sheets(
    'error-page',
    `
    온누리복지
    ${TOP}
    이용에 불편을 드려 죄송합니다.
    일시적으로 서비스를 이용하실 수 없습니다.
    잠시 후 다시 접속해 주시기 바랍니다.
    이전화면 홈화면
    ${END}

    온누리복지
    시스템에 일시적인 부하가 발생하여 서비스가 지연되고 있습니다.
    잠시만 기다리신 후 재접속 바랍니다.

    에러 안내
    처리 도중 예외가 발생했습니다
    예외 코드: NPE-0001

    온누리복지
    ${TOP}
    복지급여 신청내역
    신청내역을 조회하는 중 문제가 생겨 표시하지 못했습니다.
    ${END}

    온누리복지
    연계기관(행정안전부) 시스템 장애로 현재 서비스 이용이 어렵습니다.

    알림
    서버에 연결할 수 없습니다. 관리자에게 문의하세요.

    Oops
    이런! 화면을 찾아오는 길에 문제가 생겼어요.
    홈으로 가기

    -
    [오류] DB 세션이 부족하여 요청을 처리할 수 없습니다.

    -
    ORA-00257: archiver error. Connect internal only, until freed.

    Exception Report
    jakarta.servlet.ServletException: org.springframework.transaction.CannotCreateTransactionException

    -
    TBR-17003 Maximum number of sessions exceeded

    WebLogic Server
    Error 503--Service Unavailable

    WebtoB Error
    404 Not Found
    The requested URL /main.do was not found on this WebtoB server.

    Welcome to JEUS
    JEUS 8 is running.

    Sorry
    The system is temporarily unable to respond. Please try your request again in a few minutes.

    Unexpected Error
    An unexpected condition was encountered. Contact the administrator.
    `,
  ),
  sheet(
    'error-page',
    `
    {"success":false,"error":{"code":"INTERNAL","message":"DB connection failed"}}`,
    {
      contentType: 'application/json',
    },
  ),
  alerted('error-page', '처리 중 문제가 발생하여 메인 화면으로 이동합니다.', { text: TOP }),
  alerted('error-page', '조회된 데이터가 올바르지 않습니다. 시스템 관리자에게 문의하십시오.', {
    markers: MISSING,
  }),
  ...sheets(
    'timeout',
    `
    온누리복지
    서버의 응답 시간이 초과되었습니다.
    다시 시도
    `,
  ),
  sheet(
    'error-page',
    `서비스 오류
    ${TOP}
    서비스 처리 중 오류가 발생하였습니다.`,
    { status: 500 },
  ),
  sheet(
    'blank',
    `온누리복지
    잠시만 기다려 주십시오. 페이지를 불러오는 중입니다.`,
    { elements: ['.spinner'] },
  ),
  ...sheets(
    'maintenance',
    `
    온누리복지 서비스 중지 안내
    ${TOP}
    차세대 시스템 전환으로 서비스를 중지합니다.
    중지기간 2024.9.13.(금) 18:00 ~ 2024.9.19.(목) 09:00
    대상업무 전체
    ${END}
    `,
  ),
  sheet(
    'maintenance',
    `시스템 점검 중
    보다 안정적인 서비스를 위하여 점검 중입니다. 06시 이후 접속 바랍니다.`,
    { status: 503 },
  ),
  ...sheets(
    'maintenance',
    `
    온누리복지
    ${TOP}
    정기점검 시간에는 신청을 하실 수 없습니다. 현재 점검이 진행되고 있습니다.
    ${END}

    Site under maintenance
    We'll be back soon!
    `,
  ),
  ...sheets(
    'waiting-room',
    `
    서비스 대기
    현재 이용자가 많아 대기 중입니다.
    대기인원 13,204명
    예상대기시간 25분
    잠시 후 자동으로 접속됩니다.

    잠시만 기다려 주세요
    고객님의 대기번호는 77번입니다.
    순서가 되면 자동으로 화면이 넘어갑니다. 새로고침하지 마세요.
    `,
  ),
];
