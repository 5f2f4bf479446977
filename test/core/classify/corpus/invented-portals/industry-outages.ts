import { alerted, type CorpusPage, LOGIN_ELEMENTS, sheet, sheets } from '../page.ts';

const TOP = `미르산업포털
  회원가입 로그인 사이트맵 관리자
  사업안내 사업신청 기업지원 알림마당 기관소개`;
const END = `(34129) 대전광역시 유성구 가정로 217
  TEL 042-000-0000 FAX 042-000-0001
  Copyright 미르산업진흥원`;

/** An eighth batch, scored once before any rule had seen it. Pages failing, closed or full. */
export const INDUSTRY_OUTAGES: readonly CorpusPage[] = [
  ...sheets(
    'error-page',
    `
    미르산업포털
    ${TOP}
    서비스 이용에 불편을 드려 죄송합니다
    현재 시스템 장애로 인해 사업신청 서비스를 이용하실 수 없습니다.
    신청 마감 시각은 장애 시간만큼 연장됩니다.
    ${END}

    알림
    페이지를 처리하는 도중 에러가 발생되었습니다.
    이전으로

    미르산업포털
    지금 서버가 많이 바빠요.
    조금 있다가 다시 들러 주세요!

    Error Page
    요청하신 서비스에 장애가 있습니다.
    담당부서: 정보화팀 (042-000-0002)

    미르산업포털
    ${TOP}
    사업공고
    목록 조회에 실패했습니다. (status: 500)
    ${END}

    접속 장애
    현재 인터넷 회선 문제로 누리집 접속이 불안정합니다.
    정상화 즉시 안내드리겠습니다.

    Exception
    시스템 예외입니다. 전산 담당자에게 아래 내용을 전달해 주세요.
    NullPointerException at MainAction.execute

    -
    서버 오류

    -
    Error 1040: Too many connections

    -
    ORA-04031: unable to allocate 4096 bytes of shared memory

    Database error
    A Database Error Occurred
    Unable to connect to your database server using the provided settings.

    -
    weblogic.common.resourcepool.ResourceLimitException: No resources currently available in pool

    Test Page for the HTTP Server on Rocky Linux
    This page is used to test the proper operation of the HTTP server after it has been installed.

    Application Not Available
    The application you are trying to reach is not available at the moment.

    500
    Internal error. Our team has been alerted.
    `,
  ),
  alerted('error-page', '시스템 장애 중입니다. 복구 후 이용해 주세요.', {}),
  alerted('error-page', '오류가 발생하였습니다. 다시 로그인해 주세요.', {
    text: '로그인\n아이디\n비밀번호',
    elements: LOGIN_ELEMENTS,
  }),
  ...sheets(
    'timeout',
    `
    미르산업포털
    서버로부터 응답을 받는 데 시간이 너무 오래 걸립니다.
    `,
  ),
  sheet(
    'http-error',
    `503 Service Unavailable
    No server is available to handle this request.`,
    { status: 503 },
  ),
  ...sheets(
    'blank',
    `
    미르산업포털
    Now Loading...
    `,
  ),
  ...sheets(
    'maintenance',
    `
    서비스 점검 안내
    안녕하세요, 미르산업포털입니다.
    서버 안정화 작업을 위해 서비스 이용이 일시 중단되고 있습니다.
    점검 기간: 2024년 7월 20일(토) 01:00 ~ 05:00
    문의: 042-000-0000

    미르산업포털
    ${TOP}
    현재 사업신청 시스템 점검 중으로 이용이 불가합니다.
    ${END}

    누리집 개편 안내
    새 누리집 준비를 위해 8월 1일부터 8월 3일까지 운영을 멈춥니다.

    Service notice
    Our website is undergoing routine maintenance. We apologize for any inconvenience.
    `,
  ),
  alerted('maintenance', '서버 점검중입니다.\n잠시후에 이용해주세요.', {}),
  ...sheets(
    'waiting-room',
    `
    잠시만요, 사람이 많아요
    대기열에 들어오셨습니다.
    내 앞에 2,011명이 있어요.

    서비스 접속대기 중입니다.
    예상대기시간 : 00시간 02분 11초
    고객님 앞에 130 명, 뒤에 22 명의 대기자가 있습니다.
    `,
  ),
];
