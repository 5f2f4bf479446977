import { alerted, type CorpusPage, LOGIN_ELEMENTS, MISSING, sheet, sheets } from '../page.ts';

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

/** A seventh batch, scored once before any rule had seen it. Pages refusing, changed or healthy. */
export const INSURANCE_OTHERS: readonly CorpusPage[] = [
  ...sheets(
    'blocked',
    `
    Blocked
    이 요청은 웹 방화벽에 의해 차단되었습니다. Request ID 9f1e-22

    접근 불가
    현재 접속하신 IP(203.0.113.77)는 접근이 허용되지 않습니다.
    `,
  ),
  sheet(
    'blocked',
    `로봇 확인
    자동화된 프로그램의 접속을 막기 위해 아래 그림의 글자를 입력해 주세요.`,
    {
      elements: ['img', 'input[type=text]'],
    },
  ),
  ...sheets(
    'blocked',
    `
    Pardon Our Interruption
    As you were browsing, something about your browser made us think you were a bot.
    `,
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
  ...sheets(
    'password-expired',
    `
    비밀번호 변경 권고
    비밀번호 변경 후 180일이 지났습니다.
    비밀번호를 변경하시겠습니까?
    변경하기
    30일 뒤에 변경하기
    `,
  ),
  ...sheets(
    'login-unavailable',
    `
    로그인
    ${TOP}
    로그인
    보안 강화를 위해 아이디 로그인 기능을 더 이상 제공하지 않습니다.
    간편인증
    금융인증서
    모바일 신분증
    ${END}
    `,
  ),
  sheet(
    'changed',
    `404 Not Found
    ${TOP}
    원하시는 페이지를 찾을 수가 없습니다.
    ${END}`,
    { status: 404 },
  ),
  ...sheets(
    'changed',
    `
    바로내보험
    바로내보험 누리집이 새 주소로 이사했습니다.
    새 누리집으로 가기
    `,
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
  ...sheets(
    'unknown',
    `
    바로내보험
    중복 로그인으로 로그아웃되었습니다.
    `,
  ),
  ...sheets(
    'passed',
    `
    바로내보험
    ${TOP}
    많이 찾는 민원
    자격득실확인서 발급
    보험료 납부확인서 발급
    건강검진 대상 조회
    알려드립니다
    홈페이지 서비스 일시중단 안내(7/20)
    보험료 조회 오류 정정 안내
    인증서 오류 조치 방법
    ${END}

    바로내보험
    ${TOP}
    알림
    7.20.(토) 00시~06시 전산작업으로 홈페이지 이용이 제한됩니다.
    많이 찾는 민원
    자격득실확인서 발급
    보험료 납부확인서 발급
    건강검진 대상 조회
    ${END}

    자주 묻는 질문 | 바로내보험
    ${TOP}
    인증서 로그인이 안 됩니다.
    보안프로그램을 다시 설치해 주세요.
    증명서 출력 중 오류가 발생합니다.
    프린터 설정을 확인해 주세요.
    보험료 조회가 되지 않습니다.
    잠시 후 다시 조회해 주세요.
    ${END}

    [종합] 건강보험 홈페이지 한때 접속 불가
    건강보험 홈페이지가 18일 오전 한때 먹통이 됐다.
    공단은 "서버 과부하로 접속이 원활하지 않았다"며 "현재는 정상"이라고 설명했다.
    2024.07.18 13:02
    최민수 기자
    `,
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
  ...sheets(
    'passed',
    `
    보험료 체납
    ${TOP}
    체납 시 불이익
    6회 이상 체납하면 보험급여가 제한됩니다.
    납부 기한이 지나면 연체금이 부과됩니다.
    체납보험료 조회
    ${END}

    장애인 보조기기 급여 안내
    ${TOP}
    장애인 보조기기
    전동휠체어
    의지·보조기
    지급신청서 내려받기
    ${END}

    정보보안 소식
    ${TOP}
    랜섬웨어 차단 수칙
    의심스러운 메일은 열지 마세요.
    비정상적인 접속 알림을 받으면 비밀번호를 바꾸세요.
    ${END}

    DevOps 엔지니어 | 다온테크
    주요업무
    서비스 장애 모니터링과 복구 자동화
    DB 장애 대응
    자격요건
    Kubernetes 경험
    지원하기

    PostgreSQL 오류 코드
    부록 A
    57014 query_canceled
    08006 connection_failure
    53300 too_many_connections
    이전 장
    다음 장

    서비스 현황판
    로그인 정상
    조회 정상
    발급 정상
    최근 30일 장애 0건

    About us
    We help companies recover from outages.
    When your site is down, every minute counts.
    Case studies
    Pricing
    Contact

    민원 접수 완료
    ${TOP}
    민원이 접수되었습니다.
    접수번호 2024-001
    처리기한 7일
    ${END}

    오늘의 날씨
    강풍으로 여객선 운항이 중단되었습니다.
    내일 기온 32도
    미세먼지 보통
    주간 예보

    바로내보험
    ${TOP}
    인터넷 발급 가능 시간
    평일 06:00~24:00
    시스템 점검 시간에는 발급이 제한될 수 있습니다.
    ${END}
    `,
  ),
  alerted('passed', '저장되었습니다.', { text: TOP }),
];
