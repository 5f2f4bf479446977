import {
  alerted,
  type CorpusPage,
  LOGIN_ELEMENTS,
  MAIN_PAGE,
  page,
  sheet,
  sheets,
} from '../page.ts';

const MENU = `가람민원24
  민원안내 및 신청
  서식/기타
  나의 민원
  이용안내
  로그인`;
const FOOT = `30128 세종특별자치시 도움6로 42
  이용문의 1588-2188
  © Garam e-Minwon. All rights reserved.`;

/** A third batch, scored once before any rule had seen it. Pages refusing, changed or healthy. */
export const PETITIONS_OTHERS: readonly CorpusPage[] = [
  ...sheets(
    'blocked',
    `
    접근차단
    비정상 접근이 탐지되어 접속을 차단하였습니다.
    차단번호 2024-99812

    -
    이 사이트에 접속할 권한이 없습니다. (IP: 198.51.100.20)

    Security
    We have detected unusual activity from your network. Access has been restricted.
    `,
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
  ...sheets(
    'changed',
    `
    안내
    홈페이지 주소가 변경되었습니다.
    새 주소: https://new.garam.example
    즐겨찾기를 바꿔 주세요.
    `,
  ),
  ...sheets(
    'unknown',
    `
    -
    자동 로그아웃
    일정 시간 이용이 없어 로그아웃되었습니다.
    `,
  ),
  ...sheets(
    'passed',
    `
    가람민원24
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
    ${FOOT}

    이용안내 | 가람민원24
    ${MENU}
    발급 시 유의사항
    프린터에 문제가 있는 경우 재발급이 되지 않을 수 있습니다.
    보안프로그램이 설치되지 않으면 출력이 불가능합니다.
    ${FOOT}

    민원 처리 결과
    ${MENU}
    나의 민원
    2024-11-30 주민등록등본 처리완료
    2024-11-21 건축물대장 처리불가 (서류미비)
    ${FOOT}

    장애 사례 연구 - 가람기술블로그
    JEUS 커넥션 풀이 고갈되었을 때
    운영 중인 시스템에서 갑자기 응답이 느려졌다. 스레드 덤프를 떠 보니 DB 커넥션을 기다리고 있었다.
    java.sql.SQLException: connection timeout
    이 글에서는 원인을 찾은 과정을 적는다.

    보도자료
    ${MENU}
    행정서비스 장애 예방 종합대책 발표
    담당부서 디지털기반안전과 2024.01.31
    국민 불편을 최소화하기 위해 장애 발생 시 8시간 이내 복구를 목표로 한다.
    첨부파일 보도자료.hwp
    ${FOOT}
    `,
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
  ...sheets(
    'passed',
    `
    버그 신고
    GitHub Issues
    500 error when saving a form
    Login page times out sometimes
    New issue
    Labels
    Milestones

    자료실
    ${MENU}
    오류신고 양식 다운로드
    장애 대응 매뉴얼 (개정)
    홈페이지 점검표
    ${FOOT}

    IT용어사전
    타임아웃
    정해진 시간 안에 응답이 없을 때 요청을 중단하는 것을 말한다.
    관련 용어 서버 오류, 재시도

    환경 안내
    가람시 대기질
    오늘 차량 2부제 시행으로 공공기관 주차장 이용이 제한됩니다.
    문의 환경과
    `,
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
  ...sheets(
    'passed',
    `
    Careers
    Site Reliability Engineer
    You will respond to outages, fix failures and run maintenance.
    Apply now
    Benefits

    검색
    '오류' 검색결과 3건
    카드 결제 오류 해결 방법
    로그인 오류 문의
    출력 오류 안내
    `,
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
  ...sheets(
    'passed',
    `
    가람시 교통정보
    실시간 도로 상황
    세종로 공사중 우회 바랍니다
    3번 버스 지연 운행
    도로 통제 구간 보기
    `,
  ),
  alerted('passed', '로그인 후 이용 가능합니다.', { text: MAIN_PAGE.join('\n') }),
];
