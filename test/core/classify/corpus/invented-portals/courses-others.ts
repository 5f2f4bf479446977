import { alerted, type CorpusPage, LOGIN_ELEMENTS, sheet, sheets } from '../page.ts';

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

/** A fifth batch, scored once before any rule had seen it. Pages refusing, changed or healthy. */
export const COURSES_OTHERS: readonly CorpusPage[] = [
  ...sheets(
    'blocked',
    `
    차단 페이지
    웹 공격으로 의심되는 요청이 탐지되어 차단하였습니다.
    관리자에게 문의하실 때 아래 번호를 알려 주세요.
    7f2a-1123

    알림
    짧은 시간에 너무 많은 요청을 보내셨습니다. 10분 뒤 다시 이용해 주세요.

    다빛훈련포털
    접근 권한이 없는 사용자입니다.

    Sorry, you have been blocked
    You are unable to access dabit.example
    Cloudflare Ray ID: 8a1f
    `,
  ),
  alerted('blocked', '허용되지 않은 접근입니다.', {}),
  alerted(
    'login-rejected',
    '사용자 인증에 실패하였습니다. 아이디와 비밀번호를 다시 확인하시기 바랍니다.',
    {},
  ),
  sheet(
    'login-rejected',
    `Sign in
    Sign in
    Email or password is incorrect.
    Email
    Password`,
    { elements: LOGIN_ELEMENTS },
  ),
  alerted('login-rejected', '회원정보가 존재하지 않습니다.', { elements: LOGIN_ELEMENTS }),
  alerted('login-rejected', '비밀번호 오류 횟수(5회)를 초과하였습니다.', {}),
  alerted(
    'password-expired',
    '비밀번호 사용기간(90일)이 만료되었습니다. 비밀번호를 변경해 주세요.',
    {},
  ),
  ...sheets(
    'login-unavailable',
    `
    로그인
    현재 아이디 로그인은 지원하지 않습니다. 인증서로 로그인해 주세요.
    공동인증서
    금융인증서
    모바일신분증
    `,
  ),
  sheet(
    'changed',
    `페이지 안내
    죄송합니다. 요청하신 페이지를 찾을 수 없습니다.
    페이지의 주소가 변경 또는 삭제되어 요청하신 페이지를 찾을 수 없습니다.
    홈으로 이동`,
    { status: 404 },
  ),
  ...sheets(
    'changed',
    `
    다빛훈련포털 운영 종료
    그동안 다빛훈련포털을 이용해 주셔서 감사합니다.
    서비스 운영이 2024년 5월 31일자로 종료되었습니다.
    `,
  ),
  ...sheets(
    'unknown',
    `
    알림
    다른 기기에서 로그인하여 접속이 종료되었습니다.
    `,
  ),
  ...sheets(
    'passed',
    `
    다빛훈련포털
    ${HEAD}
    오늘의 학습
    네트워크 장애 대응 3강
    데이터베이스 오류 분석 1강
    이어서 학습하기
    알림 2
    ${TAIL}

    공지 | 다빛훈련포털
    ${HEAD}
    [완료] 7월 18일 로그인 오류 복구 안내
    안녕하세요. 다빛훈련포털입니다.
    7월 18일 오전에 발생했던 로그인 오류가 복구되었습니다.
    불편을 드려 죄송합니다.
    ${TAIL}

    원격지원 안내
    ${HEAD}
    동영상이 재생되지 않을 때
    1. 브라우저를 최신 버전으로 업데이트합니다.
    2. 팝업 차단을 해제합니다.
    3. 그래도 오류가 나면 원격지원을 신청합니다.
    원격지원 신청
    ${TAIL}

    다빛훈련포털
    ${HEAD}
    점검 공지: 8월 3일(토) 02시~05시 서비스 이용 불가
    인기 과정
    파이썬 기초
    회계 실무
    용접 기능사
    신규 과정
    반려동물 관리
    ${TAIL}

    묻고 답하기
    ${HEAD}
    로그인하면 자꾸 오류가 나요
    작성자 김** 2024.07.18
    답변: 안녕하세요. 현재는 정상적으로 이용하실 수 있습니다. 불편을 드려 죄송합니다.
    ${TAIL}
    `,
  ),
  sheet(
    'passed',
    `로그인
    Dabit ID
    비밀번호
    로그인 상태 유지
    로그인 오류 5회 시 자동입력 방지문자가 표시됩니다.`,
    { elements: LOGIN_ELEMENTS },
  ),
  ...sheets(
    'passed',
    `
    개인정보 처리방침
    ${HEAD}
    개인정보의 안전성 확보 조치
    해킹 등에 대비하여 침입차단시스템을 운영하고 비정상적인 접근을 통제합니다.
    접근권한이 없는 자의 접속을 제한하고 있습니다.
    ${TAIL}

    이용약관
    제12조(서비스의 중단)
    회사는 시스템 점검, 교체, 고장, 통신 두절 등의 사유가 발생한 경우 서비스 제공을 일시적으로 중단할 수 있습니다.
    제13조(이용제한)
    부정한 방법으로 접속한 회원의 이용을 제한하거나 차단할 수 있습니다.

    전자정부 표준프레임워크 강좌
    예외 처리 실습
    EgovBizException을 던지고 error.jsp로 보내는 법을 배웁니다.
    수강신청
    강의 목차

    수강내역
    ${HEAD}
    수강 중인 과정이 없습니다.
    과정 둘러보기
    ${TAIL}

    시스템 요구사양
    ${HEAD}
    지원 브라우저
    인터넷 익스플로러에서는 정상적으로 동작하지 않을 수 있습니다.
    크롬 최신 버전을 권장합니다.
    ${TAIL}

    기업지원금
    ${HEAD}
    지원 제한 사유
    임금체불로 명단이 공개 중인 사업주
    중대재해가 발생한 사업장
    신청하기
    ${TAIL}

    Dabit Learn
    Courses
    My learning
    Debugging production failures
    Handling errors in Java
    Database connection pools explained
    Enroll

    고장 신고 접수
    엘리베이터 고장 신고
    신고가 접수되었습니다.
    접수번호 2024-0099
    담당자가 확인 후 연락드리겠습니다.

    다빛뉴스
    국가정보자원관리원 화재 한 달…시스템 복구율 95%
    정부24 등 주요 서비스가 순차적으로 정상화되고 있다.
    기사입력 2024.10.26
    공유하기
    `,
  ),
  alerted('passed', '수강신청이 완료되었습니다.', { text: HEAD }),
  alerted('passed', '비밀번호를 입력해 주세요.', {
    text: '로그인\n아이디\n비밀번호\n아이디 찾기',
    elements: LOGIN_ELEMENTS,
  }),
];
