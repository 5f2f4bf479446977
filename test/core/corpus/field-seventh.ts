import { alerted, type CorpusPage, LOGIN_ELEMENTS, MISSING, sheet } from './page.ts';

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

const FAILING: readonly CorpusPage[] = [
  sheet(
    'error-page',
    `서비스 이용안내
    ${TOP}
    서비스를 이용하시는데 불편을 드려 죄송합니다.
    일시적인 장애로 요청하신 서비스가 처리되지 않았습니다.
    문제가 계속되는 경우 고객센터로 연락하여 주십시오.
    ${END}`,
  ),
  sheet(
    'error-page',
    `바로내보험
    서비스 접속이 불가합니다.
    현재 접속자 폭주로 인하여 서비스 접속이 원활하지 않사오니 잠시 후 이용하여 주시기 바랍니다.`,
  ),
  sheet(
    'error-page',
    `바로내보험
    ${TOP}
    증명서발급
    발급 서버 점검 또는 오류로 발급할 수 없습니다. 나중에 다시 시도해 주세요.
    ${END}`,
  ),
  sheet(
    'error-page',
    `Error
    알 수 없는 오류(-1)`,
  ),
  sheet(
    'error-page',
    `바로내보험
    화면을 불러오지 못했어요
    네트워크 상태를 확인한 뒤 다시 시도해 주세요
    다시 시도하기`,
  ),
  sheet(
    'error-page',
    `긴급 안내
    오전 9시 10분부터 발생한 시스템 장애로 전 업무가 중단된 상태입니다.
    조속히 복구하겠습니다. 국민 여러분께 깊이 사과드립니다.`,
  ),
  sheet(
    'error-page',
    `바로내보험
    내부 서버 문제로 요청을 완료할 수 없습니다
    Trace ID: 66a1f-0b`,
  ),
  sheet(
    'error-page',
    `시스템 알림
    업무 처리 중 비정상 종료되었습니다.
    오류번호 : 20240718-0915-0001`,
  ),
  sheet(
    'error-page',
    `
    [IBM][CLI Driver] SQL30081N A communication error has been detected.`,
  ),
  sheet(
    'error-page',
    `Error Report
    java.sql.SQLRecoverableException: IO Error: The Network Adapter could not establish the connection`,
  ),
  sheet(
    'error-page',
    `
    -21003: Cubrid query error: Cannot connect to server 'portal'`,
  ),
  sheet(
    'error-page',
    `
    com.tmax.tibero.jdbc.err.TbSQLTimeoutException: JDBC-90610:Query timeout`,
  ),
  sheet(
    'error-page',
    `Apache Tomcat
    HTTP Status 500 - An exception occurred processing JSP page /index.jsp at line 12`,
  ),
  sheet(
    'error-page',
    `503 Service Temporarily Unavailable
    503 Service Temporarily Unavailable
    openresty`,
  ),
  sheet(
    'error-page',
    `Under pressure
    Our servers are under heavy load right now. Please come back in a little while.`,
  ),
  sheet(
    'error-page',
    `This page isn't working
    We could not process your request at this time.`,
  ),
  alerted(
    'error-page',
    '시스템 사정으로 처리하지 못하였습니다. 잠시 후 다시 이용하시기 바랍니다.',
    {},
  ),
  alerted('error-page', 'DB Error', { title: '바로내보험', text: TOP }),
  sheet(
    'timeout',
    `안내
    거래 시간이 초과되어 처리되지 않았습니다. (Timeout)`,
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
    'http-error',
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
];

const CLOSED: readonly CorpusPage[] = [
  sheet(
    'maintenance',
    `바로내보험
    ${TOP}
    시스템 작업 안내
    전산시스템 개선 작업 중으로 서비스를 이용하실 수 없습니다.
    작업시간 7.20.(토) 18:00 ~ 7.21.(일) 09:00
    ${END}`,
  ),
  sheet(
    'maintenance',
    `잠시 멈춤
    더 빠른 서비스를 위해 서버를 교체하고 있습니다. 오후 3시에 다시 열립니다.`,
  ),
  sheet(
    'maintenance',
    `[공지] 홈페이지 점검
    홈페이지 정기 점검 (매월 셋째 주 토요일 22:00 ~ 일요일 06:00)
    점검 중에는 모든 민원서비스가 중단됩니다.`,
  ),
  alerted('maintenance', '지금은 서비스 점검 시간입니다.\n(00:00~01:00)', { text: '' }),
  sheet(
    'waiting-room',
    `접속자 대기
    서비스 이용 대기 중
    나의 순서 312
    전체 대기 1,520
    이 페이지에서 나가시면 순서가 사라집니다.`,
  ),
  sheet(
    'waiting-room',
    `Hold tight
    You are number 98 in the queue. This page refreshes automatically.`,
  ),
];

const REFUSED: readonly CorpusPage[] = [
  sheet(
    'blocked',
    `Blocked
    이 요청은 웹 방화벽에 의해 차단되었습니다. Request ID 9f1e-22`,
  ),
  sheet(
    'blocked',
    `접근 불가
    현재 접속하신 IP(203.0.113.77)는 접근이 허용되지 않습니다.`,
  ),
  sheet(
    'blocked',
    `로봇 확인
    자동화된 프로그램의 접속을 막기 위해 아래 그림의 글자를 입력해 주세요.`,
    {
      elements: ['img', 'input[type=text]'],
    },
  ),
  sheet(
    'blocked',
    `Pardon Our Interruption
    As you were browsing, something about your browser made us think you were a bot.`,
  ),
  alerted('blocked', '정상적인 경로로 접속하시기 바랍니다.', {}),
  alerted('login-rejected', '등록된 회원이 아니거나 비밀번호가 틀립니다.', {
    elements: LOGIN_ELEMENTS,
  }),
  sheet(
    'login-rejected',
    `로그인
    ${TOP}
    로그인
    아이디
    비밀번호
    로그인 정보가 올바르지 않습니다. 남은 횟수 3회
    ${END}`,
    { elements: LOGIN_ELEMENTS },
  ),
  alerted('login-rejected', '장기 미사용으로 휴면 처리된 아이디입니다.', {}),
  sheet(
    'password-expired',
    `비밀번호 변경 권고
    비밀번호 변경 후 180일이 지났습니다.
    비밀번호를 변경하시겠습니까?
    변경하기
    30일 뒤에 변경하기`,
  ),
  sheet(
    'login-unavailable',
    `로그인
    ${TOP}
    로그인
    보안 강화를 위해 아이디 로그인 기능을 더 이상 제공하지 않습니다.
    간편인증
    금융인증서
    모바일 신분증
    ${END}`,
  ),
  sheet(
    'changed',
    `404 Not Found
    ${TOP}
    원하시는 페이지를 찾을 수가 없습니다.
    ${END}`,
    { status: 404 },
  ),
  sheet(
    'changed',
    `바로내보험
    바로내보험 누리집이 새 주소로 이사했습니다.
    새 누리집으로 가기`,
  ),
  sheet(
    'changed',
    `바로내보험
    ${TOP}
    보험료 모의계산
    가입자 유형을 선택하세요
    직장가입자
    지역가입자
    ${END}`,
    { markers: MISSING },
  ),
  sheet(
    'unknown',
    `바로내보험
    중복 로그인으로 로그아웃되었습니다.`,
  ),
];

const HEALTHY: readonly CorpusPage[] = [
  sheet(
    'passed',
    `바로내보험
    ${TOP}
    많이 찾는 민원
    자격득실확인서 발급
    보험료 납부확인서 발급
    건강검진 대상 조회
    알려드립니다
    홈페이지 서비스 일시중단 안내(7/20)
    보험료 조회 오류 정정 안내
    인증서 오류 조치 방법
    ${END}`,
  ),
  sheet(
    'passed',
    `바로내보험
    ${TOP}
    알림
    7.20.(토) 00시~06시 전산작업으로 홈페이지 이용이 제한됩니다.
    많이 찾는 민원
    자격득실확인서 발급
    보험료 납부확인서 발급
    건강검진 대상 조회
    ${END}`,
  ),
  sheet(
    'passed',
    `자주 묻는 질문 | 바로내보험
    ${TOP}
    인증서 로그인이 안 됩니다.
    보안프로그램을 다시 설치해 주세요.
    증명서 출력 중 오류가 발생합니다.
    프린터 설정을 확인해 주세요.
    보험료 조회가 되지 않습니다.
    잠시 후 다시 조회해 주세요.
    ${END}`,
  ),
  sheet(
    'passed',
    `[종합] 건강보험 홈페이지 한때 접속 불가
    건강보험 홈페이지가 18일 오전 한때 먹통이 됐다.
    공단은 "서버 과부하로 접속이 원활하지 않았다"며 "현재는 정상"이라고 설명했다.
    2024.07.18 13:02
    최민수 기자`,
  ),
  sheet(
    'passed',
    `로그인 | 바로내보험
    ${TOP}
    아이디 로그인
    인증서 로그인
    비밀번호 5회 오류 시 본인확인 후 재설정하셔야 합니다.
    장기간 미사용 시 휴면 계정으로 전환됩니다.
    ${END}`,
    { elements: LOGIN_ELEMENTS },
  ),
  sheet(
    'passed',
    `보험료 체납
    ${TOP}
    체납 시 불이익
    6회 이상 체납하면 보험급여가 제한됩니다.
    납부 기한이 지나면 연체금이 부과됩니다.
    체납보험료 조회
    ${END}`,
  ),
  sheet(
    'passed',
    `장애인 보조기기 급여 안내
    ${TOP}
    장애인 보조기기
    전동휠체어
    의지·보조기
    지급신청서 내려받기
    ${END}`,
  ),
  sheet(
    'passed',
    `정보보안 소식
    ${TOP}
    랜섬웨어 차단 수칙
    의심스러운 메일은 열지 마세요.
    비정상적인 접속 알림을 받으면 비밀번호를 바꾸세요.
    ${END}`,
  ),
  sheet(
    'passed',
    `DevOps 엔지니어 | 다온테크
    주요업무
    서비스 장애 모니터링과 복구 자동화
    DB 장애 대응
    자격요건
    Kubernetes 경험
    지원하기`,
  ),
  sheet(
    'passed',
    `PostgreSQL 오류 코드
    부록 A
    57014 query_canceled
    08006 connection_failure
    53300 too_many_connections
    이전 장
    다음 장`,
  ),
  sheet(
    'passed',
    `서비스 현황판
    로그인 정상
    조회 정상
    발급 정상
    최근 30일 장애 0건`,
  ),
  sheet(
    'passed',
    `About us
    We help companies recover from outages.
    When your site is down, every minute counts.
    Case studies
    Pricing
    Contact`,
  ),
  sheet(
    'passed',
    `민원 접수 완료
    ${TOP}
    민원이 접수되었습니다.
    접수번호 2024-001
    처리기한 7일
    ${END}`,
  ),
  sheet(
    'passed',
    `오늘의 날씨
    강풍으로 여객선 운항이 중단되었습니다.
    내일 기온 32도
    미세먼지 보통
    주간 예보`,
  ),
  sheet(
    'passed',
    `바로내보험
    ${TOP}
    인터넷 발급 가능 시간
    평일 06:00~24:00
    시스템 점검 시간에는 발급이 제한될 수 있습니다.
    ${END}`,
  ),
  alerted('passed', '저장되었습니다.', { text: TOP }),
];

/** A seventh batch, scored once before any rule had seen it. */
export const FIELD_SEVENTH: readonly CorpusPage[] = [...FAILING, ...CLOSED, ...REFUSED, ...HEALTHY];
