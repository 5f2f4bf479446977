import { alerted, type CorpusPage, LOGIN_ELEMENTS, MAIN_PAGE, page, sheet } from './page.ts';

const MENU = `가람민원24
  민원안내 및 신청
  서식/기타
  나의 민원
  이용안내
  로그인`;
const FOOT = `30128 세종특별자치시 도움6로 42
  이용문의 1588-2188
  © Garam e-Minwon. All rights reserved.`;

const FAILING: readonly CorpusPage[] = [
  sheet(
    'error-page',
    `가람민원24
    이용에 불편을 드려 대단히 죄송합니다.
    요청하신 서비스를 처리하던 중 예외 상황이 생겼습니다.
    같은 현상이 이어지면 전산팀으로 연락 주십시오.`,
  ),
  sheet(
    'error-page',
    `가람민원24
    ${MENU}
    서비스가 잠시 불안정합니다
    조금 뒤에 다시 찾아 주세요.
    메인으로
    ${FOOT}`,
  ),
  sheet(
    'error-page',
    `Error
    ERROR!!
    담당자에게 문의하시기 바랍니다.`,
  ),
  sheet(
    'error-page',
    `가람민원24
    민원 서버와 연결이 끊어졌습니다.
    [새로고침]`,
  ),
  sheet(
    'error-page',
    `알림
    현재 접속자가 많아 서비스가 지연되고 있습니다. 나중에 이용해 주세요.`,
  ),
  sheet(
    'error-page',
    `가람민원24
    ${MENU}
    주민등록등본 발급
    행정정보 연계 시스템 장애로 발급이 되지 않습니다.
    ${FOOT}`,
  ),
  sheet(
    'error-page',
    `
    시스템에러입니다 관리자에게 문의 하세요`,
  ),
  sheet(
    'error-page',
    `에러 | 가람민원24
    예상하지 못한 일이 일어났어요
    화면을 새로 고치거나 처음부터 다시 해 주세요`,
  ),
  sheet(
    'error-page',
    `가람민원24 장애 공지
    12월 3일 14시 20분부터 로그인 및 민원 신청이 불가능합니다.
    원인을 파악하고 있으며 복구되는 대로 알려 드리겠습니다.`,
  ),
  sheet(
    'error-page',
    `EgovBizException
    fail.common.sql : SQL 처리 중 에러가 발생하였습니다.`,
  ),
  sheet(
    'error-page',
    `
    ORA-12514: TNS:listener does not currently know of service requested in connect descriptor`,
  ),
  sheet(
    'error-page',
    `
    SQLSTATE[08006] [7] could not connect to server: Connection timed out`,
  ),
  sheet(
    'error-page',
    `
    ERR-4110: ALTIBASE communication link failure`,
  ),
  sheet(
    'error-page',
    `Problem loading page
    The page you requested could not be loaded because of a problem on our side.`,
  ),
  sheet(
    'error-page',
    `Service Error
    Sorry, this service is experiencing an outage. We are working to fix it.`,
  ),
  sheet(
    'error-page',
    `500 - Internal server error.
    There is a problem with the resource you are looking for, and it cannot be displayed.`,
  ),
  sheet(
    'error-page',
    `IIS7
    Welcome
    Internet Information Services`,
  ),
  sheet(
    'error-page',
    `
    Index of /
    Name Last modified Size Description
    Parent Directory
    WEB-INF/ 2024-01-02 10:11`,
  ),
  alerted('error-page', '서비스 처리 중 문제가 생겼습니다. 잠시 후 다시 시도하여 주십시오.', {}),
  alerted('error-page', 'Error: Network Error', { title: '가람민원24' }),
  sheet(
    'error-page',
    `가람민원24
    [오류코드 : COM-0099]
    처리할 수 없는 요청이거나 시스템 오류입니다.`,
  ),
  sheet(
    'http-error',
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
  sheet(
    'blank',
    `가람민원24
    Please wait...`,
  ),
];

const CLOSED: readonly CorpusPage[] = [
  sheet(
    'maintenance',
    `서비스 점검
    더 나은 서비스를 위해 잠시 점검하고 있습니다.
    예정 시간 01:00 ~ 04:00`,
  ),
  sheet(
    'maintenance',
    `가람민원24 고도화 안내
    고객 여러분께 안내 말씀 드립니다.
    시스템 고도화를 위해 아래 기간 서비스 이용이 제한됩니다.
    □ 기간 : '24.12.20.(금) 19:00 ~ 12.23.(월) 06:00
    □ 대상 : 가람민원24 전체`,
  ),
  sheet(
    'maintenance',
    `준비중
    홈페이지 개편 중입니다.
    새로운 모습으로 찾아뵙겠습니다.`,
  ),
  sheet(
    'maintenance',
    `Maintenance
    We are currently upgrading our systems. Service will resume at 06:00 KST.`,
  ),
  alerted(
    'maintenance',
    '시스템 정기 점검으로 인하여 서비스를 이용하실 수 없습니다.\n(02:00 ~ 05:00)',
    {},
  ),
  sheet(
    'waiting-room',
    `접속 대기 안내
    동시 접속자가 많아 접속이 지연되고 있습니다.
    내 대기순서 884번째
    잠시 기다리시면 순서대로 연결됩니다.`,
  ),
  sheet(
    'waiting-room',
    `Please wait
    High demand right now. You are in a queue.
    Your position: 1442`,
  ),
];

const REFUSED: readonly CorpusPage[] = [
  sheet(
    'blocked',
    `접근차단
    비정상 접근이 탐지되어 접속을 차단하였습니다.
    차단번호 2024-99812`,
  ),
  sheet(
    'blocked',
    `
    이 사이트에 접속할 권한이 없습니다. (IP: 198.51.100.20)`,
  ),
  sheet(
    'blocked',
    `Security
    We have detected unusual activity from your network. Access has been restricted.`,
  ),
  sheet(
    'blocked',
    `보안 확인
    자동화된 접속으로 의심됩니다. 계속하려면 확인란을 선택하세요.`,
    { elements: ['iframe'] },
  ),
  alerted('blocked', '잘못된 접근입니다.', { text: '' }),
  alerted('login-rejected', '입력하신 아이디 혹은 비밀번호가 일치하지 않습니다.', {
    elements: LOGIN_ELEMENTS,
  }),
  sheet(
    'login-rejected',
    `로그인
    아이디
    비밀번호
    등록되지 않은 사용자입니다.
    로그인`,
    { elements: LOGIN_ELEMENTS },
  ),
  alerted('login-rejected', '로그인 시도 횟수를 초과하여 계정이 잠금 처리되었습니다.', {}),
  sheet(
    'password-expired',
    `비밀번호 변경 안내
    회원님의 소중한 정보를 지키기 위해 비밀번호를 변경해 주세요.
    마지막 변경일 2024-01-02 (212일 경과)
    현재 비밀번호
    새 비밀번호
    90일 후에 변경
    변경`,
    { elements: ['input[type=password]'] },
  ),
  sheet(
    'changed',
    `가람민원24
    ${MENU}
    요청하신 페이지가 없습니다
    메뉴가 바뀌었거나 주소를 잘못 입력하셨을 수 있습니다.
    ${FOOT}`,
    { status: 404 },
  ),
  sheet(
    'changed',
    `안내
    홈페이지 주소가 변경되었습니다.
    새 주소: https://new.garam.example
    즐겨찾기를 바꿔 주세요.`,
  ),
  sheet(
    'unknown',
    `
    자동 로그아웃
    일정 시간 이용이 없어 로그아웃되었습니다.`,
  ),
];

const HEALTHY: readonly CorpusPage[] = [
  sheet(
    'passed',
    `가람민원24
    ${MENU}
    자주 찾는 민원
    주민등록등본
    건축물대장
    지방세 납세증명
    장애인 증명서
    화재 증명원
    공지사항
    시스템 점검에 따른 서비스 중단 안내(12.7.)
    발급 오류 관련 안내
    ${FOOT}`,
  ),
  sheet(
    'passed',
    `이용안내 | 가람민원24
    ${MENU}
    발급 시 유의사항
    프린터에 문제가 있는 경우 재발급이 되지 않을 수 있습니다.
    보안프로그램이 설치되지 않으면 출력이 불가능합니다.
    ${FOOT}`,
  ),
  sheet(
    'passed',
    `민원 처리 결과
    ${MENU}
    나의 민원
    2024-11-30 주민등록등본 처리완료
    2024-11-21 건축물대장 처리불가 (서류미비)
    ${FOOT}`,
  ),
  sheet(
    'passed',
    `장애 사례 연구 - 가람기술블로그
    JEUS 커넥션 풀이 고갈되었을 때
    운영 중인 시스템에서 갑자기 응답이 느려졌다. 스레드 덤프를 떠 보니 DB 커넥션을 기다리고 있었다.
    java.sql.SQLException: connection timeout
    이 글에서는 원인을 찾은 과정을 적는다.`,
  ),
  sheet(
    'passed',
    `보도자료
    ${MENU}
    행정서비스 장애 예방 종합대책 발표
    담당부서 디지털기반안전과 2024.01.31
    국민 불편을 최소화하기 위해 장애 발생 시 8시간 이내 복구를 목표로 한다.
    첨부파일 보도자료.hwp
    ${FOOT}`,
  ),
  sheet(
    'passed',
    `가람은행
    인터넷뱅킹 로그인
    공동인증서 로그인
    아이디 로그인
    인증서 비밀번호 5회 오류 시 이용이 제한됩니다.
    금융사기 주의 안내
    보안프로그램 설치`,
    { elements: LOGIN_ELEMENTS },
  ),
  page('passed', 'layer about last week under a portal', {
    title: '가람포털',
    text: `${MAIN_PAGE.join('\n')}\n알림\n지난 12월 3일 발생한 접속 장애로 이용에 불편을 드린 점 사과드립니다.\n닫기`,
  }),
  sheet(
    'passed',
    `버그 신고
    GitHub Issues
    500 error when saving a form
    Login page times out sometimes
    New issue
    Labels
    Milestones`,
  ),
  sheet(
    'passed',
    `자료실
    ${MENU}
    오류신고 양식 다운로드
    장애 대응 매뉴얼 (개정)
    홈페이지 점검표
    ${FOOT}`,
  ),
  sheet(
    'passed',
    `IT용어사전
    타임아웃
    정해진 시간 안에 응답이 없을 때 요청을 중단하는 것을 말한다.
    관련 용어 서버 오류, 재시도`,
  ),
  sheet(
    'passed',
    `환경 안내
    가람시 대기질
    오늘 차량 2부제 시행으로 공공기관 주차장 이용이 제한됩니다.
    문의 환경과`,
  ),
  sheet(
    'passed',
    `승강기 점검 예약
    점검 희망일
    건물 주소
    연락처
    신청하기`,
    { elements: ['input[type=text]', 'select'] },
  ),
  sheet(
    'passed',
    `Careers
    Site Reliability Engineer
    You will respond to outages, fix failures and run maintenance.
    Apply now
    Benefits`,
  ),
  sheet(
    'passed',
    `검색
    '오류' 검색결과 3건
    카드 결제 오류 해결 방법
    로그인 오류 문의
    출력 오류 안내`,
  ),
  sheet(
    'passed',
    `비밀번호 찾기
    ${MENU}
    비밀번호 찾기
    가입하신 아이디를 입력해 주세요.
    아이디가 기억나지 않으면 아이디 찾기를 이용하세요.
    ${FOOT}`,
    { elements: ['input[type=text]'] },
  ),
  sheet(
    'passed',
    `도서관
    오늘 휴관일입니다.
    도서 검색
    대출 조회
    열람실 좌석 예약`,
    { elements: ['input[type=text]'] },
  ),
  sheet(
    'passed',
    `가람시 교통정보
    실시간 도로 상황
    세종로 공사중 우회 바랍니다
    3번 버스 지연 운행
    도로 통제 구간 보기`,
  ),
  alerted('passed', '로그인 후 이용 가능합니다.', { text: MAIN_PAGE.join('\n') }),
];

/** A later batch: scored once before any rule had seen it, see CONTRIBUTING. */
export const FIELD_FRESH: readonly CorpusPage[] = [...FAILING, ...CLOSED, ...REFUSED, ...HEALTHY];
