import {
  alerted,
  type CorpusPage,
  LOGIN_ELEMENTS,
  LOGIN_PAGE,
  MAIN_PAGE,
  page,
  sheet,
  sheets,
} from '../page.ts';

const MENU = `누리훈련넷
  훈련과정
  훈련기관
  나의 훈련
  커뮤니티
  고객지원
  로그인
  ENGLISH`;
const FOOT = `우)30117 세종특별자치시 한누리대로 422
  상담전화 1350 (유료)
  ⓒ 누리훈련넷 All Rights Reserved.`;

/** Written before the rules were tuned, and only scored until the third batch. Healthy pages. */
export const TRAINING_HEALTHY: readonly CorpusPage[] = [
  ...sheets(
    'passed',
    `
    누리훈련넷
    시스템 점검 안내
    안녕하세요. 누리훈련넷입니다.
    7월 21일(일) 02:00~05:00 시스템 점검으로 서비스가 일시 중단되오니 양해 바랍니다.
    일주일간 보지 않기
    닫기
    ${MAIN_PAGE.join('\n')}

    FAQ
    ${MENU}
    FAQ
    Q. 훈련과정 신청 시 '처리 중 오류가 발생했습니다'라는 창이 떠요.
    A. 인터넷 사용기록을 삭제하신 뒤 다시 신청해 주세요.
    Q. 접속이 차단되었다고 나옵니다.
    A. 해외에서는 이용하실 수 없습니다.
    ${FOOT}

    [속보] 고용 전산망 접속 장애...복구 완료
    18일 오전 고용 관련 누리집 접속이 지연돼 민원인들이 발길을 돌렸다.
    노동부 관계자는 "서버 오류로 이용에 불편을 드려 죄송하다"고 말했다.
    김하늘 기자
    ⓒ 한빛뉴스 무단 전재 및 재배포 금지

    사이버보안 전문가 과정
    ${MENU}
    웹 방화벽 운영과 침입 차단 실무
    훈련기간 2024-09-02 ~ 2024-12-20
    비정상적인 접근을 탐지하고 차단하는 방법을 배웁니다.
    수강신청
    ${FOOT}
    `,
  ),
  sheet(
    'passed',
    `로그인 | 누리훈련넷
    ${LOGIN_PAGE.join('\n')}
    로그인 5회 실패 시 계정이 잠기니 주의하세요.
    3개월마다 비밀번호를 변경해 주세요.
    정기점검: 매주 일요일 02:00~04:00`,
    { elements: LOGIN_ELEMENTS },
  ),
  sheet(
    'passed',
    `고객지원
    ${MENU}
    원격지원 서비스
    이용 중 오류가 발생하면 상담원이 화면을 보며 도와드립니다.
    접속번호 6자리 입력
    연결
    ${FOOT}`,
    { elements: ['input[type=text]'] },
  ),
  sheet(
    'passed',
    `회원가입
    ${MENU}
    이미 사용 중인 아이디입니다.
    아이디
    비밀번호
    비밀번호 확인
    비밀번호가 일치하지 않으면 가입할 수 없습니다.
    가입하기
    ${FOOT}`,
    { elements: LOGIN_ELEMENTS },
  ),
  ...sheets(
    'passed',
    `
    누리훈련넷 서비스 장애 사과문
    ${MENU}
    공지사항
    7월 18일 접속 장애에 대해 사과드립니다
    등록일 2024-07-19 조회수 9,120
    7월 18일 09시 15분부터 11시 57분까지 서비스 접속이 원활하지 않았습니다.
    이용에 불편을 드려 대단히 죄송합니다. 재발 방지에 최선을 다하겠습니다.
    목록
    ${FOOT}

    게시판
    ${MENU}
    자유게시판
    홈페이지가 너무 느려요 (3)
    어제 오류 났던 분 계신가요? (12)
    점검 언제 끝나나요 (1)
    글쓰기
    ${FOOT}

    HTTP status codes
    500 Internal Server Error
    The server has encountered a situation it does not know how to handle.
    502 Bad Gateway
    503 Service Unavailable
    Common causes are a server that is down for maintenance or overloaded.
    See also
    Specifications

    대기환경 정보
    우리 동네 미세먼지
    대기 상태 보통
    측정소 종로구
    예보 보기

    번호표 예약
    ${MENU}
    고용센터 방문 예약
    센터 선택
    현재 대기인원 4명
    예상 대기시간은 창구 사정에 따라 달라질 수 있습니다.
    예약하기
    ${FOOT}

    이용제한 안내
    ${MENU}
    부정수급 시 불이익
    훈련비 지원이 3년간 제한됩니다.
    출석을 허위로 등록하면 수강이 중단될 수 있습니다.
    ${FOOT}
    `,
  ),
  page('passed', 'past apology pop-up over a portal', {
    title: '누리훈련넷',
    text: `서비스 장애 사과 안내\n7월 18일 발생한 서비스 장애로 불편을 드려 깊이 사과드립니다.\n닫기\n${MAIN_PAGE.join('\n')}`,
  }),
  ...sheets(
    'passed',
    `
    Help
    Why was I locked out?
    If you enter the wrong password several times, your account is locked for 30 minutes.
    Still having trouble? Contact support.
    Was this page helpful?

    누리훈련넷
    ${MENU}
    오늘의 추천 훈련
    전기설비 점검 및 유지보수
    자동차 고장 진단과 수리
    승강기 안전점검 실무
    더보기
    ${FOOT}
    `,
  ),
  alerted('passed', '환영합니다! 즐거운 하루 되세요.', { text: MAIN_PAGE.join('\n') }),
];
