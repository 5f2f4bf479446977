import { alerted, type CorpusPage, LOGIN_ELEMENTS, MISSING, sheet } from './page.ts';

const TOP = `온누리복지
  복지서비스
  서비스신청
  복지도움
  알림마당
  로그인`;
const END = `보건복지상담센터 129
  (30113) 세종특별자치시 도움4로 13
  Copyright 온누리복지`;

const FAILING: readonly CorpusPage[] = [
  sheet(
    'error-page',
    `온누리복지
    ${TOP}
    이용에 불편을 드려 죄송합니다.
    일시적으로 서비스를 이용하실 수 없습니다.
    잠시 후 다시 접속해 주시기 바랍니다.
    이전화면 홈화면
    ${END}`,
  ),
  sheet(
    'error-page',
    `온누리복지
    시스템에 일시적인 부하가 발생하여 서비스가 지연되고 있습니다.
    잠시만 기다리신 후 재접속 바랍니다.`,
  ),
  sheet(
    'error-page',
    `에러 안내
    처리 도중 예외가 발생했습니다
    예외 코드: NPE-0001`,
  ),
  sheet(
    'error-page',
    `온누리복지
    ${TOP}
    복지급여 신청내역
    신청내역을 조회하는 중 문제가 생겨 표시하지 못했습니다.
    ${END}`,
  ),
  sheet(
    'error-page',
    `온누리복지
    연계기관(행정안전부) 시스템 장애로 현재 서비스 이용이 어렵습니다.`,
  ),
  sheet(
    'error-page',
    `알림
    서버에 연결할 수 없습니다. 관리자에게 문의하세요.`,
  ),
  sheet(
    'error-page',
    `Oops
    이런! 화면을 찾아오는 길에 문제가 생겼어요.
    홈으로 가기`,
  ),
  sheet(
    'error-page',
    `
    [오류] DB 세션이 부족하여 요청을 처리할 수 없습니다.`,
  ),
  sheet(
    'error-page',
    `
    ORA-00257: archiver error. Connect internal only, until freed.`,
  ),
  sheet(
    'error-page',
    `Exception Report
    jakarta.servlet.ServletException: org.springframework.transaction.CannotCreateTransactionException`,
  ),
  sheet(
    'error-page',
    `
    TBR-17003 Maximum number of sessions exceeded`,
  ),
  sheet(
    'error-page',
    `WebLogic Server
    Error 503--Service Unavailable`,
  ),
  sheet(
    'error-page',
    `WebtoB Error
    404 Not Found
    The requested URL /main.do was not found on this WebtoB server.`,
  ),
  sheet(
    'error-page',
    `Welcome to JEUS
    JEUS 8 is running.`,
  ),
  sheet(
    'error-page',
    `Sorry
    The system is temporarily unable to respond. Please try your request again in a few minutes.`,
  ),
  sheet(
    'error-page',
    `Unexpected Error
    An unexpected condition was encountered. Contact the administrator.`,
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
  sheet(
    'timeout',
    `온누리복지
    서버의 응답 시간이 초과되었습니다.
    다시 시도`,
  ),
  sheet(
    'http-error',
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
];

const CLOSED: readonly CorpusPage[] = [
  sheet(
    'maintenance',
    `온누리복지 서비스 중지 안내
    ${TOP}
    차세대 시스템 전환으로 서비스를 중지합니다.
    중지기간 2024.9.13.(금) 18:00 ~ 2024.9.19.(목) 09:00
    대상업무 전체
    ${END}`,
  ),
  sheet(
    'maintenance',
    `시스템 점검 중
    보다 안정적인 서비스를 위하여 점검 중입니다. 06시 이후 접속 바랍니다.`,
    { status: 503 },
  ),
  sheet(
    'maintenance',
    `온누리복지
    ${TOP}
    정기점검 시간에는 신청을 하실 수 없습니다. 현재 점검이 진행되고 있습니다.
    ${END}`,
  ),
  sheet(
    'maintenance',
    `Site under maintenance
    We'll be back soon!`,
  ),
  sheet(
    'waiting-room',
    `서비스 대기
    현재 이용자가 많아 대기 중입니다.
    대기인원 13,204명
    예상대기시간 25분
    잠시 후 자동으로 접속됩니다.`,
  ),
  sheet(
    'waiting-room',
    `잠시만 기다려 주세요
    고객님의 대기번호는 77번입니다.
    순서가 되면 자동으로 화면이 넘어갑니다. 새로고침하지 마세요.`,
  ),
];

const REFUSED: readonly CorpusPage[] = [
  sheet(
    'blocked',
    `보안 차단
    귀하의 접속은 보안 정책을 위반하여 차단되었습니다.
    사이버안전센터 1544-0000`,
  ),
  sheet(
    'blocked',
    `온누리복지
    동일 IP에서 과도한 접속이 발생하여 일시적으로 접속을 제한합니다.`,
  ),
  sheet(
    'blocked',
    `Access Denied
    Your access to this site has been limited by the site owner.`,
  ),
  sheet(
    'blocked',
    `접속 확인
    접속하신 브라우저가 안전한지 확인하고 있습니다.
    잠시 후 자동으로 이동합니다.`,
  ),
  alerted('blocked', '잘못된 경로로 접근하셨습니다.', {}),
  alerted('login-rejected', 'ID 또는 PW가 맞지 않습니다. (2회 실패)', { elements: LOGIN_ELEMENTS }),
  sheet(
    'login-rejected',
    `로그인 | 온누리복지
    ${TOP}
    로그인
    아이디 또는 비밀번호가 일치하지 않습니다.
    다시 입력해 주세요.
    아이디
    비밀번호
    ${END}`,
    { elements: LOGIN_ELEMENTS },
  ),
  alerted('login-rejected', '사용이 중지된 계정입니다. 관리자에게 문의하세요.', {}),
  sheet(
    'password-expired',
    `비밀번호 변경안내
    고객님께서는 3개월 이상 동일한 비밀번호를 사용하고 계십니다.
    비밀번호 변경
    다음에 하기`,
  ),
  sheet(
    'login-unavailable',
    `로그인 | 온누리복지
    ${TOP}
    아이디 로그인 서비스 종료 안내
    2024년 12월부터 아이디/비밀번호 로그인은 제공하지 않습니다.
    간편인증서로 로그인
    공동인증서로 로그인
    ${END}`,
  ),
  sheet(
    'changed',
    `온누리복지
    ${TOP}
    해당 페이지를 찾을 수 없습니다.
    페이지가 이동되었거나 삭제되었을 수 있습니다.
    ${END}`,
  ),
  sheet(
    'changed',
    `안내
    이 서비스는 복지로로 이전되었습니다.
    복지로 바로가기`,
  ),
  sheet(
    'unknown',
    `알림
    오랫동안 사용하지 않아 로그인이 해제되었습니다.`,
  ),
];

const HEALTHY: readonly CorpusPage[] = [
  sheet(
    'passed',
    `온누리복지
    ${TOP}
    복지서비스 찾기
    기초연금
    아동수당
    장애수당
    긴급복지 생계지원
    에너지바우처
    새소식
    시스템 정기점검 안내(매월 둘째 주)
    접속 오류 시 조치 방법 안내
    ${END}`,
  ),
  sheet(
    'passed',
    `온누리복지
    서비스 일시 중단 안내
    7월 27일(토) 00:00~08:00 시스템 점검으로 모든 서비스가 중단됩니다.
    이용에 불편을 드려 죄송합니다.
    오늘 하루 보지 않기
    ${TOP}
    복지서비스 찾기
    기초연금
    아동수당
    생계지원
    에너지바우처
    복지위기 알림
    ${END}`,
  ),
  sheet(
    'passed',
    `새소식 | 온누리복지
    ${TOP}
    새소식
    복지로 접속 장애 관련 사과의 말씀
    등록일 2024.07.19
    7월 18일 발생한 접속 장애로 불편을 겪으신 국민 여러분께 사과드립니다.
    장애 원인은 네트워크 장비 오류로 확인되었으며 같은 날 12시에 복구되었습니다.
    목록
    ${END}`,
  ),
  sheet(
    'passed',
    `장애수당 | 온누리복지
    ${TOP}
    장애수당
    지원대상 만 18세 이상 등록장애인
    신청방법 읍면동 주민센터 방문 또는 온라인
    문의 129
    ${END}`,
  ),
  sheet(
    'passed',
    `로그인 | 온누리복지
    ${TOP}
    로그인
    아이디
    비밀번호
    로그인이 되지 않을 경우 고객센터로 문의해 주세요.
    5회 이상 실패하면 10분간 로그인할 수 없습니다.
    ${END}`,
    { elements: LOGIN_ELEMENTS },
  ),
  sheet(
    'passed',
    `복지도움 챗봇
    무엇을 도와드릴까요?
    로그인 오류
    신청 오류
    비밀번호 잠김 해제
    상담원 연결`,
    { elements: ['input[type=text]'] },
  ),
  sheet(
    'passed',
    `주차장 안내
    공단 청사 주차장 공사로 10월 말까지 이용이 제한됩니다.
    대중교통 이용을 부탁드립니다.
    오시는 길
    층별 안내
    관람 시간`,
  ),
  sheet(
    'passed',
    `정전 안내 - 한빛전력
    ${TOP}
    우리 동네 정전 정보
    세종시 나성동 7월 20일 10:00~12:00 설비 점검으로 정전
    세종시 도담동 7월 21일 10:00~11:00 설비 점검으로 정전
    정전 신고
    ${END}`,
  ),
  sheet(
    'passed',
    `한빛아이티 블로그
    WAS가 응답하지 않을 때 확인할 것
    JEUS와 WebtoB 사이의 연결이 끊어지면 503 Service Unavailable이 보인다.
    먼저 jeusadmin으로 상태를 확인한다.
    다음 글
    이전 글`,
  ),
  sheet(
    'passed',
    `장애 이력
    서비스 상태
    모든 서비스 정상
    지난 장애
    2024-07-18 로그인 지연 (해결됨)
    2024-06-02 조회 오류 (해결됨)`,
  ),
  sheet(
    'passed',
    `오류 제보하기
    ${TOP}
    홈페이지 오류 제보
    어떤 오류가 있었나요?
    오류가 난 화면 주소
    오류 내용
    보내기
    ${END}`,
    { elements: ['input[type=text]', 'textarea'] },
  ),
  sheet(
    'passed',
    `입찰공고
    ${TOP}
    2024년 정보시스템 장애예방 점검 용역
    공고번호 20240718-001
    마감 2024-08-02
    첨부 제안요청서.hwp
    ${END}`,
  ),
  sheet(
    'passed',
    `Ministry of Welfare
    News
    Ministry apologises for website outage
    The outage on 18 July was caused by a failed network switch. Services were restored at noon.
    Read more
    Publications
    Contact us`,
  ),
  sheet(
    'passed',
    `신청 결과
    ${TOP}
    신청이 정상적으로 접수되었습니다.
    처리 결과는 문자로 알려드립니다.
    ${END}`,
  ),
  sheet(
    'passed',
    `국가기술자격 기출문제
    정보처리기사 실기
    다음 중 교착상태(deadlock)가 발생하기 위한 조건이 아닌 것은?
    데이터베이스 장애 회복 기법을 쓰시오.`,
  ),
  sheet(
    'passed',
    `이용시간
    ${TOP}
    서비스 이용시간
    조회 24시간
    신청 09:00~22:00
    정기점검 매주 일요일 00:00~06:00 (이용 불가)
    ${END}`,
  ),
];

/** A sixth batch, scored once before any rule had seen it. */
export const FIELD_SIXTH: readonly CorpusPage[] = [...FAILING, ...CLOSED, ...REFUSED, ...HEALTHY];
