import { alerted, type CorpusPage, sheet, sheets } from '../page.ts';

const MENU = `가람민원24
  민원안내 및 신청
  서식/기타
  나의 민원
  이용안내
  로그인`;
const FOOT = `30128 세종특별자치시 도움6로 42
  이용문의 1588-2188
  © Garam e-Minwon. All rights reserved.`;

/** A third batch, scored once before any rule had seen it. Pages failing, closed or full. */
export const PETITIONS_OUTAGES: readonly CorpusPage[] = [
  ...sheets(
    'error-page',
    `
    가람민원24
    이용에 불편을 드려 대단히 죄송합니다.
    요청하신 서비스를 처리하던 중 예외 상황이 생겼습니다.
    같은 현상이 이어지면 전산팀으로 연락 주십시오.

    가람민원24
    ${MENU}
    서비스가 잠시 불안정합니다
    조금 뒤에 다시 찾아 주세요.
    메인으로
    ${FOOT}

    Error
    ERROR!!
    담당자에게 문의하시기 바랍니다.

    가람민원24
    민원 서버와 연결이 끊어졌습니다.
    [새로고침]

    알림
    현재 접속자가 많아 서비스가 지연되고 있습니다. 나중에 이용해 주세요.

    가람민원24
    ${MENU}
    주민등록등본 발급
    행정정보 연계 시스템 장애로 발급이 되지 않습니다.
    ${FOOT}

    -
    시스템에러입니다 관리자에게 문의 하세요

    에러 | 가람민원24
    예상하지 못한 일이 일어났어요
    화면을 새로 고치거나 처음부터 다시 해 주세요

    가람민원24 장애 공지
    12월 3일 14시 20분부터 로그인 및 민원 신청이 불가능합니다.
    원인을 파악하고 있으며 복구되는 대로 알려 드리겠습니다.

    EgovBizException
    fail.common.sql : SQL 처리 중 에러가 발생하였습니다.

    -
    ORA-12514: TNS:listener does not currently know of service requested in connect descriptor

    -
    SQLSTATE[08006] [7] could not connect to server: Connection timed out

    -
    ERR-4110: ALTIBASE communication link failure

    Problem loading page
    The page you requested could not be loaded because of a problem on our side.

    Service Error
    Sorry, this service is experiencing an outage. We are working to fix it.

    500 - Internal server error.
    There is a problem with the resource you are looking for, and it cannot be displayed.

    IIS7
    Welcome
    Internet Information Services

    -
    Index of /
    Name Last modified Size Description
    Parent Directory
    WEB-INF/ 2024-01-02 10:11
    `,
  ),
  alerted('error-page', '서비스 처리 중 문제가 생겼습니다. 잠시 후 다시 시도하여 주십시오.', {}),
  alerted('error-page', 'Error: Network Error', { title: '가람민원24' }),
  ...sheets(
    'error-page',
    `
    가람민원24
    [오류코드 : COM-0099]
    처리할 수 없는 요청이거나 시스템 오류입니다.
    `,
  ),
  sheet(
    'error-page',
    `시스템 오류
    서비스 이용에 불편을 드려 죄송합니다.`,
    { status: 500 },
  ),
  sheet(
    'blank',
    `가람민원24
    화면을 준비하고 있습니다`,
    { elements: ['#loading'] },
  ),
  ...sheets(
    'blank',
    `
    가람민원24
    Please wait...
    `,
  ),
  ...sheets(
    'maintenance',
    `
    서비스 점검
    더 나은 서비스를 위해 잠시 점검하고 있습니다.
    예정 시간 01:00 ~ 04:00

    가람민원24 고도화 안내
    고객 여러분께 안내 말씀 드립니다.
    시스템 고도화를 위해 아래 기간 서비스 이용이 제한됩니다.
    □ 기간 : '24.12.20.(금) 19:00 ~ 12.23.(월) 06:00
    □ 대상 : 가람민원24 전체

    준비중
    홈페이지 개편 중입니다.
    새로운 모습으로 찾아뵙겠습니다.

    Maintenance
    We are currently upgrading our systems. Service will resume at 06:00 KST.
    `,
  ),
  alerted(
    'maintenance',
    '시스템 정기 점검으로 인하여 서비스를 이용하실 수 없습니다.\n(02:00 ~ 05:00)',
    {},
  ),
  ...sheets(
    'waiting-room',
    `
    접속 대기 안내
    동시 접속자가 많아 접속이 지연되고 있습니다.
    내 대기순서 884번째
    잠시 기다리시면 순서대로 연결됩니다.

    Please wait
    High demand right now. You are in a queue.
    Your position: 1442
    `,
  ),
];
