import {
  alerted,
  type CorpusPage,
  LOGIN_ELEMENTS,
  LOGIN_PAGE,
  MAIN_PAGE,
  MISSING,
  page,
  sheet,
  sheets,
} from '../page.ts';

const MENU = `새길취업
  메뉴열기
  일자리찾기
  인재찾기
  취업지원
  나의새길
  로그인 회원가입`;
const FOOT = `(04513) 서울특별시 중구 세종대로 39
  대표전화 02-123-4567
  Copyright 2024 새길취업진흥원`;

/**
 * Written before the rules were tuned; looked at while tuning. Pages refusing, changed or healthy.
 */
export const JOBS_OTHERS: readonly CorpusPage[] = [
  ...sheets(
    'blocked',
    `
    차단 안내
    귀하의 요청은 보안정책에 의해 차단되었습니다.
    Event ID: 20240718-1199
    Client IP: 203.0.113.7
    `,
  ),
  sheet(
    'blocked',
    `403 Error
    403 - 접근이 거부되었습니다.
    잘못된 접근입니다. 관리자에게 문의하십시오.`,
    { status: 403 },
  ),
  ...sheets(
    'blocked',
    `
    -
    접근이 금지된 페이지입니다.
    홈으로 돌아가기

    Web Protection
    The request / response that are contrary to the Web firewall security policies have been blocked.
    Detect time 2024-07-18 09:20

    알림
    고객님의 IP에서 비정상적인 트래픽이 감지되어 이용이 제한되었습니다.
    1시간 후 다시 이용해 주세요.
    `,
  ),
  sheet(
    'blocked',
    `잠시만요
    아래 문자를 입력하여 로봇이 아님을 확인해 주세요.
    확인`,
    { elements: ['input[type=text]', 'img'] },
  ),
  alerted('blocked', '비정상적인 접근입니다.', {}),
  alerted(
    'login-rejected',
    '로그인에 실패했습니다.\n올바른 사용자 이름과 비밀번호를 입력하세요.',
    {},
  ),
  alerted('login-rejected', '비밀번호가 맞지 않습니다.', {
    text: LOGIN_PAGE.join('\n'),
    elements: LOGIN_ELEMENTS,
  }),
  alerted('login-rejected', '계정 정보를 다시 입력해 주세요', { title: '로그인 실패' }),
  sheet(
    'login-rejected',
    `로그인
    로그인
    아이디
    비밀번호
    아이디 또는 비밀번호를 잘못 입력했습니다. 입력하신 내용을 다시 확인해주세요.
    (3/5)
    로그인`,
    { elements: LOGIN_ELEMENTS },
  ),
  alerted(
    'password-expired',
    '비밀번호를 변경하신지 90일이 경과되었습니다.\n비밀번호를 변경하셔야 사이트를 이용할 수 있습니다.',
    {},
  ),
  sheet(
    'password-expired',
    `비밀번호 변경
    개인정보 보호를 위해 비밀번호를 변경해 주세요
    홍길동님은 6개월 넘게 같은 비밀번호를 쓰고 계십니다.
    현재 비밀번호
    새 비밀번호
    새 비밀번호 확인
    변경하기
    다음에 변경`,
    { elements: ['input[type=password]'] },
  ),
  ...sheets(
    'login-unavailable',
    `
    로그인
    아이디·비밀번호 로그인은 2024년 6월 30일부로 종료되었습니다.
    간편인증 또는 공동인증서로 로그인해 주세요.
    `,
  ),
  ...sheets(
    'changed',
    `
    페이지 없음
    ${MENU}
    페이지를 찾을 수 없어요
    주소가 잘못되었거나 삭제된 페이지일 수 있어요.
    홈으로
    ${FOOT}

    안내
    접속하신 주소는 2024년 11월 1일부터 www.saegil.example로 변경됩니다.
    30초 후 변경된 주소로 자동 연결됩니다.
    바로 이동하시려면 여기를 눌러 주세요.

    서비스 종료 안내
    한빛직업정보 홈페이지는 새길취업으로 통합되어 운영을 마쳤습니다.
    새길취업 바로가기
    `,
  ),
  ...sheets(
    'unknown',
    `
    세션 만료
    로그인 시간이 만료되어 자동으로 로그아웃 되었습니다.
    다시 로그인

    -
    ÀÌ¿ëÀÚ ÇÁ·Î±×·¥ ¾È³» ÆäÀÌÁö ÀÔ´Ï´Ù °í°´¼¾ÅÍ ¹®ÀÇ
    `,
  ),
  ...sheets(
    'passed',
    `
    새길취업
    [긴급] 시스템 점검으로 7월 20일(토) 00시부터 06시까지 서비스가 중단됩니다.
    오늘 하루 열지 않기
    닫기
    ${MAIN_PAGE.join('\n')}

    자주 묻는 질문 - 새길취업
    ${MENU}
    자주 묻는 질문
    로그인이 안 됩니다. 어떻게 하나요?
    비밀번호를 5회 이상 잘못 입력하면 계정이 잠깁니다. 본인인증 후 초기화해 주세요.
    '일시적인 오류가 발생했습니다'라고 나옵니다.
    잠시 후 다시 시도해 보시고 계속되면 고객센터로 문의해 주세요.
    ${FOOT}

    행정망 장애 복구 | 한빛일보
    행정 전산망 사흘 만에 복구
    입력 2023-11-19 18:04
    정부는 서비스가 정상화됐다고 밝혔다. 17일 오전부터 접속이 되지 않아 시민들이 불편을 겪었다.
    네트워크 장비 오류가 원인으로 지목된다.
    이서연 기자 lee@hanbit.example

    채용정보 상세
    ${MENU}
    (주)다온 서버 운영 담당자 모집
    담당업무: 장애 접수 및 복구, 서버 점검, DB 오류 분석
    근무지역: 세종
    접수마감: 2024-08-01
    지원하기
    ${FOOT}
    `,
  ),
  sheet(
    'passed',
    `로그인
    ${LOGIN_PAGE.join('\n')}
    ※ 비밀번호 5회 연속 오류 시 로그인이 제한됩니다.
    ※ 공용 PC에서는 이용 후 반드시 로그아웃 해 주세요.`,
    { elements: LOGIN_ELEMENTS },
  ),
  ...sheets(
    'passed',
    `
    공지사항
    ${MENU}
    공지사항
    번호 제목 등록일
    12 시스템 정기점검에 따른 서비스 일시중단 안내 2024.07.15
    11 접속 장애 사과문 2024.07.12
    10 개인정보 처리방침 변경 안내 2024.06.30
    ${FOOT}

    시스템 점검 안내 | 공지사항
    ${MENU}
    공지사항
    시스템 점검에 따른 서비스 중단 안내
    작성자 관리자 작성일 2024.07.15 조회 1,022
    7월 20일 00:00부터 06:00까지 점검이 있습니다. 이 시간에는 이용하실 수 없습니다.
    이전글 개인정보 처리방침 변경
    다음글 없음
    목록
    ${FOOT}

    장애인 취업지원
    ${MENU}
    장애인 고용서비스
    장애 유형별 일자리 찾기
    장애인 의무고용 안내
    보조공학기기 신청
    ${FOOT}
    `,
  ),
  sheet(
    'passed',
    `신고센터
    ${MENU}
    오류 신고
    홈페이지 이용 중 오류가 발생한 화면을 알려 주세요.
    제목
    내용
    첨부파일
    등록
    ${FOOT}`,
    { elements: ['input[type=text]', 'textarea'] },
  ),
  ...sheets(
    'passed',
    `
    System Status
    All systems operational
    Past incidents
    Jul 18 Login errors - Resolved
    Some users were unable to log in. A fix was deployed.

    채용 검색
    ${MENU}
    검색결과 0건
    조건에 맞는 채용정보를 찾을 수 없습니다.
    다른 검색어로 다시 시도해 보세요.
    ${FOOT}
    `,
  ),
  sheet(
    'passed',
    `Sign in
    Sign in to Saegil
    Email
    Password
    Forgot password?
    Your account will be locked after 5 failed attempts.
    Create account`,
    { elements: LOGIN_ELEMENTS },
  ),
  ...sheets(
    'passed',
    `
    웹방화벽 솔루션
    다온시큐리티
    웹방화벽으로 비정상적인 접근을 차단하세요
    제품소개
    도입사례
    상담신청
    SQL 삽입 공격을 탐지하고 막아 줍니다.

    Oracle 강의
    데이터베이스 오류 해결 실습
    ORA-00942, ORA-01017 등 자주 만나는 오류를 다룹니다.
    수강신청
    강의계획서
    `,
  ),
  page('passed', 'portal with a 점검 alert for next week', {
    title: '새길취업',
    text: MAIN_PAGE.join('\n'),
    dialogs: [
      {
        type: 'alert',
        message: '7월 20일 00시부터 06시까지 시스템 점검으로 서비스 이용이 제한될 예정입니다.',
      },
    ],
  }),
  ...sheets(
    'passed',
    `
    이용안내
    ${MENU}
    이용시간 안내
    인터넷 신청은 09:00부터 22:00까지 가능합니다.
    점검 시간(매일 23:30~00:30)에는 접속이 원활하지 않을 수 있습니다.
    ${FOOT}
    `,
  ),
  alerted('changed', '삭제되었거나 존재하지 않는 페이지입니다.', { markers: MISSING }),
];
